import { foldersAbove, keyOf } from '../../project/places.ts';
import { fieldsIn, readJsonObject } from '../../project/read-json.ts';
import { eachOf } from '../../project/walk.ts';
import { mayBeCatalog } from '../files/catalog-names.ts';
import type { CatalogSource } from '../files/catalog-source.ts';
import { uriOfPath } from './named-path.ts';

/** Dependencies of one manifest that are looked at, and files of one package. */
const [mostDependencies, mostFiles] = [2_000, 20];
/** Bytes of a manifest that are read. */
const largestManifest = 1_000_000;
/** What installs packages writes one of these when it is done. */
const lockFile =
	/^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|\.package-lock\.json)$/;
const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** Files that tell of other packages, as an editor's globs; manifests are followed for other reasons. */
export const packageGlobs: readonly string[] = [
	'**/{package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,bun.lockb}',
	'**/node_modules',
	'**/node_modules/.package-lock.json',
];

/** The packages of one manifest. */
interface Search {
	readonly folder: string;
	readonly root: string;
	/** What was found last. */
	found: readonly string[];
	/** Whether the last search has ended. */
	isDone: boolean;
	/** The search that was begun last; undefined where another is due. */
	searching: Promise<readonly string[]> | undefined;
	/** The manifest's text at the last search. */
	manifest: string | undefined;
	/** Whether another search is only due where the manifest is another. */
	isUnsure: boolean;
}

/**
 * Catalogs in packages that manifests depend on: those that their `package.json` names under `apiErrors`. They are data,
 * and only what is inside of a package is read.
 */
export class PackageCatalogs {
	readonly #source: Pick<CatalogSource, 'readFile' | 'readFolder' | 'report'>;
	readonly #searches = new Map<string, Search>();

	constructor(source: Pick<CatalogSource, 'readFile' | 'readFolder' | 'report'>) {
		this.#source = source;
	}

	/**
	 * The catalogs' URIs as they are known, and a promise of more where a search goes on. Nothing here rejects.
	 * @param folder a folder with a manifest
	 * @param root the folder of the workspace, above which only a disk is looked at
	 */
	of(folder: string, root: string): { readonly found: readonly string[]; readonly late?: Promise<readonly string[]> } {
		const key = keyOf(folder);
		const search = this.#searches.get(key) ?? newSearch(folder, root);
		this.#searches.set(key, search);
		search.searching ??= this.#begin(search);
		return search.isDone ? { found: search.found } : { found: search.found, late: search.searching };
	}

	#begin(search: Search): Promise<readonly string[]> {
		const searching = this.#search(search);
		search.isDone = false;
		void searching.then((found) => {
			if (search.searching !== searching) return;
			search.found = found;
			search.isDone = true;
		});
		return searching;
	}

	/** A file or a folder came, went or changed; whether that may matter. */
	changed(key: string): boolean {
		const [parent = '', name = ''] = key.split('/').slice(-2);
		const isInstalled = key.includes('/node_modules/') && parent !== 'node_modules';
		if (isInstalled) return false;
		const isEverywhere = tellsOfPackages(key);
		const folder = key.slice(0, key.lastIndexOf('/') + 1);
		const due = isEverywhere
			? [...this.#searches.values()]
			: name === 'package.json'
				? [this.#searches.get(folder)]
				: [];
		for (const search of due) {
			if (!search) continue;
			search.searching = undefined;
			search.isUnsure = false;
		}
		return due.some((search) => search !== undefined);
	}

	/** Any manifest may have changed that nobody tells of. */
	recheck(): void {
		for (const search of this.#searches.values()) {
			search.isUnsure = search.searching !== undefined && search.isDone;
			search.searching = undefined;
		}
	}

	async #search(search: Search): Promise<readonly string[]> {
		const { folder, root, found: before } = search;
		const text = await this.#textOf(`${folder}package.json`);
		const isSame = search.isUnsure && text === search.manifest;
		search.manifest = text;
		return isSame ? before : this.#searchFor(text, folder, root);
	}

	async #searchFor(text: string | undefined, folder: string, root: string): Promise<readonly string[]> {
		const manifest = text === undefined ? undefined : readJsonObject(text);
		const names = manifest ? dependenciesOf(manifest) : [];
		const places = names.length > 0 ? await this.#placesFor(folder, root) : [];
		if (places.length === 0) return [];
		const found: (readonly string[])[] = [];
		await eachOf(names.entries(), async ([index, name]) => {
			found[index] = await this.#catalogsOf(name, places);
		});
		return found.flat();
	}

	/** The folders in which packages are sought, nearest first, as Node.js does. */
	async #placesFor(folder: string, root: string): Promise<readonly string[]> {
		const above = foldersAbove(`${folder}package.json`, folder.startsWith('file:') ? undefined : root);
		const places = above.filter((one) => !one.endsWith('/node_modules/')).map((one) => `${one}node_modules/`);
		const areThere = await Promise.all(
			places.map((place) =>
				this.#source.readFolder(place, false).then(
					() => true,
					() => false,
				),
			),
		);
		return places.filter((_, index) => areThere[index]);
	}

	async #catalogsOf(name: string, places: readonly string[]): Promise<readonly string[]> {
		for (const place of places) {
			const folder = `${place}${name}/`;
			const text = await this.#textOf(`${folder}package.json`);
			if (text === undefined) continue;
			const manifest = text.includes('"apiErrors"') ? readJsonObject(text) : undefined;
			return manifest && 'apiErrors' in manifest ? this.#named(name, folder, manifest.apiErrors) : [];
		}
		return [];
	}

	#named(name: string, folder: string, given: unknown): readonly string[] {
		if (given === undefined) return [];
		const paths: readonly unknown[] = Array.isArray(given) ? given.slice(0, mostFiles) : [given];
		return paths.flatMap((path): string[] => {
			const uri = typeof path === 'string' ? uriOfPath(path, folder, folder) : undefined;
			if (uri !== undefined && mayBeCatalog(uri)) return [uri];
			this.#source.report(`The package ${name} names something as its catalog that is no JSON or YAML file in it.`);
			return [];
		});
	}

	async #textOf(uri: string): Promise<string | undefined> {
		const text = await this.#source.readFile(uri, largestManifest).catch(() => undefined);
		return text !== undefined && text.length <= largestManifest ? text : undefined;
	}
}

function newSearch(folder: string, root: string): Search {
	return { folder, root, found: [], isDone: false, searching: undefined, manifest: undefined, isUnsure: false };
}

/** Whether other packages are there once a file or a folder has changed. */
export function tellsOfPackages(key: string): boolean {
	const name = key.slice(key.lastIndexOf('/') + 1);
	return name === 'node_modules' || lockFile.test(name);
}

/** Names that can be those of packages. */
function dependenciesOf(manifest: object): readonly string[] {
	const names = fieldsIn(manifest, kinds).map(([name]) => name);
	return [...new Set(names)].filter((name) => isName.test(name) && name.length <= 214).slice(0, mostDependencies);
}

const isName = /^(?:@[a-z\d_~-][\w.~-]*\/)?[a-z\d_~-][\w.~-]*$/i;
