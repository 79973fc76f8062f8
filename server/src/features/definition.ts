import type { Analysis } from '../analysis/analysis.ts';
import { valueOfName } from '../analysis/names/values.ts';
import { occurrenceAt, type PlacedOccurrence } from '../analysis/occurrence-at.ts';
import type { Match } from '../catalog/catalog-index.ts';
import { likeliestOf } from '../explain/likeliest.ts';
import type { Import } from '../syntax/code.ts';
import type { Span } from '../syntax/span.ts';

/** What stands at a place of a document, and the entries of catalogs that define it. */
export interface Defined {
	/** UTF-16 units from the start of the document. */
	readonly span: Span;
	/** Those that fit equally well. */
	readonly entries: readonly Match[];
}

/**
 * What defines the code or the status at an offset. A name is left to its own language, which leads to where it is
 * declared, and there stands the literal; except where it is declared at the place itself, or the file says nothing of
 * where it comes from.
 */
export function definedAt(analysis: Analysis, offset: number): Defined | undefined {
	const found = occurrenceAt(analysis, offset);
	if (!found || (found.occurrence.name !== undefined && isLeftToLanguage(found, analysis))) return undefined;
	const entries = likeliestOf(found.occurrence.meanings, analysis.catalogs);
	return { span: found.span, entries: entries.map(({ catalog, entry }) => ({ catalog, entry })) };
}

function isLeftToLanguage({ occurrence, block }: PlacedOccurrence, analysis: Analysis): boolean {
	const { facts, blocks, catalogs } = analysis;
	const { name = '', start, end } = occurrence;
	if (block.code.constants.some(({ at }) => at.start === start && at.end === end)) return false;
	if (valueOfName(name, facts, catalogs)?.shown) return true;
	const root = name.split('.', 1).join();
	if ([facts.functions, facts.tables, facts.types, facts.sources].some((names) => names.has(root))) return true;
	return blocks.some(({ code }) => code.imports.some((one) => mayBring(one, root)));
}

/** Whether an import may have brought a name: under the name itself, or with all that there is. */
function mayBring({ names, isImplied }: Import, root: string): boolean {
	// What only its being named brings would be known by now.
	return !isImplied && names.some(({ alias }) => alias === root || alias === '*');
}
