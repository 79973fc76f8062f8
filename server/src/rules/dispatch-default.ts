import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../analysis/analysis.ts';
import { type Cover, coversIn } from '../analysis/directives/directives.ts';
import type { Branch } from '../syntax/code.ts';
import { childIn, type Part } from '../syntax/parts/part.ts';

/** The default of a dispatch, where it stands in the block: a table's may stand where something looks into it. */
export function defaultOf({ dispatch }: ErrorDispatch, { code }: AnalyzedBlock): Branch | undefined {
	const otherwise = dispatch.branches.find((branch) => branch.isDefault);
	return otherwise && rootOf(otherwise.part) === code.root ? otherwise : undefined;
}

/** The directives that say what the default of a dispatch covers. */
export function coversOf(judged: ErrorDispatch, block: AnalyzedBlock, analysis: Analysis): readonly Cover[] {
	const { directives } = analysis;
	const otherwise = directives.covers.length > 0 ? defaultOf(judged, block) : undefined;
	return otherwise ? coversIn(directives, ...linesOf(otherwise, block, analysis)) : [];
}

/** The lines of a default's head, from 0. The word for it may stand above the brace that begins it. */
function linesOf({ part }: Branch, block: AnalyzedBlock, { document }: Analysis): [number, number] {
	const lineAt = (offset: number): number => document.positionAt(block.start + offset).line;
	const to = lineAt(part.start);
	const before = part.parent?.kind === 'if' ? childIn(part.parent, 'body') : undefined;
	const after = before ? lineAt(before.start + before.text.trimEnd().length) : to;
	return [after < to ? after + 1 : to, to];
}

function rootOf(part: Part): Part {
	let root = part;
	while (root.parent) root = root.parent;
	return root;
}
