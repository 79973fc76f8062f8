import type { Catalog } from '../catalog/catalog.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { childOf, keyOf, withSlash } from '../project/places.ts';

/** Where a folder has its own catalogs. */
const place = '.api-errors';

/** The files, and the folder with them, to be followed for changes. */
export const catalogGlobs: readonly string[] = [`**/${place}`, `**/${place}/*.json`];

/** What the surroundings provide. */
export interface CatalogSource {
	readonly readFile: (uri: string) => Promise<string>;
	/** Rejects where there is no such folder. */
	readonly readFolder: (uri: string) => Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
	/** Is told in a sentence what is wrong with a file. */
	readonly report: (message: string) => void;
}

/** A file with a catalog, and the last catalog that could be read of it. */
export interface CatalogFile {
	readonly uri: string;
	readonly text: string;
	readonly catalog: Catalog | undefined;
}

/** The folder's catalog files, in the order of their names; a file whose text is as before stays the same object. */
export async function readCatalogFiles(
	folder: string,
	before: readonly CatalogFile[],
	source: CatalogSource,
): Promise<readonly CatalogFile[]> {
	const own = `${withSlash(folder)}${place}/`;
	// Most folders have none, and need not be told.
	const entries = await source.readFolder(own).catch(() => []);
	const names = entries.filter(({ name, isFolder }) => !isFolder && name.endsWith('.json')).map(({ name }) => name);
	const known = new Map(before.map((file) => [file.uri, file]));
	return Promise.all(names.sort().map((name) => readFile(childOf(own, name), known.get(childOf(own, name)), source)));
}

/** Whether a change of the file, or of a folder above it, may change a folder's catalogs. */
export function mayHoldCatalogs(uri: string, folder: string): boolean {
	const own = keyOf(`${withSlash(folder)}${place}`);
	const changed = keyOf(uri).replace(/\/$/, '');
	return changed === own || changed.startsWith(`${own}/`);
}

async function readFile(uri: string, before: CatalogFile | undefined, source: CatalogSource): Promise<CatalogFile> {
	const text = await source.readFile(uri).catch((error: unknown) => asError(error));
	if (text === before?.text) return before;
	const instead = before?.catalog ? 'what it said before stays in use' : 'it is left out';
	const name = nameOf(uri);
	if (typeof text !== 'string') {
		source.report(`${name} cannot be read, so ${instead}: ${text.message}`);
		return before ?? { uri, text: '', catalog: undefined };
	}
	const { catalog, problem } = readText(text);
	if (problem)
		source.report(
			`${name} ${catalog ? 'is used as far as it can be read' : `is no catalog, so ${instead}`}: ${problem}`,
		);
	return { uri, text, catalog: catalog ?? before?.catalog };
}

/** The catalog in a text, and what is wrong with it in a sentence. */
function readText(text: string): { readonly catalog: Catalog | undefined; readonly problem: string | undefined } {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		return { catalog: undefined, problem: asError(error).message };
	}
	const { catalog, problems } = readCatalog(value);
	const [first, ...more] = problems;
	if (!first) return { catalog, problem: undefined };
	const where = first.path.length > 0 ? ` (at ${first.path.join('.')})` : '';
	const used = catalog && { ...catalog, hasProblems: true };
	return {
		catalog: used,
		problem: `${first.message}${where}${more.length > 0 ? ` And ${more.length} more problems.` : ''}`,
	};
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** `.api-errors/acme.json`: a person knows in which folder. */
export function nameOf(uri: string): string {
	return keyOf(uri).split('/').slice(-2).join('/');
}
