import type { JsonPath } from '../../catalog/json-fields.ts';
import type { Span } from '../../syntax/span.ts';
import type { DataNode, DataPart } from './data-node.ts';
import type { DataText } from './data-text.ts';

/** What of a data text stands at a place: a key, or a value, which may be one item of a list. */
export interface DataPlace extends Span {
	readonly path: JsonPath;
	readonly part: 'key' | 'value';
}

/** The innermost key or value at an offset of a data text; undefined where there is none. */
export function pathAt(data: DataText, offset: number): DataPlace | undefined {
	const path: (string | number)[] = [];
	let node = data.root();
	if (!node || !covers(node, offset)) return undefined;
	for (;;) {
		const index = partIndex(node, offset);
		const part: DataPart | undefined = node.parts[index];
		if (part?.key && covers(part.key, offset)) return placeOf([...path, part.key.name], 'key', part.key);
		if (!part?.node || !covers(part.node, offset)) return placeOf(path, 'value', node);
		path.push(part.key?.name ?? index);
		node = part.node;
	}
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

/** The last part that begins at or before an offset: parts stand in their order, and there may be thousands. */
function partIndex({ parts }: DataNode, offset: number): number {
	let low = 0;
	let high = parts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((parts[middle]?.start ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

function covers({ start, end }: Span, offset: number): boolean {
	return start <= offset && offset <= end;
}

function placeOf(path: JsonPath, part: 'key' | 'value', { start, end }: Span): DataPlace {
	return { path, part, start, end };
}
