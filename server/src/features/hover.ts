import type { Hover, MarkupKind } from 'vscode-languageserver';
import type { Analysis, Meaning } from '../analysis/analysis.ts';
import { occurrenceAt } from '../analysis/occurrence-at.ts';
import { describeEntry, mentionEntry } from '../explain/describe-entry.ts';
import { likeliestOf } from '../explain/likeliest.ts';
import { safeMarkdown } from '../explain/markdown.ts';
import { markup } from './markup.ts';
import { rangeOf } from './range-of.ts';

export interface HoverOptions {
	readonly verbosity: 'compact' | 'full';
	readonly format: MarkupKind;
}

/**
 * What stands at the offset: the error of the API that is meant, or of each where several fit equally; then what else
 * it may be, in a line each. A number by which nothing points to an API is HTTP's alone.
 */
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
	const isHttp = ({ catalog }: Meaning) => catalog === catalogs.http;
	const described = likeliestOf(meanings, catalogs);
	const mentioned = meanings.filter(
		(meaning) => !described.includes(meaning) && (isHttp(meaning) || meaning.step !== 'none'),
	);
	const parts = described.map(({ entry, catalog, reason }) =>
		describeEntry(entry, catalog, { verbosity, catalogs, reason: catalog === catalogs.http ? undefined : reason }),
	);
	if (described.length > 1) parts.unshift(ambiguity(described));
	const mentions = mentioned.map(({ entry, catalog }) => mentionEntry(entry, catalog));
	return [parts.join('\n\n---\n\n'), ...mentions].join('\n\n');
}

function ambiguity(meanings: readonly Meaning[]): string {
	return `It may be ${safeMarkdown(meanings.map(({ catalog }) => catalog.name).join(' or '))}: nothing here says which.`;
}
