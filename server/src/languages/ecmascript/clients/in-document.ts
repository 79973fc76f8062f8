import type { Edit } from '../../../syntax/span.ts';
import type { ClientSite } from './client-site.ts';

/** Edits of a block as edits of its document, in order; undefined where two of them overlap. */
export function inDocument(edits: readonly Edit[], { place }: ClientSite): readonly Edit[] | undefined {
	const sorted = edits
		.map(({ start, end, text }) => ({ start: start + place.offset, end: end + place.offset, text }))
		.sort((a, b) => a.start - b.start || a.end - b.end);
	const overlap = sorted.some((edit, index) => edit.start < (sorted[index - 1]?.end ?? 0));
	return overlap ? undefined : sorted;
}
