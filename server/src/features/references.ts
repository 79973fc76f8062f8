import type { Location } from 'vscode-languageserver';
import type { Analysis, Meaning, Occurrence } from '../analysis/analysis.ts';
import { occurrenceAt } from '../analysis/occurrence-at.ts';
import { childIn } from '../syntax/parts/part.ts';
import type { Span } from '../syntax/span.ts';
import { rangeOf } from './range-of.ts';

/** A catalog's entry whose places in code are looked for. */
export type Sought = Pick<Meaning, 'catalog' | 'entry'>;

/**
 * What stands for a catalog entry at an offset of the document; the likeliest where it may be several. Of a name with
 * an owner only the last word does: `Slow` of `ApiError.Slow`, where `ApiError` is the name of the whole enum.
 */
export function soughtAt(analysis: Analysis, offset: number): Sought | undefined {
	const found = occurrenceAt(analysis, offset);
	if (!found || offset < found.block.start + ownWord(found.occurrence).start) return undefined;
	return found.occurrence.meanings[0];
}

/** Where the document has the entry: as a literal, a constant that stands for it, or a name of such a constant. */
export function references(analysis: Analysis, { catalog, entry }: Sought): readonly Location[] {
	const { document, blocks } = analysis;
	return blocks.flatMap(({ start, occurrences }) =>
		occurrences
			.filter(({ meanings: [first] }) => first?.catalog.id === catalog.id && first.entry.value === entry.value)
			.map((occurrence) => {
				const word = ownWord(occurrence);
				const range = rangeOf(document, { start: start + word.start, end: start + word.end });
				return { uri: document.uri, range };
			}),
	);
}

/** What of an occurrence is its own: the literal, or the last word of a name. */
function ownWord({ name, part, start, end }: Occurrence): Span {
	const word = name === undefined ? undefined : childIn(part, 'property');
	return word && start <= word.start && word.end <= end ? word : { start, end };
}
