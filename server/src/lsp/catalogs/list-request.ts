import type { Catalog, Entry } from '../../catalog/catalog.ts';
import { nameOf } from '../../catalogs/files/catalog-names.ts';
import type { CatalogReport } from '../../catalogs/folder-catalogs.ts';
import type { ListedCatalog } from '../../protocol.ts';
import type { Workspace } from '../workspace.ts';

/**
 * The catalogs in reach of a document, or of all folders: those of the user first, then files that count for nothing,
 * because they are broken or another one outweighs them, then the catalogs that come with us.
 */
export async function listedCatalogs(workspace: Workspace, uri: string | undefined): Promise<readonly ListedCatalog[]> {
	const { catalogs, ofFolder } = await (uri === undefined ? workspace.allCatalogs() : workspace.catalogsFor(uri));
	const reports = await (uri === undefined ? workspace.catalogs.reports() : workspace.catalogs.reportsFor(uri));
	const files = reports.filter(({ file }) => file !== undefined);
	const own = catalogs
		.filter((catalog) => ofFolder.has(catalog))
		.map((catalog) => ({ catalog, report: files.findLast((report) => isOf(report, catalog)) }));
	const used = new Set(own.map(({ report }) => report));
	const others = catalogs.filter((catalog) => !ofFolder.has(catalog));
	return [
		...own.map(({ catalog, report }) => listed(catalog, report)),
		...files.filter((report) => !used.has(report)).map(unused),
		...others.map((catalog) => listed(catalog, undefined)),
	];
}

/** Whether a file is the one on top of a catalog; one without an id has that of what it extends. */
function isOf({ uri, file }: CatalogReport, { id, entries }: Catalog): boolean {
	const layer = file?.layer;
	if (!layer || layer.id !== undefined) return layer?.id === id;
	return layer.extends[0] === id || entries.some(({ origins = [] }) => origins.some(({ source }) => source === uri));
}

function listed({ id, name, entries }: Catalog, report: CatalogReport | undefined): ListedCatalog {
	return { id, name, ...counted(entries), ...(report ? stateOf(report) : { problems: [], isStale: false }) };
}

function unused(report: CatalogReport): ListedCatalog {
	const { id = '', name, entries = [] } = report.file?.layer ?? {};
	return { id, name: name ?? nameOf(report.uri), ...counted(entries.map(({ entry }) => entry)), ...stateOf(report) };
}

function counted(entries: readonly Entry[]): Pick<ListedCatalog, 'codes' | 'statuses' | 'required' | 'unfinished'> {
	const codes = entries.filter(({ kind }) => kind === 'code').length;
	return {
		codes,
		statuses: entries.length - codes,
		required: entries.filter(({ required }) => required).length,
		unfinished: entries.filter(({ todo = [] }) => todo.length > 0).length,
	};
}

function stateOf({ uri, file, problems }: CatalogReport): Pick<ListedCatalog, 'uri' | 'problems' | 'isStale'> {
	const wrong = problems.filter(({ severity }) => severity !== 'information');
	return { uri, problems: wrong.map(({ message }) => message), isStale: file?.isStale === true };
}
