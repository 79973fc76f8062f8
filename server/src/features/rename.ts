import type { Analysis } from '../analysis/analysis.ts';
import { occurrenceAt } from '../analysis/occurrence-at.ts';
import { likeliestOf } from '../explain/likeliest.ts';

/**
 * Why what stands at an offset is not renamed, as sentences in plain text: a code is what the API sends. Undefined for
 * all else, names of constants too, which their language renames.
 */
export function renameRefusal(analysis: Analysis, offset: number): string | undefined {
	const found = occurrenceAt(analysis, offset);
	if (!found || found.occurrence.name !== undefined) return undefined;
	const { value, meanings, part } = found.occurrence;
	const likely = likeliestOf(meanings, analysis.catalogs);
	const constant = found.block.code.constants.find(({ literal }) => literal.part === part);
	const instead = constant
		? `Rename the constant ${constant.name}, which holds it, instead.`
		: 'Give it to a constant, whose name is yours to choose.';
	const isHttp = likely.some(({ catalog }) => catalog === analysis.catalogs.http);
	const owner = isHttp ? 'an HTTP status' : `what ${likely.map(({ catalog }) => catalog.name).join(' or ')} sends`;
	const effect = isHttp ? 'it cannot be renamed' : 'renaming it here would not change the API';
	return [`${value} is ${owner}; ${effect}.`, instead, ...editCatalog(likely)].join(' ');
}

/** Where the API itself has renamed it, the user's catalog is what has to follow. */
function editCatalog(likely: ReturnType<typeof likeliestOf>): readonly string[] {
	const own = likely.find(({ entry }) => entry.origins?.[0] && !entry.origins[0].source.startsWith('builtin:'));
	return own ? [`If ${own.catalog.name} has renamed it, edit its catalog.`] : [];
}
