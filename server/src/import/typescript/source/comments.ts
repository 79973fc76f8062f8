import type { Block } from '../../../syntax/code.ts';
import type { Span } from '../../../syntax/span.ts';

/** A comment in a source; offsets count from the start of the source. */
export interface FoundComment extends Span {
	readonly text: string;
	/** Whether it begins like `/**`. */
	readonly isDoc: boolean;
}

/** Finds the comments that belong to a piece of a source. */
export interface Comments {
	/** Those that end right before an offset, first to last. */
	before(start: number): readonly FoundComment[];
	/** The one after what ends at an offset, with nothing else in the rest of the line. */
	after(end: number): FoundComment | undefined;
}

/** Gathers the comments of a source. */
export function commentsOf(text: string, blocks: readonly Block[]): Comments {
	const byStart = new Map<number, FoundComment>();
	const byEnd = new Map<number, FoundComment>();
	for (const { start: base, code } of blocks)
		for (const { start, end, text: own } of code.comments) {
			const comment = { start: base + start, end: base + end, text: own, isDoc: /^\/\*\*(?!\/)/.test(own) };
			byStart.set(comment.start, comment);
			byEnd.set(comment.end, comment);
		}
	return {
		before: (start) => commentsBefore(text, start, byEnd),
		after(end) {
			const at = skipped(text, end, /[ \t]*[,;]?[ \t]*/y);
			const comment = byStart.get(at);
			return comment && lineEnds(text, comment.end) ? comment : undefined;
		},
	};
}

function commentsBefore(
	text: string,
	start: number,
	byEnd: ReadonlyMap<number, FoundComment>,
): readonly FoundComment[] {
	const found: FoundComment[] = [];
	for (let at = start; ; ) {
		const end = spaceBefore(text, at);
		const comment = byEnd.get(end);
		// An empty line parts a comment from what follows; what stands behind other code belongs to that.
		const isApart = /\n[ \t\r]*\n/.test(text.slice(end, at));
		if (!comment || isApart || !(isFirstInLine(text, comment.start) || !text.slice(end, at).includes('\n')))
			return found.reverse();
		found.push(comment);
		at = comment.start;
	}
}

/** Where the white space, and the bar of a union, before an offset begins. */
function spaceBefore(text: string, offset: number): number {
	let at = offset;
	while (at > 0 && /[\s|]/.test(text.charAt(at - 1))) at--;
	return at;
}

function isFirstInLine(text: string, offset: number): boolean {
	let at = offset;
	while (at > 0 && /[ \t|]/.test(text.charAt(at - 1))) at--;
	return at === 0 || /[\r\n]/.test(text.charAt(at - 1));
}

function skipped(text: string, from: number, pattern: RegExp): number {
	const sticky = new RegExp(pattern.source, 'y');
	sticky.lastIndex = from;
	return sticky.test(text) ? sticky.lastIndex : from;
}

function lineEnds(text: string, offset: number): boolean {
	const at = skipped(text, offset, /[ \t]*/y);
	return at >= text.length || /[\r\n]/.test(text.charAt(at));
}
