import type { Code, Dispatch, Literal } from '../code.ts';
import { isSeparate, separatorIn } from '../dispatches/statements.ts';
import type { CodeWriter, NewBranch } from '../language.ts';
import type { Part } from '../parts/part.ts';
import type { Span } from '../span.ts';
import {
	beginsLine,
	endsLine,
	indentationAt,
	indentationUnit,
	lineBreakAt,
	lineEndAt,
	widthOf,
} from '../text-lines.ts';

/** A value to be handled by a new branch. */
export interface NewLabel {
	/** As it is to be written: in quotes, as a number, or as a name. */
	readonly label: string;
	/** One line for the reader: what a caller does about it. */
	readonly comment: string;
}

/** A dispatch in its document. */
export interface Place {
	readonly dispatch: Dispatch;
	readonly code: Pick<Code, 'text' | 'root' | 'comments' | 'dispatches'>;
	/** Offset in the text at which the block begins. */
	readonly offset: number;
	/** The text of the whole document. */
	readonly text: string;
}

/** Where branches are to be written, and by what. */
export interface Site extends Place {
	readonly write: CodeWriter;
}

/** How lines of new code begin and end. */
export interface Layout {
	/** The blanks before the branch itself. */
	readonly outer: string;
	/** The blanks before what is in it. */
	readonly inner: string;
	/** One more level. */
	readonly unit: string;
	readonly lineBreak: string;
}

function arrowOf(part: Part): string | undefined {
	const sign = separatorIn(part);
	return sign && sign.parent !== part ? sign.text : undefined;
}

/** Whether what a switch or an if gives is used where it stands. */
export function isValue(part: Part): boolean {
	return (part.kind === 'switch' || part.kind === 'if') && isUsed(part);
}

function isUsed(part: Part): boolean {
	const { fields, parent } = part;
	if (fields.includes('value') || fields.includes('right') || fields.includes('argument')) return true;
	switch (parent?.kind) {
		case 'return':
		case 'throw':
			return true;
		case 'function':
			return fields.includes('body');
		case 'transparent':
			return isUsed(parent);
		case 'if':
			return (fields.includes('body') || fields.includes('alternative')) && isUsed(parent);
		case 'case':
		case 'default':
			return fields.includes('body') && parent.parent !== undefined && isUsed(parent.parent);
		case 'block':
			return isBranch(parent) && parent.children.findLast(({ kind }) => kind !== 'comment') === part && isUsed(parent);
		default:
			return false;
	}
}

const isBranch = ({ parent }: Part): boolean =>
	parent?.kind === 'if' || parent?.kind === 'case' || parent?.kind === 'default';

/** A branch that differs from a plain one only in what is given. */
export function newBranch(
	site: Pick<Site, 'dispatch' | 'write'>,
	{ label, comment }: NewLabel,
	own: Partial<NewBranch>,
): NewBranch {
	const { dispatch, write } = site;
	return {
		form: 'switch',
		label,
		subject: withoutParentheses(dispatch.subject.part.text),
		test: undefined,
		comment,
		separate: isSeparate(dispatch.part),
		colon: false,
		ending: 'break',
		thrown: undefined,
		likeDefault: undefined,
		quoted: quoted(label, dispatch, write),
		braces: false,
		below: false,
		semicolon: true,
		oneLine: false,
		arrow: arrowOf(dispatch.part),
		givesValue: write.givesValue?.(dispatch.part) ?? isValue(dispatch.part),
		continued: false,
		row: 'pair',
		computed: false,
		asynchronous: false,
		functionLike: undefined,
		tableType: undefined,
		...own,
	};
}

/** Lays text with tabs for levels out as the code around it is; its first line begins where it is put. */
export function laidOut(written: string, { outer, inner, unit, lineBreak }: Layout): string {
	const [first = '', ...rest] = written.split('\n');
	const lines = rest.map((line) => {
		const level = /^\t*/.exec(line)?.[0].length ?? 0;
		return (level === 0 ? outer : inner + unit.repeat(level - 1)) + line.slice(level);
	});
	return [first, ...lines].join(lineBreak);
}

/** The layout of a branch that begins in a line of its own like the sibling at `start`, whose statements are `body`. */
export function layoutLike(
	{ text, offset, code, write }: Place & Partial<Site>,
	start: number,
	bodies: readonly (readonly Part[])[],
): Layout {
	const outer = indentationAt(text, start);
	const unit = indentationUnit(code.text) ?? indentationUnit(text.slice(0, unitSample)) ?? write?.unit ?? '\t';
	const inner = bodies
		.flat()
		.filter((part) => beginsLine(text, offset + part.start))
		.map((part) => ({ blanks: indentationAt(text, offset + part.start), isBlock: part.kind === 'block' }))
		.find(({ blanks, isBlock }) => blanks.startsWith(outer) && (isBlock || blanks.length > outer.length))?.blanks;
	return {
		outer,
		inner: inner ?? outer + unit,
		unit: inner?.slice(outer.length) || unit,
		lineBreak: lineBreakAt(text, start),
	};
}

/** UTF-16 units at the start of a file that are enough to see how it is indented. */
const unitSample = 4_000;

/** The end of the line that ends with `end`, or with comments after it; undefined where code follows in that line. */
export function endWithComments({ text, offset, code }: Place, end: number): number | undefined {
	let last = end;
	for (const comment of code.comments) {
		const start = offset + comment.start;
		if (start >= last && start <= lineEndAt(text, last) && text.slice(last, start).trim() === '')
			last = offset + comment.end;
	}
	return endsLine(text, last) && lineEndAt(text, last) >= last ? lineEndAt(text, last) : undefined;
}

/**
 * The end of the line that ends with the code, with the comments after it: those in its last line, and those below, up
 * to `limit`, that are indented further than its first. Undefined where other code follows in that line.
 */
export function endWithOwnComments(place: Place, code: Span, limit: number): number | undefined {
	const { text, offset } = place;
	const width = widthOf(indentationAt(text, code.start));
	let end = endWithComments(place, code.end);
	for (const comment of place.code.comments) {
		const start = offset + comment.start;
		if (end === undefined || start < end || start >= limit) continue;
		const isNext = beginsLine(text, start) && text.slice(end, start).trim() === '';
		if (!isNext || widthOf(indentationAt(text, start)) <= width || saysNoDefault(comment.text)) break;
		end = endWithComments(place, offset + comment.end);
	}
	return end;
}

/** What linters take for a default: it must stay the last. */
export const saysNoDefault = (comment: string): boolean => /^\W*no default/i.test(comment);

/** Where a part ends without the comments after it, which some grammars count among it. Offset in the document. */
export function codeEnd({ start, end }: Span, { code, offset }: Pick<Place, 'code' | 'offset'>): number {
	let last = end;
	for (const comment of code.comments.toReversed()) {
		if (comment.end === last && comment.start > start) last = comment.start - blanksBefore(code.text, comment.start);
	}
	return offset + last;
}

function blanksBefore(text: string, end: number): number {
	return end - text.slice(0, end).trimEnd().length;
}

/** The label as the message of an error: what a name stands for is not known here, so its last word stands for it. */
function quoted(label: string, { branches }: Dispatch, write: CodeWriter): string {
	if (/^['"`]/.test(label)) return label;
	const like = branches
		.flatMap((branch) => branch.labels)
		.find((one) => one.kind === 'literal' && /^['"`]/.test(one.literal.text));
	const literal: Literal | undefined = like?.kind === 'literal' ? like.literal : undefined;
	return write.string(label.slice(label.lastIndexOf('.') + 1), literal);
}

function withoutParentheses(text: string): string {
	return /^\([^()]*\)$/.test(text) ? text.slice(1, -1).trim() : text;
}
