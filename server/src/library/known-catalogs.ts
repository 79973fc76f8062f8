import { pathToFileURL } from 'node:url';
import type { Catalog } from '../catalog/catalog.ts';
import { buildCatalogIndex, type CatalogIndex } from '../catalog/catalog-index.ts';
import { readCatalog as read } from '../catalog/read-catalog.ts';
import { problemsIn } from '../cli/catalogs-for.ts';
import { matchesOf } from '../cli/matches-of.ts';
import { catalogsAround, searchBelow } from '../cli/reach.ts';
import type * as library from './library.d.ts';
import { folderIn, ownHost } from './surroundings.ts';

export const readCatalog: typeof library.readCatalog = (value) => {
	const { catalog, problems } = read(value);
	return { catalog, problems: problems.map(({ path, message, severity }) => ({ path, message, severity })) };
};

export const loadCatalogs: typeof library.loadCatalogs = async (given) => {
	const { index, problems } = await catalogsIn(folderIn({ ...(given !== undefined && { folder: given }) }));
	return { catalogs: index.catalogs, problems };
};

export const explain: typeof library.explain = async (code, options = {}) => {
	const { index } = await catalogsIn(folderIn(options));
	const matches = matchesOf(`${code}`, withCatalogs(index, options.catalogs));
	return matches.map(({ catalog: { id, name, url }, entry }) => ({
		api: { id, name, ...(url !== undefined && { url }) },
		entry,
	}));
};

interface FoundCatalogs {
	readonly index: CatalogIndex;
	readonly problems: readonly string[];
}

/** The catalogs that come with us, and those in a folder and below it. */
export async function catalogsIn(folder: string): Promise<FoundCatalogs> {
	const host = ownHost();
	const problems: string[] = [];
	const around = catalogsAround(host, () => undefined);
	const index = await searchBelow(folder, host, around, (problem) => problems.push(problem));
	const reports = await around.reports();
	return { index, problems: [...problems, ...reports.flatMap((one) => problemsIn(one, pathToFileURL(folder).href))] };
}

/** The catalogs known, with those that are given in the place of others with the same id. They count as the folder's own. */
export function withCatalogs({ catalogs, ofFolder }: CatalogIndex, given: readonly Catalog[] = []): CatalogIndex {
	return buildCatalogIndex(catalogs, [...ofFolder, ...given]);
}
