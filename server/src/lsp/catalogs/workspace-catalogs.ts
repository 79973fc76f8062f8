import type { Catalog } from '../../catalog/catalog.ts';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { isCatalogPlace } from '../../catalogs/files/catalog-names.ts';
import { type CatalogReport, type CatalogSource, FolderCatalogs } from '../../catalogs/folder-catalogs.ts';
import { findCatalogFolders } from '../../catalogs/places/find-catalog-folders.ts';
import { inTime } from '../../project/in-time.ts';
import { childOf, keyOf, withSlash } from '../../project/places.ts';
import type { ProjectFile } from '../../project-file/project-file.ts';
import type { SettingsStore } from '../settings-store.ts';

export interface WorkspaceCatalogsParts extends Omit<CatalogSource, 'onLate' | 'onFound'> {
	readonly builtin: readonly Catalog[];
	readonly settings: SettingsStore;
	readonly folders: () => readonly string[];
	/** Is told when documents may have other catalogs. */
	readonly onChange: () => void;
}

/** Milliseconds that an answer waits for catalogs; a client that never sends them must not keep it for ever. */
const filePatience = 1_000;
/** Milliseconds that it waits for those of packages: too little to be felt. What comes later counts from then on. */
const packagePatience = 25;

/** The catalogs for the documents of the workspace, and what is wrong with their files. */
export class WorkspaceCatalogs {
	readonly #parts: WorkspaceCatalogsParts;
	readonly #known: FolderCatalogs;
	/** Folders of the workspace that were searched, or are, for folders with catalogs. */
	readonly #searched = new Map<string, Promise<Set<string>>>();
	readonly #listeners: (() => void)[] = [];

	constructor(parts: WorkspaceCatalogsParts) {
		this.#parts = parts;
		const source = { ...parts, onLate: parts.onChange, onFound: () => this.#tell() };
		this.#known = new FolderCatalogs(parts.builtin, source, { patience: packagePatience });
	}

	/** @param listener is told when there may be something else to say of the files */
	listen(listener: () => void): void {
		this.#listeners.push(listener);
	}

	/**
	 * The catalogs for a document, open or not.
	 * @param named the paths in the user's settings; those for the document, unless given
	 */
	async of(uri: string, named?: readonly string[]): Promise<CatalogIndex> {
		return this.#known.of(await this.#scopeOf(uri, named));
	}

	/** The same; those that it had, where they take too long. */
	async soon(uri: string, named: readonly string[], before: CatalogIndex | undefined): Promise<CatalogIndex> {
		const reading = this.of(uri, named);
		const found = await inTime(reading, filePatience);
		if (found) return found;
		const catalogs = before ?? this.#known.plain;
		void reading.then((late) => late !== catalogs && this.#parts.onChange());
		return catalogs;
	}

	/** The catalogs of all folders, which are searched for them the first time. */
	async all(): Promise<CatalogIndex> {
		const folders = this.#parts.folders();
		const found = await Promise.all(folders.map((folder) => this.#foldersIn(folder)));
		const places = new Set([...folders.map(withSlash), ...found.flatMap((some) => [...some])]);
		const scopes = [...places].map((folder) => this.#scopeOf(documentIn(folder)));
		return this.#known.ofAll(await Promise.all(scopes));
	}

	/** All files that are known to count for anything, and what is wrong with them. */
	reports(): Promise<readonly CatalogReport[]> {
		return this.#known.reports();
	}

	/** What is known of one file; undefined where it counts for nothing. */
	async reportOn(uri: string): Promise<CatalogReport | undefined> {
		await this.of(uri);
		const reports = await this.#known.reports();
		return reports.find((report) => keyOf(report.uri) === keyOf(uri));
	}

	/** The project files that count for a document, the farthest first. */
	projectFiles(uri: string): Promise<readonly ProjectFile[]> {
		return this.#known.projectFiles({ uri, folders: this.#parts.folders() });
	}

	/** The files that count for a document. */
	async reportsFor(uri: string): Promise<readonly CatalogReport[]> {
		return this.#known.reportsFor(await this.#scopeOf(uri));
	}

	/** What is wrong with the paths that the settings of a document name, as sentences. */
	async wrongNamesFor(uri: string): Promise<readonly string[]> {
		return this.#known.wrongNamesFor(await this.#scopeOf(uri));
	}

	/** Whether a file is a catalog or a project's file. */
	isCatalog(uri: string): boolean {
		return this.#known.isCatalog(uri);
	}

	/** The folders of the workspace, as URIs. */
	get folders(): readonly string[] {
		return this.#parts.folders();
	}

	/** The files and folders that count because a path names them, which are not where catalogs are by convention. */
	get named(): readonly string[] {
		return this.#known.named;
	}

	/** Files or folders came, went or changed; whether documents may have other catalogs. */
	changed(uris: readonly string[]): boolean {
		if (!this.#known.changed(uris)) return false;
		for (const uri of uris.filter(isCatalogPlace)) void this.#take(uri);
		this.#tell();
		return true;
	}

	/** A document is written; whether documents may have other catalogs by it. */
	written(uri: string): boolean {
		if (!this.#known.written(uri)) return false;
		if (isCatalogPlace(uri)) void this.#take(uri);
		this.#tell();
		return true;
	}

	/** Any file may have changed on disk. */
	recheck(): void {
		this.#known.recheck();
		this.#tell();
	}

	/** Other folders and other settings count from now on. */
	forget(): void {
		this.#known.forgetScopes();
		this.#tell();
	}

	#tell(): void {
		for (const listener of this.#listeners) listener();
	}

	/** What is written or made is of interest even where no document has it in reach. */
	async #take(uri: string): Promise<void> {
		for (const [folder, found] of this.#searched)
			if (keyOf(uri).startsWith(keyOf(folder))) (await found).add(new URL('.', uri).href);
		await this.of(uri);
	}

	#foldersIn(folder: string): Promise<Set<string>> {
		const root = withSlash(folder);
		const known = this.#searched.get(root);
		if (known) return known;
		const searching = findCatalogFolders(root, this.#parts).then((found) => new Set(found));
		this.#searched.set(root, searching);
		return searching;
	}

	async #scopeOf(uri: string, named?: readonly string[]) {
		const paths = named ?? (await this.#parts.settings.of(uri)).catalogs;
		// Asked last, as they may change while the settings are asked for.
		return { uri, folders: this.#parts.folders(), named: paths };
	}
}

/** The URI of any document that is directly in a folder. */
function documentIn(folder: string): string {
	return childOf(folder, 'a');
}
