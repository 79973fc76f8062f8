import { childIn, childrenIn, type Part, partsAround } from '../parts/part.ts';
import { argumentsOf, joined, keyOf, parsers, pathOf } from './subject.ts';

/**
 * Follows the first name of a path back to where it comes from in the same block:
 * after `const { error } = await response.json()`, `error.code` is `response.json.error.code`.
 */
export function sourceOf(path: string, at: Part): string {
	const found = known.get(at) ?? new Map<string, string>();
	if (found.size === 0) known.set(at, found);
	const before = found.get(path);
	if (before !== undefined) return before;
	const source = sourceFrom(path, at);
	found.set(path, source);
	return source;
}

/** What was found before, by the part it was asked for: parts never change. */
const known = new WeakMap<Part, Map<string, string>>();

function sourceFrom(path: string, at: Part): string {
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
