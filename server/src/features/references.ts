import type { Location } from 'vscode-languageserver';
import type { Analysis, Meaning } from '../analysis/analysis.ts';
import { occurrenceAt } from '../analysis/occurrence-at.ts';
import { rangeOf } from './range-of.ts';

/** A catalog's entry whose places in code are looked for. */
export type Sought = Pick<Meaning, 'catalog' | 'entry'>;

/** What stands for a catalog entry at an offset of the document; the likeliest where it may be several. */
export function soughtAt(analysis: Analysis, offset: number): Sought | undefined {
	return occurrenceAt(analysis, offset)?.occurrence.meanings[0];
}

/** Where the document has the entry: as a literal, a constant that stands for it, or a name of such a constant. */
export function references(analysis: Analysis, { catalog, entry }: Sought): readonly Location[] {
	const { document, blocks } = analysis;
	return blocks.flatMap(({ start, occurrences }) =>
		occurrences
			.filter(({ meanings: [first] }) => first?.catalog === catalog && first.entry.value === entry.value)
			.map((occurrence) => ({
				uri: document.uri,
				range: rangeOf(document, { start: start + occurrence.start, end: start + occurrence.end }),
			})),
	);
}
