import { childIn, type Part } from '../parts/part.ts';

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
export const parsers = new Set([
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

/** A name under a path; undefined where either is. */
export function joined(object: string | undefined, key: string | undefined): string | undefined {
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
