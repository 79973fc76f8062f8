import type { Meaning } from '../analysis/analysis.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';

/** Of what something may mean, the likeliest: HTTP's status alone, or the error of each API that fits equally well. */
export function likeliestOf(meanings: readonly Meaning[], { http }: CatalogIndex): readonly Meaning[] {
	const [first] = meanings;
	if (!first || first.catalog === http) return first ? [first] : [];
	return meanings.filter(({ step, catalog }) => step === first.step && catalog !== http);
}
