import type { Catalog } from '../catalog/catalog.ts';
import { buildCatalogIndex, type CatalogIndex } from '../catalog/catalog-index.ts';
import { withSlash } from '../project/places.ts';
import { type CatalogFile, type CatalogSource, mayHoldCatalogs, nameOf, readCatalogFiles } from './catalog-files.ts';

interface Known {
	readonly files: readonly CatalogFile[];
	readonly index: CatalogIndex;
}

/**
 * The catalogs for what is in a folder: those that come with us, and those that the folder has in `.api-errors`. Nothing
 * is read before it is asked for, and nothing here rejects.
 */
export class FolderCatalogs {
	readonly #builtin: readonly Catalog[];
	readonly #plain: CatalogIndex;
	readonly #source: CatalogSource;
	/** What was read last; a file that breaks keeps what it said before. */
	readonly #known = new Map<string, Known>();
	readonly #reading = new Map<string, Promise<CatalogIndex>>();
	/** The reading that was begun last: one after the other, so that an older never undoes a newer. */
	readonly #last = new Map<string, Promise<CatalogIndex>>();

	constructor(builtin: readonly Catalog[], source: CatalogSource) {
		this.#builtin = builtin;
		this.#plain = buildCatalogIndex(builtin);
		this.#source = source;
	}

	/** The same object as long as the folder's catalogs say the same; a document in no folder has those that come with us. */
	of(folderUri: string | undefined): Promise<CatalogIndex> {
		if (folderUri === undefined) return Promise.resolve(this.#plain);
		const folder = withSlash(folderUri);
		const known = this.#reading.get(folder);
		if (known) return known;
		const reading = Promise.resolve(this.#last.get(folder)).then(() => this.#read(folder));
		this.#reading.set(folder, reading);
		this.#last.set(folder, reading);
		return reading;
	}

	/** Those that come with us, and those of all the folders: of two with the same id, the later folder's. */
	async ofAll(folders: readonly string[]): Promise<CatalogIndex> {
		const indexes = await Promise.all(folders.map((folder) => this.of(folder)));
		const [first = this.#plain] = indexes;
		if (indexes.length < 2) return first;
		return buildCatalogIndex(
			this.#builtin,
			indexes.flatMap(({ ofFolder }) => [...ofFolder]),
		);
	}

	/** Files were made, changed or removed: those that matter are read when they are next asked for. Whether any does. */
	changed(uris: readonly string[]): boolean {
		const folders = [...this.#reading.keys()].filter((folder) => uris.some((uri) => mayHoldCatalogs(uri, folder)));
		for (const folder of folders) this.#reading.delete(folder);
		return folders.length > 0;
	}

	/** Any file may have changed. */
	recheck(): void {
		this.#reading.clear();
	}

	async #read(folder: string): Promise<CatalogIndex> {
		const before = this.#known.get(folder);
		const files = await readCatalogFiles(folder, before?.files ?? [], this.#source);
		const catalogs = catalogsOf(files);
		const isSame = before && isEqual(catalogs, catalogsOf(before.files));
		const index = isSame ? before.index : this.#indexOf(catalogs);
		if (!isSame) this.#reportTakenPlaces(files);
		this.#known.set(folder, { files, index });
		return index;
	}

	#indexOf(catalogs: readonly Catalog[]): CatalogIndex {
		return catalogs.length === 0 ? this.#plain : buildCatalogIndex(this.#builtin, catalogs);
	}

	/** One catalog may take the place of another, but never without a word. */
	#reportTakenPlaces(files: readonly CatalogFile[]): void {
		const owners = new Map(this.#builtin.map(({ id }) => [id, 'the one that comes with us']));
		for (const { uri, catalog } of files) {
			if (!catalog) continue;
			const owner = owners.get(catalog.id);
			if (owner) this.#source.report(`${nameOf(uri)} has the id ${catalog.id} and takes the place of ${owner}.`);
			owners.set(catalog.id, nameOf(uri));
		}
	}
}

function catalogsOf(files: readonly CatalogFile[]): readonly Catalog[] {
	return files.flatMap(({ catalog }) => catalog ?? []);
}

function isEqual(one: readonly Catalog[], other: readonly Catalog[]): boolean {
	return one.length === other.length && one.every((catalog, index) => catalog === other[index]);
}
