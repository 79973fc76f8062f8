import { standsAlone } from '../../analysis/directives/directives.ts';
import type { Edit, Span } from '../../syntax/span.ts';
import { lineEndAt, lineStartAt } from '../../syntax/text-lines.ts';
import type { Fix } from '../rule.ts';

/** Writes what was meant in the place of what stands there. */
export function replaceWord({ start, end }: Span, meant: string): Fix {
	return { title: `Replace with ${meant}`, edits: [{ start, end, text: meant }], safe: false, preferred: true };
}

/** Takes one word out of a comment's list; the comment goes with the last. */
export function removeWord(word: Span, words: readonly Span[], comment: Span, text: string): readonly Fix[] {
	const index = words.findIndex(({ start }) => start === word.start);
	const before = words[index - 1];
	const after = words[index + 1];
	if (before === undefined && after === undefined) return removeComment(comment, text);
	const start = before ? before.end : word.start;
	const end = before || !after ? word.end : after.start;
	const title = `Remove ${text.slice(word.start, word.end)} from the comment`;
	return [{ title, edits: [{ start, end, text: '' }], safe: true }];
}

/** Removes a comment: with its line where it is alone there, with the blanks before it where it ends a line. */
export function removeComment(comment: Span, text: string): readonly Fix[] {
	const edit = removedLine(comment, text) ?? removedEnd(comment, text);
	return edit ? [{ title: 'Remove the comment', edits: [edit], safe: true }] : [];
}

function removedLine(comment: Span, text: string): Edit | undefined {
	if (!standsAlone(comment, text)) return undefined;
	const end = lineEndAt(text, comment.end);
	const lineBreak = /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
	return { start: lineStartAt(text, comment.start), end: end + lineBreak, text: '' };
}

function removedEnd({ start, end }: Span, text: string): Edit | undefined {
	const lineStart = lineStartAt(text, start);
	const before = text.slice(lineStart, start).trimEnd();
	if (text.slice(end, lineEndAt(text, end)).trim() !== '') return undefined;
	return { start: lineStart + before.length, end, text: '' };
}
