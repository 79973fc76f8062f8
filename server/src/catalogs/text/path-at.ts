import type { JsonPath } from '../../catalog/json-fields.ts';
import type { Span } from '../../syntax/span.ts';
import type { DataText } from './data-text.ts';

/** What of a data text stands at a place: a key, or a value, which may be one item of a list. */
export interface DataPlace extends Span {
	readonly path: JsonPath;
	readonly part: 'key' | 'value';
}

/** The innermost key or value at an offset of a data text; undefined where there is none. */
export function pathAt(data: DataText, offset: number): DataPlace | undefined {
	let place = placeOf(data, [], 'value', offset);
	let { value } = data;
	while (place) {
		const inner = innerAt(data, place, value, offset);
		if (!inner) return place;
		if (inner.part === 'key') return inner;
		value = childOf(value, inner.path.at(-1) ?? '');
		place = inner;
	}
	return undefined;
}

/** The value at a path as it was read; undefined where there is none. */
export function valueAt(data: DataText, path: JsonPath): unknown {
	return path.reduce(childOf, data.value);
}

function childOf(value: unknown, step: string | number): unknown {
	return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string | number, unknown>> {
	return typeof value === 'object' && value !== null;
}

function innerAt(
	data: DataText,
	{ path, ...around }: DataPlace,
	value: unknown,
	offset: number,
): DataPlace | undefined {
	if (Array.isArray(value)) return itemAt(data, path, value.length, offset);
	if (!isObject(value)) return undefined;
	for (const key of Object.keys(value)) {
		const own = [...path, key];
		const found = placeOf(data, own, 'key', offset) ?? placeOf(data, own, 'value', offset);
		// What an alias of YAML stands for is written elsewhere, and all of it seems to stand where the alias does.
		if (found) return found.start === around.start && found.end === around.end ? undefined : found;
	}
	return undefined;
}

/** Items stand in their order, and there may be thousands. */
function itemAt(data: DataText, path: JsonPath, length: number, offset: number): DataPlace | undefined {
	let low = 0;
	let high = length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (data.spanAt([...path, middle]).start <= offset) low = middle;
		else high = middle - 1;
	}
	return placeOf(data, [...path, low], 'value', offset);
}

function placeOf(data: DataText, path: JsonPath, part: 'key' | 'value', offset: number): DataPlace | undefined {
	const { start, end } = data.spanAt(path, part);
	return start <= offset && offset <= end ? { path, part, start, end } : undefined;
}
