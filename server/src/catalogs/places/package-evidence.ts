import type { Catalog } from '../../catalog/catalog.ts';
import { keyOf } from '../../project/places.ts';
import type { CatalogFile } from '../files/catalog-file.ts';

/** The catalogs, in which a package that brings one shows that its API is in play, whether or not its author says so. */
export function withPackageNames(
	catalogs: readonly Catalog[],
	files: readonly CatalogFile[],
	ofPackages: ReadonlySet<string>,
): readonly Catalog[] {
	if (ofPackages.size === 0) return catalogs;
	const names = new Map<string, string>();
	for (const { uri, layer } of files) {
		const name = ofPackages.has(uri) ? packageOf(uri) : undefined;
		if (name !== undefined && layer?.id !== undefined) names.set(layer.id, name);
	}
	return catalogs.map((catalog) => {
		const name = names.get(catalog.id);
		const { packages } = catalog.evidence;
		if (name === undefined || packages.includes(name)) return catalog;
		return { ...catalog, evidence: { ...catalog.evidence, packages: [...packages, name] } };
	});
}

/** The name of the package that has a file, with its scope. */
function packageOf(uri: string): string | undefined {
	return /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(keyOf(uri))?.[1];
}
