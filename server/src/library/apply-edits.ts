import type * as library from './library.d.ts';

export const applyEdits: typeof library.applyEdits = (text, edits) => {
	const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
	let changed = '';
	let end = 0;
	for (const edit of sorted) {
		if (edit.start < end) continue;
		changed += text.slice(end, edit.start) + edit.text;
		end = edit.end;
	}
	return changed + text.slice(end);
};
