import { argumentsOf, keyOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, type Part, partsAround, partsIn } from '../../../syntax/parts/part.ts';

/** Where a name gets its value. */
export type Origin =
	/** It is given a value, or a part of one: the keys lead to it. */
	| { readonly kind: 'value'; readonly value: Part; readonly target: Part; readonly keys: readonly string[] }
	/** It is what was thrown by what was attempted: the body of a `try`, a promise before `.catch`. */
	| { readonly kind: 'caught'; readonly attempted: Part | undefined; readonly keys: readonly string[] }
	/** It is given to a callback by the call, such as `http.get(url, (response) => …)`. */
	| { readonly kind: 'callback'; readonly call: Part; readonly keys: readonly string[] }
	| { readonly kind: 'parameter'; readonly keys: readonly string[] };

/** Where a name that stands at a part gets its value, looked for outwards; undefined where that is not in the block. */
export function originOf(name: string, at: Part): Origin | undefined {
	let inner = at;
	for (const around of partsAround(at)) {
		const found = boundBy(name, around, inner) ?? declaredIn(name, around, inner, at);
		if (found) return found;
		inner = around;
	}
	return undefined;
}

/** The keys that lead from a target's value to a name in it; none for the target itself. */
export function keysTo(name: string, target: Part): readonly string[] | undefined {
	if (target.kind !== 'destructuring') return target.text === name ? [] : undefined;
	for (const child of target.children) {
		if (child.kind === 'pair') {
			const key = keyOf(childIn(child, 'key'));
			const value = childIn(child, 'value');
			const inner = value && keysTo(name, value);
			if (inner && key !== undefined) return [key, ...inner];
		} else if (child.fields.includes('key') && child.text === name) {
			return [name];
		}
	}
	return undefined;
}

/** A catch, a loop or a function gives names to what is in it. */
function boundBy(name: string, around: Part, inner: Part): Origin | undefined {
	if (around.kind === 'function') return parameterOf(name, around);
	if (around.kind !== 'catch' && around.kind !== 'loop') return undefined;
	const target = childIn(around, 'name');
	const keys = target && target !== inner ? keysTo(name, target) : undefined;
	if (!target || !keys) return undefined;
	if (around.kind === 'catch')
		return { kind: 'caught', attempted: around.parent && childIn(around.parent, 'body'), keys };
	const value = childIn(around, 'value');
	return value && { kind: 'value', value, target, keys };
}

function parameterOf(name: string, part: Part): Origin | undefined {
	const single = part.children.filter((child) => child.kind === 'parameter');
	for (const parameter of [...single, ...(childIn(part, 'parameters')?.children ?? [])]) {
		const keys = keysTo(name, childIn(parameter, 'name') ?? parameter);
		if (keys) return givenTo(part, keys);
	}
	return undefined;
}

/** What calls a function that stands as an argument, and gives it its first parameter. */
function givenTo(part: Part, keys: readonly string[]): Origin {
	const list = part.parent;
	const asked = askedOfAjax(part);
	if (asked) return { kind: 'caught', attempted: asked, keys };
	const call = list?.fields.includes('arguments') ? list.parent : undefined;
	const callee = call?.kind === 'call' ? childIn(call, 'callee') : undefined;
	if (!call || !callee) return { kind: 'parameter', keys };
	const method = callee.kind === 'member' ? childIn(callee, 'property')?.text : undefined;
	const object = childIn(callee, 'object');
	const first = argumentsOf(call)[0] === part;
	if (object && (method === 'catch' || method === 'fail' || (method === 'then' && !first))) {
		return { kind: 'caught', attempted: object, keys };
	}
	if (object && (method === 'then' || method === 'done')) return { kind: 'value', value: object, target: part, keys };
	return { kind: 'callback', call, keys };
}

/** The call that is told to give its error to a function: `$.ajax({ error: function (xhr) { … } })`. */
function askedOfAjax(part: Part): Part | undefined {
	const { parent } = part;
	const name = childIn(part, 'name') ?? (parent?.kind === 'pair' ? childIn(parent, 'key') : undefined);
	const table = parent?.kind === 'pair' ? parent.parent : parent;
	const call = table?.kind === 'table' && table.parent?.fields.includes('arguments') ? table.parent.parent : undefined;
	const isAjax = call?.kind === 'call' && /^(?:\$|jQuery)\.ajax$/.test(childIn(call, 'callee')?.text ?? '');
	return isAjax && name?.text === 'error' ? call : undefined;
}

function declaredIn(name: string, around: Part, inner: Part, at: Part): Origin | undefined {
	const before = around.children.filter((child) => child.start < inner.start && child !== inner);
	const declared = before.map((child) => declaration(name, child)).findLast(Boolean);
	if (!declared) return undefined;
	return assignedIn(name, around, at) ?? declared.origin;
}

/** The declaration of a name in a statement, not looking into its blocks. */
function declaration(name: string, part: Part): { readonly origin: Origin | undefined } | undefined {
	if (part.kind === 'variable') {
		const target = childIn(part, 'name');
		const value = childIn(part, 'value');
		const keys = target && keysTo(name, target);
		if (!target || !keys) return undefined;
		return { origin: value && { kind: 'value', value, target, keys } };
	}
	if (part.kind !== undefined && part.kind !== 'export') return undefined;
	for (const child of part.children) {
		const found = declaration(name, child);
		if (found) return found;
	}
	return undefined;
}

/** The last value that is assigned to a name before a part, in the same function. */
function assignedIn(name: string, scope: Part, at: Part): Origin | undefined {
	let found: Origin | undefined;
	for (const part of partsIn(scope, (inner) => inner === scope || inner.kind !== 'function' || holds(inner, at))) {
		if (part.kind !== 'assignment' || part.start >= at.start || holds(part, at)) continue;
		const target = childIn(part, 'left');
		const value = childIn(part, 'right');
		const keys = target && keysTo(name, target);
		if (target && value && keys) found = { kind: 'value', value, target, keys };
	}
	return found;
}

/** Whether a part stands in another. */
export function holds(outer: Part, inner: Part): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}
