import type { Catalog } from '../../catalog/catalog.ts';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { isCommonCode } from '../../catalog/common-codes.ts';

/** Two codes that stand together and show their API: only it has them, and one of them is not in common use. */
export interface CodesTogether {
	readonly catalog: Catalog;
	readonly codes: readonly [string, string];
}

/** What values that stand together show; each API once. */
export function codesTogether(values: readonly string[], catalogs: CatalogIndex): readonly CodesTogether[] {
	const byOwner = new Map<Catalog, Set<string>>();
	for (const value of values) {
		const owner = ownerOf(value, catalogs);
		if (owner) byOwner.set(owner, (byOwner.get(owner) ?? new Set()).add(value));
	}
	return [...byOwner].flatMap(([catalog, codes]) => {
		const telling = [...codes].find((code) => !isCommonCode(code));
		const other = [...codes].find((code) => code !== telling);
		return telling === undefined || other === undefined ? [] : [{ catalog, codes: [telling, other] }];
	});
}

/** The one catalog that has the code. */
function ownerOf(code: string, catalogs: CatalogIndex): Catalog | undefined {
	const [first, ...more] = catalogs.byString(code);
	return more.every(({ catalog }) => catalog === first?.catalog) ? first?.catalog : undefined;
}
