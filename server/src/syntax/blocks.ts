import type { Node, Tree, TreeCursor } from 'web-tree-sitter';
import type { Code } from './code.ts';
import { codeFromParts } from './code-from-parts.ts';
import type { Interest } from './code-reader.ts';
import type { CompiledRoles } from './parts/node-roles.ts';
import { partTree } from './parts/part-tree.ts';
import type { ModuleWords } from './read-modules.ts';
import type { Change, KnownPoint } from './text-change.ts';

/** A top-level block of a text; without code where it cannot matter. */
export interface BlockRow {
	readonly start: number;
	readonly end: number;
	readonly code: Code | undefined;
	/** The number of the node's type; undefined where there is an error in it. */
	readonly soundType: number | undefined;
	/** Whether the row is no statement but what the parser could make nothing of. */
	readonly isError: boolean;
}

/** What is kept of a text so that its next version costs only what changed. */
export interface Reading {
	readonly text: string;
	/** What the parser was given for it. */
	readonly spelled: string;
	readonly languageId: string;
	readonly tree: Tree;
	readonly interest: Interest;
	readonly rows: readonly BlockRow[];
	/** A place in the text whose line is known: the next edit is seldom far from the last. */
	readonly mark: KnownPoint;
}

interface Fresh {
	readonly tree: Tree;
	readonly roles: CompiledRoles;
	readonly modules: ModuleWords;
	readonly text: string;
	readonly spelled: string;
	readonly languageId: string;
	readonly interest: Interest;
	readonly before: Reading | undefined;
	/** The tree before, with the edit applied to it. */
	readonly old: Tree | undefined;
	readonly change: Change | undefined;
	readonly mark: KnownPoint;
}

/**
 * Reads the blocks of a parsed text. A block that lies outside what changed keeps its Code: offsets in Code count from
 * the block's start, so that it need not be touched when the block moves.
 */
export function readBlocks(fresh: Fresh): Reading {
	const { tree, text, spelled, languageId, interest, before, old, change, mark } = fresh;
	const same = before?.interest === interest;
	const rows =
		before && old && change && same ? changedRows(fresh, before.rows, dirtyRange(old, tree, change)) : allRows(fresh);
	return { text, spelled, languageId, tree, interest, rows, mark };
}

/** Every row, read anew but for those whose text was read before. */
function allRows(fresh: Fresh): readonly BlockRow[] {
	const { tree, text, before, interest } = fresh;
	// A block that did not matter before may matter now that other names are known, and one that did no longer.
	const isSettled = ({ start, end, code }: BlockRow) =>
		code !== undefined && interest.mayMatter(text.slice(start, end));
	const settled = before?.text === text ? before.rows.filter(isSettled) : [];
	const known = new Map(settled.map((row) => [row.start, row]));
	const read = rowReader(fresh);
	return blocksOf(tree.rootNode.children, fresh.roles).map((nodes) => known.get(nodes[0].startIndex) ?? read(nodes));
}

interface DirtyRange {
	readonly from: number;
	readonly to: number;
	/** How far what follows has moved. */
	readonly delta: number;
}

/** What an edit changed: its own place, because a literal's new text leaves the tree as it was, and where the tree differs. */
function dirtyRange(old: Tree, tree: Tree, change: Change): DirtyRange {
	let from = change.start;
	let to = change.newEnd;
	for (const range of old.getChangedRanges(tree)) {
		from = Math.min(from, range.startIndex);
		to = Math.max(to, range.endIndex);
	}
	return { from, to, delta: change.newEnd - change.oldEnd };
}

/** The rows before what changed, those that changed, and those after it, moved. */
function changedRows(fresh: Fresh, before: readonly BlockRow[], { from, to, delta }: DirtyRange): readonly BlockRow[] {
	const { pieces } = fresh.roles;
	const kept = rowFrom(before, ({ end }) => end >= from);
	// What ended the text may have been but a piece of what follows it now.
	const rows = before.slice(0, pieces.size > 0 ? Math.max(0, kept - 1) : kept);
	const read = rowReader(fresh);
	const cursor = fresh.tree.walk();
	let isThere = cursor.gotoFirstChild();
	// One step for each row that is kept: asking the cursor for an offset does not work in its web binding.
	for (let step = 0; isThere && step < rows.length; step++) isThere = passBlock(cursor, pieces);
	while (isThere) {
		const { startIndex: start } = cursor;
		const next = start > to ? rowFrom(before, (row) => row.start >= start - delta) : before.length;
		const nodes: BlockNodes = [cursor.currentNode];
		isThere = passBlock(cursor, pieces, nodes);
		const row = before[next];
		if (row?.start === start - delta && row.end === endOf(nodes) - delta) {
			for (const one of before.slice(next)) rows.push(moved(one, delta));
			break;
		}
		rows.push(read(nodes));
	}
	cursor.delete();
	return rows;
}

/** Nodes that stand beside each other in the tree and are one block. */
type BlockNodes = [Node, ...Node[]];

/** The blocks of top-level nodes: one each, but for nodes with which a block only begins. */
function blocksOf(nodes: readonly Node[], { pieces }: CompiledRoles): readonly BlockNodes[] {
	const blocks: BlockNodes[] = [];
	let open: BlockNodes | undefined;
	for (const node of nodes) {
		if (open) {
			open.push(node);
		} else {
			open = [node];
			blocks.push(open);
		}
		if (pieces.size === 0 || !pieces.has(node.typeId)) open = undefined;
	}
	return blocks;
}

/** Moves the cursor past the block that it is at, whose nodes after the first are added to the list; false at the end. */
function passBlock(cursor: TreeCursor, pieces: ReadonlySet<number>, nodes?: BlockNodes): boolean {
	for (;;) {
		const goesOn = pieces.size > 0 && pieces.has(cursor.nodeTypeId);
		if (!cursor.gotoNextSibling()) return false;
		if (!goesOn) return true;
		nodes?.push(cursor.currentNode);
	}
}

const endOf = (nodes: BlockNodes): number => (nodes.at(-1) ?? nodes[0]).endIndex;

function moved(row: BlockRow, delta: number): BlockRow {
	return delta === 0 ? row : { ...row, start: row.start + delta, end: row.end + delta };
}

/** The index of the first row that is far enough; rows are in order. */
function rowFrom(rows: readonly BlockRow[], isFarEnough: (row: BlockRow) => boolean): number {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const row = rows[middle];
		if (row && isFarEnough(row)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/**
 * Reads the rows of nodes. A node of the same type and text as before, both without an error, says the same: in broken
 * code a parse may call everything changed.
 */
function rowReader(fresh: Fresh): (nodes: BlockNodes) => BlockRow {
	const { text, roles, modules, interest, before } = fresh;
	let known: ReadonlyMap<string, BlockRow> | undefined;
	return (nodes) => {
		const [{ startIndex: start, typeId }] = nodes;
		const end = endOf(nodes);
		const slice = text.slice(start, end);
		const isError = nodes.some((node) => node.isError);
		if (!interest.mayMatter(slice)) return { start, end, code: undefined, soundType: undefined, isError };
		const soundType = nodes.some((node) => node.hasError) ? undefined : typeId;
		known ??= rowsByText(before?.rows ?? []);
		const same = soundType === undefined ? undefined : known.get(slice);
		if (same?.soundType === soundType && same?.code) return { start, end, code: same.code, soundType, isError };
		const own = detached(slice);
		return { start, end, code: codeFromParts(partTree(nodes, roles, own, start), modules), soundType, isError };
	};
}

function rowsByText(rows: readonly BlockRow[]): ReadonlyMap<string, BlockRow> {
	return new Map(rows.flatMap((row) => (row.code && row.soundType !== undefined ? [[row.code.text, row]] : [])));
}

/** What of a reading serves another text: the rows on both sides of the one block that differs, and that block. */
export interface ChangedBlock {
	readonly before: readonly BlockRow[];
	readonly after: readonly BlockRow[];
	/** Where the block stands in the new text. */
	readonly start: number;
	readonly end: number;
}

/** The block in which alone a text differs from the one that was read; undefined where it is not one block. */
export function changedBlock({ rows }: Reading, { start, oldEnd, newEnd }: Change): ChangedBlock | undefined {
	const index = rowFrom(rows, (row) => row.end > start);
	const row = rows[index];
	if (!row || row.isError || row.start >= start || row.end <= oldEnd) return undefined;
	const delta = newEnd - oldEnd;
	const after = rows.slice(index + 1).map((one) => moved(one, delta));
	return { before: rows.slice(0, index), after, start: row.start, end: row.end + delta };
}

/** Reads the blocks of a text that is a part of another and begins there at the offset. */
export function readPart(tree: Tree, offset: number, fresh: Omit<Fresh, 'tree'>): readonly BlockRow[] {
	return blocksOf(tree.rootNode.children, fresh.roles)
		.map(rowReader({ ...fresh, tree }))
		.map((row) => moved(row, offset));
}

/** A copy of its own, because a slice would keep the whole text of its document in memory. */
function detached(slice: string): string {
	return JSON.parse(JSON.stringify(slice)) as string;
}
