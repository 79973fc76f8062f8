import { catalogFolder } from '../../catalog-globs.ts';
import { limitsFor } from '../../project/survey.ts';
import { walk } from '../../project/walk.ts';
import { isCatalogPlace, nameOf } from '../files/catalog-names.ts';
import type { CatalogSource } from '../files/catalog-source.ts';

/** Files with catalogs in one folder of the workspace that are found by a search. */
const mostFiles = 1_000;

/**
 * Searches a folder for those that have catalogs or a project's file.
 * @param root a folder of the workspace, as a URI that ends in a slash
 * @returns URIs of folders, each once; what is beyond the limits of a search is left out, and reported
 */
export async function findCatalogFolders(
	root: string,
	{ readFolder, report }: Pick<CatalogSource, 'readFolder' | 'report'>,
): Promise<readonly string[]> {
	const found = new Set<string>();
	const isWhole = await walk(root, {
		readFolder: (uri) => readFolder(uri, false),
		isWanted: isCatalogPlace,
		isEntered: (name) => name === catalogFolder,
		limits: { ...limitsFor(root), files: mostFiles },
		async visit(uri) {
			found.add(new URL('.', uri).href);
		},
	});
	if (!isWhole) report(`${nameOf(root)} is too large to search all of it for catalogs.`);
	return [...found];
}
