import type { Edit } from '../../../syntax/span.ts';
import { applied } from '../../text/edit-data-text.ts';

/** The text after edits that do not overlap; of two at one place the first given comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	return applied(
		text,
		edits.toSorted((one, other) => one.start - other.start || one.end - other.end),
	);
}

/** One edit of whole lines that makes the one text the other; none where they are the same. */
export function editBetween(before: string, after: string): readonly Edit[] {
	if (before === after) return [];
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
	let same = 0;
	while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
	const nextLine = before.indexOf('\n', before.length - same - 1) + 1;
	same = nextLine > 0 && nextLine >= start ? before.length - nextLine : 0;
	return [{ start, end: before.length - same, text: after.slice(start, after.length - same) }];
}
