import type { Edit } from '../../syntax/span.ts';

/** The text after edits that do not overlap; of two at one place the first given comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	const sorted = edits
		.map((edit, index) => ({ edit, index }))
		.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
	const parts: string[] = [];
	let from = 0;
	for (const { edit } of sorted) {
		parts.push(text.slice(from, edit.start), edit.text);
		from = Math.max(from, edit.end);
	}
	return [...parts, text.slice(from)].join('');
}

/** One edit of whole lines that makes the one text the other; none where they are the same. */
export function editBetween(before: string, after: string): readonly Edit[] {
	if (before === after) return [];
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	start = before.lastIndexOf('\n', start - 1) + 1;
	let same = 0;
	while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
	const nextLine = before.indexOf('\n', before.length - same - 1) + 1;
	same = nextLine > 0 && nextLine >= start ? before.length - nextLine : 0;
	return [{ start, end: before.length - same, text: after.slice(start, after.length - same) }];
}
