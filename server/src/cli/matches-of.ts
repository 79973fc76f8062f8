import type { CatalogIndex, Match } from '../catalog/catalog-index.ts';

/** What somebody may mean by a code: the codes and statuses that are exactly this, or else those that a name stands for. */
export function matchesOf(code: string, index: CatalogIndex): readonly Match[] {
	const exact = [...index.byString(code), ...(/^-?\d+$/.test(code) ? index.byNumber(Number(code)) : [])];
	return exact.length > 0 ? exact : index.byName(code);
}
