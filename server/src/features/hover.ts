import type { Hover, MarkupKind } from 'vscode-languageserver';
import type { Analysis, Meaning } from '../analysis/analysis.ts';
import { occurrenceAt } from '../analysis/occurrence-at.ts';
import { describeEntry, mentionEntry } from './describe-entry.ts';
import { safeMarkdown } from './markdown.ts';
import { markup } from './markup.ts';
import { rangeOf } from './range-of.ts';

export interface HoverOptions {
	readonly verbosity: 'compact' | 'full';
	readonly format: MarkupKind;
}

/** What stands at the offset: the error of the API that is meant, then what else it may be in a line each. */
export function hover(analysis: Analysis, offset: number, options: HoverOptions): Hover | null {
	const found = occurrenceAt(analysis, offset);
	if (!found) return null;
	return {
		contents: markup(describeMeanings(found.occurrence.meanings, analysis, options.verbosity), options.format),
		range: rangeOf(analysis.document, found.span),
	};
}

function describeMeanings(
	meanings: readonly Meaning[],
	{ catalogs }: Analysis,
	verbosity: HoverOptions['verbosity'],
): string {
	const [likeliest] = meanings;
	if (!likeliest) return '';
	const equals = meanings.filter(
		({ step, catalog }) => step === likeliest.step && (catalog !== catalogs.http || catalog === likeliest.catalog),
	);
	const rest = meanings.filter((meaning) => !equals.includes(meaning));
	const parts = equals.map(({ entry, catalog, reason }) =>
		describeEntry(entry, catalog, { verbosity, catalogs, reason }),
	);
	if (equals.length > 1) parts.unshift(ambiguity(equals));
	const others = rest.map(({ entry, catalog }) => mentionEntry(entry, catalog));
	return [parts.join('\n\n---\n\n'), ...others].join('\n\n');
}

function ambiguity(meanings: readonly Meaning[]): string {
	return `It may be ${safeMarkdown(meanings.map(({ catalog }) => catalog.name).join(' or '))}: nothing here says which.`;
}
