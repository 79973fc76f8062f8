import type { Dispatch } from '../code.ts';
import { clausesOf } from '../dispatches/clauses.ts';
import type { CodeWriter } from '../language.ts';
import { beginsLine } from '../text-lines.ts';
import { statementsIn } from './branch-style.ts';
import { caseStyle, labelLike } from './insert-case.ts';
import { laidOut, layoutLike, type NewLabel, newBranch, type Site } from './layout.ts';

/** Whole branches to be put in place of a label that is being typed, as completion does. */
export interface BranchText {
	/** How many branches it has. */
	readonly count: number;
	/** With a tab stop in each body, in the syntax of LSP's snippets. */
	readonly snippet: string;
	readonly plain: string;
}

/**
 * Whole branches for the labels, written as the siblings of the dispatch are. The text begins with the first label, for
 * what stands before it is there; lines after the first are indented from where the branch begins, as editors want it.
 * Undefined where the dispatch is no switch, or there is nothing to write.
 */
export function branchText(dispatch: Dispatch, labels: readonly NewLabel[], write: CodeWriter): BranchText | undefined {
	if (dispatch.form !== 'switch' || labels.length === 0) return undefined;
	const site = siteOf(dispatch, write);
	const patterned = labels.flatMap((label) => labelLike(site, label) ?? []);
	if (patterned.some((one, index) => one.label !== labels[index]?.label) || patterned.length < labels.length)
		return undefined;
	const clauses = clausesOf(site);
	const style = caseStyle(clauses, site);
	const like = clauses.find(({ start }) => beginsLine(site.text, start));
	const more = style.oneLine || !like;
	const own = more ? { ...style, form: 'switch' as const, oneLine: true, semicolon: style.semicolon || !like } : style;
	const bodies = clauses.map(({ body }) => statementsIn(body));
	const layout = { ...layoutLike(site, like?.start ?? dispatch.part.start, bodies), outer: '', lineBreak: '\n' };
	const branches = labels.map((label, index) => {
		const written = laidOut(write.branch(newBranch(site, label, own)), { ...layout, inner: layout.unit });
		const text = index === 0 ? written.slice(written.indexOf(label.label)) : written;
		return { text, comment: write.comment(label.comment, more) };
	});
	const between = like ? '\n'.repeat(style.spaced ? 2 : 1) : ' ';
	return {
		count: labels.length,
		plain: branches.map(({ text }) => text).join(between),
		snippet: `${branches.map(({ text, comment }, index) => withStop(text, comment, index + 1)).join(between)}$0`,
	};
}

/** Makes the comment of a branch the place where to type: it stays as it is until something is typed over it. */
function withStop(text: string, comment: string, stop: number): string {
	const at = text.lastIndexOf(comment);
	if (at < 0) return escaped(text);
	return `${escaped(text.slice(0, at))}\${${stop}:${escaped(comment)}}${escaped(text.slice(at + comment.length))}`;
}

function escaped(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}

/** The block alone tells how the siblings are written. */
function siteOf(dispatch: Dispatch, write: CodeWriter): Site {
	let root = dispatch.part;
	while (root.parent) root = root.parent;
	const code = { text: root.text, root, comments: [], dispatches: [] };
	return { dispatch, code, offset: 0, text: root.text, write };
}
