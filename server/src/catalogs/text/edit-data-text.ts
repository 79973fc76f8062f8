import type { JsonPath, PathEdit } from '../../catalog/problem.ts';
import type { Edit } from '../../syntax/span.ts';
import { hasValueOf, valueAfter } from './changed-value.ts';
import { type DataNode, type DataPart, partAt } from './data-node.ts';
import { type DataText, readDataText } from './data-text.ts';
import { editBlock } from './edit-block.ts';
import { editBrackets } from './edit-brackets.ts';
import { editWhole } from './edit-whole.ts';
import { styleOf } from './text-style.ts';

/** What is to be done with one map or list. */
export interface PartEdits {
	readonly node: DataNode;
	/** Undefined for the root. */
	readonly holder: Holder | undefined;
	readonly removed: ReadonlySet<number>;
	/** By the index of a part; the value, or another name for the key. */
	readonly changed: ReadonlyMap<number, { readonly value: unknown } | { readonly name: string }>;
	readonly added: readonly Addition[];
}

export interface Addition {
	/** Undefined for an item of a list. */
	readonly name: string | undefined;
	readonly value: unknown;
}

/** What a map or a list is the value of. */
export interface Holder {
	readonly part: DataPart;
	readonly isBlock: boolean;
}

/**
 * Writes changes of values into a text, and leaves comments, quotes and layout around them as they are. Paths are those
 * of the text as it is; none of them leads into what another one sets or removes.
 * @returns no edits where it cannot be done: the text is broken, something on the way is no map or list, a name is
 * taken, or what is changed counts elsewhere too, as in YAML what an alias stands for
 */
export function editsFor(text: DataText, edits: readonly PathEdit[]): readonly Edit[] {
	if (text.faults.length > 0 || edits.length === 0) return [];
	try {
		const expected = valueAfter(text.value, edits);
		if (!expected) return [];
		const written = writtenEdits(text, edits);
		return written && says(text, written, expected.value) ? written : [];
	} catch {
		// A value that holds itself, or is nested too deep to be gone through.
		return [];
	}
}

function writtenEdits(text: DataText, edits: readonly PathEdit[]): readonly Edit[] | undefined {
	const root = text.root();
	if (!root || (root.kind !== 'map' && root.kind !== 'list')) return editWhole(text, edits);
	const grouped = groupsOf(root, edits);
	if (!grouped) return undefined;
	const style = styleOf(text, root);
	const written = grouped.map((group) => (group.node.isBlock ? editBlock(group, style) : editBrackets(group, style)));
	return written.some((some) => some === undefined) ? undefined : inOrder(written.flatMap((some) => some ?? []));
}

/** The edits by the map or list that they change, the innermost first; undefined where one leads nowhere. */
function groupsOf(root: DataNode, edits: readonly PathEdit[]): readonly PartEdits[] | undefined {
	const groups = new Map<DataNode, Growing>();
	for (const edit of edits) {
		const place = placeOf(root, edit.path);
		if (!place) return undefined;
		const { node, holder, depth } = place;
		const group = groups.get(node) ?? { node, holder, depth, removed: new Set(), changed: new Map(), added: [] };
		groups.set(node, group);
		if (!take(edit, place, group)) return undefined;
	}
	return [...groups.values()].sort((one, other) => other.depth - one.depth);
}

interface Growing extends PartEdits {
	readonly depth: number;
	readonly removed: Set<number>;
	readonly changed: Map<number, { readonly value: unknown } | { readonly name: string }>;
	readonly added: Addition[];
}

interface Place {
	readonly node: DataNode;
	readonly holder: Holder | undefined;
	readonly depth: number;
	/** The steps from the node on; more than one where what they lead through is not there yet. */
	readonly steps: JsonPath;
}

/** The innermost map or list on the way to a path. */
function placeOf(root: DataNode, path: JsonPath): Place | undefined {
	let node = root;
	let holder: Holder | undefined;
	for (const [depth, step] of path.entries()) {
		if (node.kind !== 'map' && node.kind !== 'list') return undefined;
		const part = partAt(node, step);
		const isLast = depth === path.length - 1;
		const isNothing = !part?.node || part.node.end === part.node.start;
		if (isLast || isNothing) return { node, holder, depth, steps: path.slice(depth) };
		if (!part.node) return undefined;
		holder = { part, isBlock: node.isBlock };
		node = part.node;
	}
	return undefined;
}

function take(edit: PathEdit, { node, steps: [step, ...inner] }: Place, group: Growing): boolean {
	if (step === undefined) return false;
	const part = partAt(node, step);
	const index = part ? node.parts.indexOf(part) : -1;
	if ('remove' in edit) {
		if (index >= 0) group.removed.add(index);
		return index >= 0 && inner.length === 0;
	}
	if ('rename' in edit) {
		if (index >= 0) group.changed.set(index, { name: edit.rename });
		return part?.key !== undefined && inner.length === 0;
	}
	const value = wrapped(inner, edit.value);
	if (part) group.changed.set(index, { value });
	else group.added.push({ name: node.kind === 'map' ? String(step) : undefined, value });
	return true;
}

/** The value within the maps and lists that the steps lead through. */
function wrapped(steps: JsonPath, value: unknown): unknown {
	return steps.reduceRight<unknown>(
		(inner, step) => (typeof step === 'number' ? [inner] : Object.fromEntries([[step, inner]])),
		value,
	);
}

/** Sorted, and in one where they touch; undefined where two of them change the same. */
function inOrder(edits: readonly Edit[]): readonly Edit[] | undefined {
	const sorted = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
	const joined: Edit[] = [];
	for (const edit of sorted) {
		const last = joined.at(-1);
		const isNear = last !== undefined && edit.start <= last.end;
		// Lines that go may have the same line break between them.
		if (isNear && edit.start < last.end && (last.text !== '' || edit.text !== '')) return undefined;
		if (isNear)
			joined[joined.length - 1] = {
				start: last.start,
				end: Math.max(last.end, edit.end),
				text: last.text + edit.text,
			};
		else joined.push(edit);
	}
	return joined;
}

/** Whether the text says what it should once it is edited, and nothing else. */
function says(text: DataText, edits: readonly Edit[], expected: unknown): boolean {
	const after = readDataText(applied(text.text, edits), `catalog.${text.format}`);
	return after.faults.length === 0 && hasValueOf(after.value, expected);
}

/** The text with the edits made, which are in order and do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
	let at = 0;
	const pieces: string[] = [];
	for (const { start, end, text: written } of edits) {
		pieces.push(text.slice(at, start), written);
		at = end;
	}
	return [...pieces, text.slice(at)].join('');
}
