import { childIn, childrenIn, type Part, partsAround } from './part.ts';

const plainName = /^[\p{L}_$@][\p{L}\p{N}_$]*[!?]?$/u;
/** A string that may be a key rather than a sentence or an address. */
const plainKey = /^[\w-]+$/;
/** A name in a namespace, where a grammar sees but one word. */
const dottedName = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/;
/** Functions that only change the form of what they are given. */
const conversions = new Set(
	'String Number parseInt int str BigInt intval strval Integer string int32 int64 uint uint16 uint32 uint64 Integer.parseInt int.parse int.tryParse Integer.valueOf String.valueOf strings.ToUpper strings.ToLower strings.TrimSpace Optional.of Optional.ofNullable Arrays.stream int.Parse Convert.ToInt32 Convert.ToString Enum.Parse'.split(
		' ',
	),
);
/** Methods without arguments that give the same value in another form. */
const formChanges = new Set(
	'toString toUpperCase toLowerCase trim valueOf to_s to_i to_sym as_str as_u16 intValue unwrap upper lower strip asText asInt textValue getAsString getAsInt orElseThrow stream as_deref as_ref as_mut as_u64 as_i64 clone cloned copied to_string to_owned into to_lowercase to_uppercase to_ascii_lowercase to_ascii_uppercase unwrap_err unwrap_or_default ToString ToUpper ToLower ToUpperInvariant ToLowerInvariant Trim GetString GetInt32 GetInt64'.split(
		' ',
	),
);
/** Functions that read a text: what comes of it is part of where it came from. */
const parsers = new Set([
	'JSON.parse',
	'json.loads',
	'json.load',
	'orjson.loads',
	'ujson.loads',
	'simplejson.loads',
	'json_decode',
	'jsonDecode',
	...['JsonSerializer.Deserialize', 'JsonConvert.DeserializeObject', 'JsonDocument.Parse', 'JsonNode.Parse'],
	...['JObject.Parse', 'JToken.Parse'],
	'json.decode',
]);
/** Methods of a type that make one of its values of what they are given. */
const enumMakers = /^(?:try_?from|from(?:_?(?:code|value|status|string|name))?|valueof|of|resolve|parse)$/i;
/** Methods that take a key and give what is stored under it. */
const getters = new Set([
	...['get', 'dig', 'fetch', 'path', 'getString', 'getInt', 'optString', 'optInt'],
	...['GetProperty', 'GetValue', 'SelectToken'],
	...['getJSONObject', 'optJSONObject', 'getJsonObject', 'getAsJsonObject', 'getAsJsonPrimitive'],
]);

/**
 * The dotted path of an expression without casts, conversions, optional marks and fallbacks:
 * `(err?.response as R)!.status ?? 0` is `err.response.status`. Undefined where it is no path.
 */
export function pathOf(part: Part | undefined): string | undefined {
	switch (part?.kind) {
		case undefined:
			return part && (plainName.test(part.text) || dottedName.test(part.text)) ? part.text : undefined;
		case 'transparent':
		case 'await':
			return pathOf(childIn(part, 'inner'));
		case 'fallback':
		case 'or':
			return pathOf(childIn(part, 'left'));
		case 'assignment':
			// What is asked about what it has just been given: `(code = error.code) === 'A'`.
			return part.parent?.kind === 'transparent' ? pathOf(childIn(part, 'left')) : undefined;
		case 'member':
			if (part.text.startsWith('.')) return joined('', keyOf(childIn(part, 'property')));
			return pathOfMember(pathOf(childIn(part, 'object')), keyOf(childIn(part, 'property')));
		case 'subscript':
			return joined(pathOf(childIn(part, 'object')), keyOf(childIn(part, 'property')));
		case 'call':
			return pathOfCall(part);
		case 'construction':
			return pathOfConstruction(part);
		case 'variable':
			// What is declared where it is looked at: `when (val code = error.code)`.
			return part.fields.includes('subject') ? pathOf(childIn(part, 'name')) : undefined;
		default:
			return undefined;
	}
}

/** What an enumeration or a status calls its own is the same value: `response.status.value`. */
function pathOfMember(object: string | undefined, key: string | undefined): string | undefined {
	const isOwn =
		(key === 'value' || key === 'Value' || key === 'rawValue') && /(?:^|\.)\w*(?:code|status)$/i.test(object ?? '');
	return isOwn ? object : joined(object, key);
}

function joined(object: string | undefined, key: string | undefined): string | undefined {
	return object === undefined || key === undefined ? undefined : `${object}.${key}`;
}

/** The name under which something is reached: `code`, `'code'` and `:code` are all `code`. */
export function keyOf(part: Part | undefined): string | undefined {
	if (!part) return undefined;
	if (part.kind === 'string') return plainKey.exec(childIn(part, 'content')?.text ?? withoutQuotes(part.text))?.[0];
	if (part.kind === 'transparent') return keyOf(childIn(part, 'inner'));
	if (part.kind === undefined && plainName.test(part.text)) return part.text;
	return undefined;
}

/** What a string without content between its quotes is: nothing, or a symbol after its sign. */
export const withoutQuotes = (text: string): string => /^:(\w+[?!]?)$/.exec(text)?.[1] ?? text.slice(1, -1);

/** Functions that say what they give: `getErrorCode(error)` reads like `error.errorCode`. */
const telling = /(?:(?<!de|en)code|status|reason|type)$/i;

function toldBy(name: string, given: readonly Part[]): string | undefined {
	const path = given.length === 1 ? pathOf(given[0]) : undefined;
	// A type that is called like what it is given only changes the form: `Code(err.Code)`.
	if (/^[A-Z]/.test(name) && path?.toLowerCase().endsWith(`.${name.toLowerCase()}`)) return path;
	return joined(path, withoutGet(name));
}

const withoutGet = (name: string): string => {
	const getter = /^(?:get_?(?=[A-Za-z])|Get(?=[A-Z]))(\w+)$/.exec(name)?.[1];
	return getter ? getter[0]?.toLowerCase() + getter.slice(1) : name;
};

const isEmpty = ({ kind, text }: Part): boolean =>
	kind === 'string' || kind === 'integer' || /^(?:None|null|nil|undefined|\{\s*\}|\[\s*\]|dict\(\))$/.test(text);

/** UTF-16 units: a chain of calls that is longer is no name, and is not cut out anew at each of its steps. */
const longestName = 60;

function pathOfCall(call: Part): string | undefined {
	const callee = childIn(call, 'callee');
	const given = argumentsOf(call);
	const called = callee && callee.end - callee.start <= longestName ? callee.text : '';
	const plain = called.replace(/<[\w.]*>$/, '');
	if (conversions.has(plain) || parsers.has(plain)) return pathOf(given[0]);
	if (callee?.kind === undefined && telling.test(called)) return toldBy(called, given);
	if (readers.test(called) && keysOf(given[1]) !== undefined) return joined(pathOf(given[0]), keysOf(given[1]));
	if (callee?.kind !== 'member') return undefined;
	const object = pathOf(childIn(callee, 'object'));
	const method = childIn(callee, 'property')?.text ?? '';
	if (given.length === 0) {
		if (formChanges.has(method)) return object;
		// What an enumeration calls its own: `response.getStatusCode().value()`, `error.getCode().name()`.
		if (/^(value|name)$/.test(method) && object !== undefined && telling.test(object)) return object;
		return joined(object, withoutGet(method));
	}
	if (enumMakers.test(method) && given.length === 1 && telling.test(object ?? '')) return pathOf(given[0]);
	const [key, other] = given;
	// What stands in where nothing is stored is no key: `error.get('code', None)`, `body.get('error', {})`.
	if (/^get(OrDefault)?$/.test(method) && given.length === 2 && key?.kind === 'string' && other && isEmpty(other))
		return joined(object, keyOf(key));
	if (given.length === 1 && optionals.has(method)) return readFromOptional(object, method, key);
	// What is compared in another case, or read as a number, is the same.
	if (formChanges.has(method) && /^(upper|lower|to(Upper|Lower))/.test(method)) return object;
	if (method === 'json' && given.length === 1) return joined(object, joined(method, keysOf(key)));
	if (getters.has(method) && given.every((one) => keyOf(one) !== undefined)) {
		return joined(object, given.map((one) => keyOf(one)).join('.'));
	}
	// What stands in where a promise fails does not change what it is a promise of.
	return method === 'catch' || method === 'ConfigureAwait' ? object : undefined;
}

/** Functions that read what is under a key: `getattr(error, 'code', None)`, `data_get($body, 'error.code')`. */
const readers = /^(?:getattr|data_get|array_get|Arr::get)$/;

/** A key, or several with dots between them. */
function keysOf(part: Part | undefined): string | undefined {
	const content = part?.kind === 'string' ? childIn(part, 'content')?.text : undefined;
	return content !== undefined && /^\w+(?:\.\w+)+$/.test(content) ? content : keyOf(part);
}

/** Methods of a value that may be missing: what stands in for it, and what is read from it. */
const optionals = new Set(
	'orElse orElseGet unwrap_or unwrap_or_else expect ok_or ok_or_else map_err map flatMap and_then at pointer'.split(
		' ',
	),
);
const keepsValue = /^(?:orElse|unwrap_or|expect|ok_or|map_err)/;

/** `error.map(ApiError::getCode)` is read as `error.code`, and `body.at("/error/code")` as `body.error.code`. */
function readFromOptional(object: string | undefined, method: string, given: Part | undefined): string | undefined {
	if (keepsValue.test(method)) return object;
	if (method === 'at' || method === 'pointer')
		return joined(object, /^\/([\w/]+)$/.exec(textOf(given))?.[1]?.replaceAll('/', '.'));
	if (given?.kind === 'function') return readByFunction(object, given);
	const isReference = given?.kind === 'member' && given.text.includes('::');
	const name = isReference ? (childIn(given, 'property')?.text ?? '') : '';
	if (formChanges.has(name)) return object;
	return isReference ? joined(object, withoutGet(name)) : undefined;
}

/** What a function of one name reads from it: `|error| error.code()`. */
function readByFunction(object: string | undefined, given: Part): string | undefined {
	const name = childIn(given, 'parameters')?.text.replace(/^[(|&\s]+|[)|\s]+$/g, '') ?? '';
	const path = pathOf(childIn(given, 'body'));
	if (path === name && name !== '') return object;
	return path?.startsWith(`${name}.`) ? joined(object, path.slice(name.length + 1)) : undefined;
}

const textOf = (part: Part | undefined): string =>
	part?.kind === 'string' ? (childIn(part, 'content')?.text ?? '') : '';

/** `ErrorCode(error.code)` is the code in another form. */
function pathOfConstruction(construction: Part): string | undefined {
	const callee = childIn(construction, 'callee');
	const [given, ...others] = argumentsOf(construction);
	// What it is made of may be given by its name: `ErrorCode(rawValue: error.code)`.
	const value = given?.kind === 'pair' ? childIn(given, 'value') : given;
	return callee?.kind === undefined && telling.test(callee?.text ?? '') && others.length === 0
		? pathOf(value)
		: undefined;
}

/** The arguments of a call or a construction. */
export function argumentsOf(call: Part): readonly Part[] {
	return (
		childIn(call, 'arguments')?.children.filter(
			(child) => child.fields.includes('argument') && child.kind !== 'comment',
		) ?? []
	);
}

/** The last word of a path: `status` of `err.response.status`. */
export function lastWord(path: string): string {
	return path.slice(path.lastIndexOf('.') + 1);
}

/**
 * Follows the first name of a path back to where it comes from in the same block:
 * after `const { error } = await response.json()`, `error.code` is `response.json.error.code`.
 */
export function sourceOf(path: string, at: Part): string {
	let source = path;
	let from = at;
	for (let step = 0; step < 4; step++) {
		const dot = source.indexOf('.');
		const root = dot < 0 ? source : source.slice(0, dot);
		const binding = bindingOf(root, from);
		if (!binding?.source || binding.source === root) return source;
		source = binding.source + (dot < 0 ? '' : source.slice(dot));
		from = binding.part;
	}
	return source;
}

/** Where a name gets its value. */
export interface Binding {
	/** Undefined where the value is no path. */
	readonly source: string | undefined;
	/** The declaration, assignment or parameter. */
	readonly part: Part;
}

/** The nearest place before `at` that gives the name its value, looked for outwards from it. */
export function bindingOf(name: string, at: Part): Binding | undefined {
	const here = at.kind === 'transparent' || at.kind === 'variable' ? bindingIn(name, at) : undefined;
	if (here) return here;
	let inner = at;
	for (const around of partsAround(at)) {
		const before = around.children.filter((child) => child.start < inner.start || around.kind === 'function');
		for (const child of before.reverse()) {
			const found = child === inner || isPattern(child) ? undefined : bindingIn(name, child);
			if (found) return found;
		}
		const own = boundBy(name, around, inner);
		if (own) return own;
		inner = around;
	}
	return undefined;
}

const isPattern = ({ fields, parent }: Part): boolean => fields.includes('label') && isArm(parent);
const isArm = (part: Part | undefined): boolean => part?.kind === 'case' || part?.kind === 'default';

/** A loop or a catch gives its name a value for its body, a pattern those that it finds. */
function boundBy(name: string, around: Part, inner: Part): Binding | undefined {
	if (isArm(around)) {
		const subject = pathOf(around.parent && childIn(around.parent, 'subject')) ?? '<param>';
		for (const label of childrenIn(around, 'label')) {
			if (label.kind === undefined && label.children.length === 0) continue;
			const found = boundIn(name, label, subject, around);
			if (found) return found;
		}
		return undefined;
	}
	if (around.kind !== 'catch' && around.kind !== 'loop') return undefined;
	// Of several names, as of an index and an element, the last is what the loop is about.
	const target = childrenIn(around, 'name').at(-1);
	if (!target || target === inner) return undefined;
	const source = around.kind === 'loop' ? pathOf(childIn(around, 'value')) : undefined;
	return boundIn(name, target, source, around);
}

function bindingIn(name: string, part: Part): Binding | undefined {
	switch (part.kind) {
		case 'variable':
			return boundInOne(name, childrenIn(part, 'name'), childrenIn(part, 'value'), part) ?? writtenIn(name, part);
		case 'assignment':
			return boundInOne(name, childrenIn(part, 'left'), childrenIn(part, 'right'), part) ?? writtenIn(name, part);
		case 'call':
			return writtenBy(name, part) ?? bindingInChildren(name, part);
		case 'parameter':
			return boundIn(name, childIn(part, 'name') ?? part, '<param>', part);
		case 'function':
		case 'class':
		case 'switch':
		case 'loop':
		case 'block':
		case 'try':
		case 'catch':
			return undefined;
		case 'if':
			return writtenIn(name, part) ?? boundUnless(name, part);
		default:
			return bindingInChildren(name, part);
	}
}

/** What a condition gives to names stays with them where the body is for the case that it does not hold. */
function boundUnless(name: string, statement: Part): Binding | undefined {
	const condition = childIn(statement, 'condition');
	return condition?.kind === 'not' ? bindingInChildren(name, condition) : undefined;
}

/** What a call is given a place to write to: `errors.As(err, &apiError)`, `json.NewDecoder(body).Decode(&data)`. */
function writtenBy(name: string, call: Part): Binding | undefined {
	const given = argumentsOf(call);
	const place = given.find((one) => isPlace(one) && childIn(one, 'inner')?.text === name);
	if (!place) return undefined;
	const callee = childIn(call, 'callee');
	const maker = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	const from = given.find((one) => one !== place) ?? (maker?.kind === 'call' ? argumentsOf(maker)[0] : undefined);
	return { source: pathOf(from), part: call };
}

const isPlace = ({ kind, text }: Part): boolean => kind === 'transparent' && text.startsWith('&');

/** The same in what a statement gives to names, or asks before its body. */
function writtenIn(name: string, statement: Part): Binding | undefined {
	for (const child of statement.children) {
		if (child.fields.includes('body') || child.fields.includes('alternative')) continue;
		const inner = child.kind === 'not' || child.kind === 'transparent' ? child.children[0] : child;
		const found = inner?.kind === 'call' || inner?.kind === 'variable' ? writtenThere(name, inner) : undefined;
		if (found) return found;
	}
	return undefined;
}

const writtenThere = (name: string, part: Part): Binding | undefined =>
	part.kind === 'call' ? writtenBy(name, part) : writtenIn(name, part);

/** Of several names, each has its own value, or the first has what matters of the only one: `response, err := send()`. */
function boundInOne(name: string, targets: readonly Part[], values: readonly Part[], part: Part): Binding | undefined {
	const [list, taken] = [targets.length === 1 ? targets[0] : undefined, values[0]];
	if (list?.kind === 'collection' && taken?.kind === 'collection' && list.children.length === taken.children.length)
		return boundInOne(name, list.children, taken.children, part);
	for (const [index, target] of targets.entries()) {
		const value = values.length === targets.length || index === 0 ? values[index] : undefined;
		const found = boundIn(name, target, valuePath(value), part);
		if (found) return found;
	}
	return undefined;
}

function bindingInChildren(name: string, part: Part): Binding | undefined {
	if (part.fields.includes('parameters')) {
		for (const child of part.children) {
			const found = child.kind === 'parameter' ? bindingIn(name, child) : boundIn(name, child, '<param>', child);
			if (found) return found;
		}
		return undefined;
	}
	for (const child of part.children.toReversed()) {
		const found = bindingIn(name, child);
		if (found) return found;
	}
	return undefined;
}

/** The path of the value given to a name; what is parsed counts as what it was parsed from. */
function valuePath(value: Part | undefined): string | undefined {
	const path = pathOf(value);
	if (path !== undefined || !value) return path;
	if (value.kind === 'await' || value.kind === 'transparent') return valuePath(childIn(value, 'inner'));
	if (value.kind !== 'call') return undefined;
	const callee = childIn(value, 'callee');
	if (narrowing.test(callee?.text ?? '')) return pathOf(argumentsOf(value)[0] ?? childIn(value, 'inner'));
	return parsers.has(pathOf(callee) ?? '') ? pathOf(argumentsOf(value)[0]) : undefined;
}

/** Functions that give what they are given as another type. */
const narrowing = /^errors\.AsType\[/;

function boundIn(name: string, target: Part, source: string | undefined, part: Part): Binding | undefined {
	if (target.kind !== 'destructuring') {
		if (target.text === name) return { source: named(source, name), part };
		if (target.kind === 'collection')
			return target.children.some(({ text }) => text === name) ? { source: undefined, part } : undefined;
		const inside = isWrapper(target) ? target.children : [];
		return inside.map((child) => boundIn(name, child, source, part)).find(Boolean);
	}
	let keyBefore: string | undefined;
	for (const child of target.children) {
		if (child.kind === 'string') {
			// Key and name may follow each other, as in `['code' => $code]`.
			keyBefore = keyOf(child);
		} else if (keyBefore !== undefined) {
			const inner = boundIn(name, child, joined(source, keyBefore), part);
			if (inner) return inner;
			keyBefore = undefined;
		} else if (child.kind === 'pair') {
			const key = keyOf(childIn(child, 'key'));
			// A key alone is the name as well: `{ status: }`.
			const value = childIn(child, 'value') ?? childIn(child, 'key');
			const inner = value && key !== undefined ? boundIn(name, value, joined(source, key), part) : undefined;
			if (inner) return inner;
		} else if (child.fields.includes('key') && child.text === name) {
			return { source: joined(source, name), part };
		}
	}
	return undefined;
}

/** A pattern of a type around others, or one with a name of its own: `Some(code)`, `code @ ("A" | "B")`. */
const isWrapper = (target: Part): boolean =>
	target.kind === 'transparent' ? childIn(target, 'callee') !== undefined : target.kind === undefined;

/** A parameter that is taken whole is its own source. */
function named(source: string | undefined, name: string): string | undefined {
	return source === '<param>' ? name : source;
}
