import type { Edit } from '../../server/src/syntax/span.ts';

/** A text after the edits. Throws where they overlap or are not in the order of the text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	let result = '';
	let last = 0;
	for (const { start, end, text: added } of edits) {
		if (start < last || end < start || end > text.length)
			throw new Error(`Edits overlap or are out of order at ${start}`);
		result += text.slice(last, start) + added;
		last = end;
	}
	return result + text.slice(last);
}
