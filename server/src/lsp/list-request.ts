import type { Catalog } from '../catalog/catalog.ts';
import type { ListedCatalog } from '../protocol.ts';
import type { Workspace } from './workspace.ts';

/** The catalogs in reach of a document, or of all folders: those of the user first. */
export async function listedCatalogs(workspace: Workspace, uri: string | undefined): Promise<readonly ListedCatalog[]> {
	const { catalogs, ofFolder } = await (uri === undefined ? workspace.allCatalogs() : workspace.catalogsFor(uri));
	const own = catalogs.filter((catalog) => ofFolder.has(catalog));
	return [...own, ...catalogs.filter((catalog) => !ofFolder.has(catalog))].map(listed);
}

function listed(catalog: Catalog): ListedCatalog {
	const { id, name, entries } = catalog;
	const codes = entries.filter(({ kind }) => kind === 'code').length;
	const file = entries.flatMap(({ origins = [] }) => origins.map(({ source }) => source)).find(isFile);
	return {
		id,
		name,
		codes,
		statuses: entries.length - codes,
		required: entries.filter(({ required }) => required).length,
		unfinished: entries.filter(({ todo = [] }) => todo.length > 0).length,
		problems: [],
		isStale: false,
		...(file !== undefined && { uri: file }),
	};
}

const isFile = (source: string): boolean => !source.startsWith('builtin:');
