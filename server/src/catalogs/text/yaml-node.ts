import { isMap, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { DataNode, DataPart } from './data-node.ts';

/** A node of YAML as it stands in the text; undefined where nothing is written. */
export function yamlNode(node: unknown, text: string): DataNode | undefined {
	if (isMap(node)) return collection('map', node, (item, at) => pairPart(item, text, at));
	if (isSeq(node)) return collection('list', node, (item, at) => itemPart(item, text, at, !node.flow));
	const range = rangeOf(node);
	if (!range) return undefined;
	const [start, end] = range;
	return {
		kind: isScalar(node) ? 'scalar' : 'other',
		isBlock: false,
		parts: [],
		start,
		end: isScalar(node) && isBlockScalar(node) ? withoutLineBreak(text, start, end) : end,
	};
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
	return typeof node === 'object' && node !== null && 'range' in node ? ((node as Node).range ?? undefined) : undefined;
}

function isBlockScalar({ type }: Scalar): boolean {
	return type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED;
}

function withoutLineBreak(text: string, start: number, end: number): number {
	if (end <= start || text[end - 1] !== '\n') return end;
	return text[end - 2] === '\r' ? end - 2 : end - 1;
}

/** @param partOf makes a part of an item; it is told where the one before it ends */
function collection(
	kind: 'map' | 'list',
	node: YAMLMap | YAMLSeq,
	partOf: (item: unknown, at: number) => DataPart,
): DataNode | undefined {
	const range = rangeOf(node);
	if (!range) return undefined;
	const parts: DataPart[] = [];
	let end = range[0];
	for (const item of node.items) {
		const part = partOf(item, end);
		parts.push(part);
		end = part.end;
	}
	const isBlock = !node.flow;
	return { kind, isBlock, parts, start: range[0], end: isBlock ? end : range[1] };
}

function pairPart(item: unknown, text: string, at: number): DataPart {
	const { key, value } = item as Pair;
	const range = rangeOf(key);
	const [start, end] = range ?? [at, at];
	const node = value === null ? undefined : yamlNode(value, text);
	const name = isScalar(key) ? String(key.value ?? '') : '';
	return { key: { name, start, end }, node, start, end: Math.max(end, node?.end ?? end) };
}

function itemPart(item: unknown, text: string, at: number, isBlock: boolean): DataPart {
	const node = yamlNode(item, text);
	const start = isBlock ? dashAfter(text, at) : (node?.start ?? at);
	return { key: undefined, node, start, end: Math.max(node?.end ?? start, isBlock ? start + 1 : start) };
}

/** The offset of the next dash, before which only blanks and comments stand. */
function dashAfter(text: string, offset: number): number {
	let at = offset;
	while (at < text.length && text[at] !== '-') {
		const lineEnd = text.indexOf('\n', at);
		if (text[at] === '#') at = lineEnd < 0 ? text.length : lineEnd;
		at++;
	}
	return at;
}
