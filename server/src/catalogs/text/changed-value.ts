import type { JsonPath, PathEdit } from '../../catalog/problem.ts';

/**
 * What a value should be after edits by path; undefined where one of them leads nowhere, or a name is taken. Items are
 * taken out of lists last, so that all paths are those of the value as it was.
 */
export function valueAfter(value: unknown, edits: readonly PathEdit[]): { readonly value: unknown } | undefined {
	const first = edits[0]?.path[0];
	const root = copyOf(value ?? (typeof first === 'number' ? [] : {}));
	const gone = new Map<unknown[], Set<number>>();
	for (const edit of edits) {
		const container = containerFor(root, edit);
		const step = edit.path.at(-1);
		if (container === undefined || step === undefined || !isDone(edit, container, step, gone)) return undefined;
	}
	for (const [list, indexes] of gone) list.splice(0, list.length, ...list.filter((_, index) => !indexes.has(index)));
	return { value: root };
}

type Container = Record<string, unknown> | unknown[];

/** A copy in which nothing is shared. Throws for a value that holds itself. */
function copyOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(copyOf);
	if (!isContainer(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copyOf(field)]));
}

function isContainer(value: unknown): value is Container {
	return typeof value === 'object' && value !== null;
}

/** What holds the value at the end of the path; made, where it is to hold something new. */
function containerFor(root: unknown, edit: PathEdit): Container | undefined {
	let container = root;
	for (const [index, step] of edit.path.slice(0, -1).entries()) {
		if (!isContainer(container)) return undefined;
		const inner = field(container, step);
		if (isContainer(inner)) container = inner;
		else if (!('value' in edit) || (inner !== undefined && inner !== null)) return undefined;
		else {
			const made: Container = typeof edit.path[index + 1] === 'number' ? [] : {};
			if (!isSet(container, step, made)) return undefined;
			container = made;
		}
	}
	return isContainer(container) ? container : undefined;
}

function field(container: Container, step: string | number): unknown {
	if (Array.isArray(container)) return typeof step === 'number' ? container[step] : undefined;
	return Object.hasOwn(container, step) ? container[step] : undefined;
}

/** Sets a field, or adds an item behind the others of a list. */
function isSet(container: Container, step: JsonPath[number], value: unknown): boolean {
	if (Array.isArray(container)) {
		if (typeof step !== 'number' || step < 0) return false;
		container[Math.min(step, container.length)] = value;
		return true;
	}
	Object.defineProperty(container, step, { value, writable: true, enumerable: true, configurable: true });
	return true;
}

function isDone(
	edit: PathEdit,
	container: Container,
	step: JsonPath[number],
	gone: Map<unknown[], Set<number>>,
): boolean {
	if ('value' in edit) return isSet(container, step, copyOf(edit.value));
	if (Array.isArray(container)) {
		if (!('remove' in edit) || typeof step !== 'number' || step < 0 || step >= container.length) return false;
		gone.set(container, (gone.get(container) ?? new Set()).add(step));
		return true;
	}
	if (!Object.hasOwn(container, step)) return false;
	const value = container[step];
	delete container[step];
	if ('remove' in edit) return true;
	return !Object.hasOwn(container, edit.rename) && isSet(container, edit.rename, value);
}

/** Whether two values are the same, whatever the order of their keys; a field that is undefined is none. */
export function hasValueOf(one: unknown, other: unknown): boolean {
	if (Array.isArray(one) || Array.isArray(other))
		return (
			Array.isArray(one) &&
			Array.isArray(other) &&
			one.length === other.length &&
			one.every((item, index) => hasValueOf(item, other[index]))
		);
	if (!isContainer(one) || !isContainer(other)) return Object.is(one, other);
	const keys = Object.keys(one).filter((key) => one[key as never] !== undefined);
	const others = Object.keys(other).filter((key) => other[key as never] !== undefined);
	return (
		keys.length === others.length &&
		keys.every((key) => Object.hasOwn(other, key) && hasValueOf(one[key as never], other[key as never]))
	);
}
