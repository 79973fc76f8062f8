import { dirname, extname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { buildCatalogIndex, type CatalogIndex } from '../catalog/catalog-index.ts';
import { closestName } from '../catalog/closest.ts';
import { effectiveCatalog } from '../catalog/effective-catalog.ts';
import { catalogFolder } from '../catalog-globs.ts';
import { type CatalogFile, readCatalogFile } from '../catalogs/files/catalog-file.ts';
import { type CatalogScope, FolderCatalogs } from '../catalogs/folder-catalogs.ts';
import { catalogGraph, layersFrom } from '../catalogs/layers/catalog-graph.ts';
import { findCatalogFolders } from '../catalogs/places/find-catalog-folders.ts';
import type { Host } from '../host/host.ts';
import { withSlash } from '../project/places.ts';
import { Mistake, type Surroundings, type Terminal } from './command.ts';
import { projectRoot } from './project-root.ts';
import { readText } from './read-text.ts';

/** The catalogs that are found around files. */
export function catalogsAround(host: Host, report: (message: string) => void): FolderCatalogs {
	return new FolderCatalogs(builtinCatalogs, {
		readFile: (uri, largest) => host.readFile(uri, largest),
		readFolder: (uri) => host.readFolder(uri, true),
		report,
		onLate: () => undefined,
		onFound: () => undefined,
	});
}

/**
 * For what the catalogs around a file count: as if the file were named, wherever it is.
 * @param folder the root of the project, which no path leaves
 */
export function scopeOf(file: string, folder: string): CatalogScope {
	const around = dirname(file).replace(new RegExp(`[\\\\/]${catalogFolder.replace('.', '\\.')}$`), '');
	const path = relative(folder, file);
	const isInside = path !== '' && !path.startsWith('..') && resolve(folder, path) === file && !/^[a-z]:/i.test(path);
	const root = isInside ? folder : around;
	const named = relative(root, file).replaceAll('\\', '/');
	return { uri: pathToFileURL(file).href, folders: [pathToFileURL(root).href], named: named === '' ? [] : [named] };
}

/** The catalogs that count for the files of a folder: its own, and those of the project around it. */
export async function scopeIn(folder: string): Promise<CatalogScope> {
	const root = pathToFileURL(await projectRoot(folder)).href;
	return { uri: `${withSlash(pathToFileURL(folder).href)}-`, folders: [root], named: [] };
}

/** The catalogs that count for the files of a folder, and those of all folders below it: of two with one id, the folder's own. */
export async function catalogsBelow({ host, terminal }: Surroundings): Promise<CatalogIndex> {
	const report = (message: string) => terminal.printError(`${message}\n`);
	return searchBelow(terminal.folder, host, catalogsAround(host, report), report);
}

/**
 * The same, by what finds and keeps catalogs.
 * @param folder an absolute path
 * @param report is told where a folder is too large to be searched
 */
export async function searchBelow(
	folder: string,
	host: Host,
	around: FolderCatalogs,
	report: (message: string) => void,
): Promise<CatalogIndex> {
	const readFolder = (uri: string) => host.readFolder(uri, true);
	const here = await scopeIn(folder);
	const below = await findCatalogFolders(withSlash(pathToFileURL(folder).href), { readFolder, report });
	const scopes = below.map((one) => ({ ...here, uri: `${one}-` }));
	const [near, all] = [await around.of(here), await around.ofAll(scopes)];
	return buildCatalogIndex(builtinCatalogs, [...all.ofFolder, ...near.ofFolder]);
}

/** A catalog with all that it extends. Rejects with a `Mistake` where the text is none. */
export async function catalogIn(
	text: string,
	path: string,
	{ host, terminal }: Surroundings,
	beside = path,
): Promise<Catalog> {
	const file = resolve(terminal.folder, beside);
	const read = readCatalogFile(pathToFileURL(file).href, text);
	const { layer } = read;
	if (!layer)
		throw new Mistake(`${path} is no catalog: ${placeOf(read)}${read.problems[0]?.message ?? 'it has no id.'}`);
	const reports = await catalogsAround(host, () => undefined).reportsFor(
		scopeOf(file, await projectRoot(terminal.folder)),
	);
	const others = reports.flatMap((report) => (report.file && report.file.uri !== read.uri ? [report.file] : []));
	const node = catalogGraph(builtinCatalogs, [...others, read], []).nodes.find((one) => one.file === read);
	const nodes = node ? layersFrom(node) : [];
	const isWhole = nodes.every(({ beneath }) => beneath.every((lower) => typeof lower === 'object'));
	if (!node?.id || !isWhole) throw new Mistake(`${path} extends a catalog that is not there.`);
	const catalog = effectiveCatalog(
		nodes.map((one) => one.layer),
		node.id,
	);
	return warned(catalog, terminal);
}

/** What is wrong in a catalog is not in what becomes of it, which is better known. */
function warned(catalog: Catalog, { printError }: Terminal): Catalog {
	const { id, hasProblems } = catalog;
	if (hasProblems) printError(`Parts of the catalog “${id}” are wrong and left out; api-errors validate names them.\n`);
	return catalog;
}

function placeOf({ text, problems: [problem] }: CatalogFile): string {
	if (!problem) return '';
	const before = text.slice(0, problem.start);
	return `line ${before.split('\n').length}, column ${problem.start - before.lastIndexOf('\n')}: `;
}

/** The catalog in a file, or the one in reach that has the id. */
export async function catalogNamed(name: string, surroundings: Surroundings): Promise<Catalog> {
	const { terminal } = surroundings;
	if (name === '-' || /[\\/]/.test(name) || /^\.(json|ya?ml)$/i.test(extname(name)))
		return catalogIn(await readText(name, terminal), name, surroundings);
	const index = await catalogsBelow(surroundings);
	const found = index.byId(name);
	if (found) return warned(found, terminal);
	const ids = index.catalogs.map(({ id }) => id);
	const meant = closestName(name, ids);
	const hint = meant === undefined ? '.' : `; did you mean “${meant}”?`;
	throw new Mistake(`There is no catalog “${name}”${hint} In reach are ${ids.join(', ')}.`);
}
