import type { JsonPath } from '../../catalog/problem.ts';
import type { Span } from '../../syntax/span.ts';

/** A value where it is written. Blanks, comments and properties such as an anchor around it do not belong to it. */
export interface DataNode extends Span {
	/** `other` is what cannot be looked into, such as an alias. */
	readonly kind: 'map' | 'list' | 'scalar' | 'other';
	/** Whether lines and indentation say what belongs to it, rather than brackets. */
	readonly isBlock: boolean;
	readonly parts: readonly DataPart[];
}

/** What a map or a list is made of; of an item of a block, the dash is a part. */
export interface DataPart extends Span {
	/** Of a map. */
	readonly key: (Span & { readonly name: string }) | undefined;
	/** Undefined where nothing is written. */
	readonly node: DataNode | undefined;
}

/** The part of a map or a list that a step of a path leads to; of two with one name the last, which is what counts. */
export function partAt({ kind, parts }: DataNode, step: string | number): DataPart | undefined {
	if (kind === 'list') return typeof step === 'number' ? parts[step] : undefined;
	const name = String(step);
	return kind === 'map' ? parts.findLast(({ key }) => key?.name === name) : undefined;
}

/** `partAt` for whoever asks often: the names of large maps are looked through once. */
export function partFinder(): typeof partAt {
	const known = new WeakMap<DataNode, ReadonlyMap<string | undefined, DataPart>>();
	return (node, step) => {
		if (node.kind !== 'map' || node.parts.length < 100) return partAt(node, step);
		const parts = known.get(node) ?? new Map(node.parts.map((part) => [part.key?.name, part]));
		known.set(node, parts);
		return parts.get(String(step));
	};
}

/** The value that stands at a path; undefined where there is none. */
export function nodeAt(root: DataNode | undefined, path: JsonPath): DataNode | undefined {
	let node = root;
	for (const step of path) node = node && partAt(node, step)?.node;
	return node;
}

/**
 * The span of what stands at a path: of its value, of the key that it stands under where it has no value or the key is
 * asked for, and of the nearest key around it where there is nothing.
 */
export function spanAt(root: DataNode, path: JsonPath, at: 'key' | 'value', find = partAt): Span {
	let found: Span = root;
	let node: DataNode | undefined = root;
	for (const [index, step] of path.entries()) {
		const part: DataPart | undefined = node && find(node, step);
		if (!part) return found;
		const isLast = index === path.length - 1;
		const value = isLast && at === 'value' ? part.node : undefined;
		found = value && value.end > value.start ? value : (part.key ?? part.node ?? part);
		node = part.node;
	}
	return { start: found.start, end: found.end };
}
