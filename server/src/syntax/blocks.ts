import type { Node, Tree } from 'web-tree-sitter';
import type { Code } from './code.ts';
import { codeFromParts } from './code-from-parts.ts';
import type { Change, Interest } from './code-reader.ts';
import type { CompiledRoles } from './node-roles.ts';
import { partTree } from './part-tree.ts';

/** A top-level block of a text; without code where it cannot matter. */
export interface BlockRow {
	readonly start: number;
	readonly end: number;
	readonly code: Code | undefined;
}

/** What is kept of a text so that its next version costs only what changed. */
export interface Reading {
	readonly text: string;
	readonly languageId: string;
	readonly tree: Tree;
	readonly interest: Interest;
	readonly rows: readonly BlockRow[];
}

interface Fresh {
	readonly tree: Tree;
	readonly roles: CompiledRoles;
	readonly importCalls: readonly string[];
	readonly text: string;
	readonly languageId: string;
	readonly interest: Interest;
	readonly before: Reading | undefined;
	/** The tree before, with the edit applied to it. */
	readonly old: Tree | undefined;
	readonly change: Change | undefined;
}

/**
 * Reads the blocks of a parsed text. A block that lies outside what changed keeps its Code: offsets in Code count from
 * the block's start, so that it need not be touched when the block moves.
 */
export function readBlocks(fresh: Fresh): Reading {
	const { tree, text, languageId, interest } = fresh;
	const kept = keptRows(fresh);
	const rows: BlockRow[] = [];
	for (const node of tree.rootNode.children) {
		const start = node.startIndex;
		const end = node.endIndex;
		const same = kept(start, end);
		rows.push({ start, end, code: same ? same.code : readBlock(node, start, end, fresh) });
	}
	return { text, languageId, tree, interest, rows };
}

function readBlock(
	node: Node,
	start: number,
	end: number,
	{ text, roles, importCalls, interest }: Fresh,
): Code | undefined {
	const slice = text.slice(start, end);
	if (!interest.mayMatter(slice)) return undefined;
	const own = detached(slice);
	return codeFromParts(partTree(node, roles, own, start), importCalls);
}

/** A copy of its own, because a slice would keep the whole text of its document in memory. */
function detached(slice: string): string {
	return JSON.parse(JSON.stringify(slice)) as string;
}

/** Finds the row that a block had before; undefined for what changed. */
function keptRows({
	before,
	old,
	tree,
	change,
	interest,
	text,
}: Fresh): (start: number, end: number) => BlockRow | undefined {
	if (!before) return () => undefined;
	const byStart = new Map(before.rows.map((row) => [row.start, row]));
	// A block that did not matter before may matter now that other names are known.
	const settled = (row: BlockRow | undefined): BlockRow | undefined =>
		row?.code !== undefined || before.interest === interest ? row : undefined;
	if (before.text === text) return (start) => settled(byStart.get(start));
	if (!old || !change) return () => undefined;
	const delta = change.newEnd - change.oldEnd;
	let from = change.start;
	let to = change.newEnd;
	for (const range of old.getChangedRanges(tree)) {
		from = Math.min(from, range.startIndex);
		to = Math.max(to, range.endIndex);
	}
	return (start, end) => {
		const moved = start > to ? delta : end < from ? 0 : undefined;
		if (moved === undefined) return undefined;
		const row = byStart.get(start - moved);
		return row && row.end === end - moved ? settled(row) : undefined;
	};
}
