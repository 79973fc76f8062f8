import type { Catalog } from '../catalog/catalog.ts';
import { buildCatalogIndex, type CatalogIndex } from '../catalog/catalog-index.ts';
import { folderOf, keyOf } from '../project/places.ts';
import { unknownApi } from '../project-file/project-fields.ts';
import { type ProjectFile, unread } from '../project-file/project-file.ts';
import type { DocumentPlace } from '../project-file/project-files.ts';
import { type CatalogFile, largestCatalog, type PlacedProblem, readCatalogFile } from './files/catalog-file.ts';
import { isCatalogPlace } from './files/catalog-names.ts';
import { type CatalogReport, mergedReports, sentenceFor } from './files/catalog-report.ts';
import type { CatalogSource } from './files/catalog-source.ts';
import { type FileText, KeptFiles } from './files/kept-files.ts';
import { withExtended } from './layers/extended-files.ts';
import { resolveCatalogs } from './layers/resolve-catalogs.ts';
import { CatalogPlaces, type CatalogScope, type FoundPlaces } from './places/catalog-places.ts';
import { tellsOfPackages } from './places/package-catalogs.ts';
import { withPackageNames } from './places/package-evidence.ts';

export type { CatalogReport } from './files/catalog-report.ts';
export type { CatalogSource } from './files/catalog-source.ts';
export type { CatalogScope } from './places/catalog-places.ts';

/** What counts for the documents that have the same places for catalogs. */
interface State {
	readonly key: string;
	readonly found: FoundPlaces;
	readonly files: readonly CatalogFile[];
	readonly catalogs: readonly Catalog[];
	readonly index: CatalogIndex;
	readonly reports: readonly CatalogReport[];
}

export interface FolderCatalogsOptions {
	/** Milliseconds that an answer waits for a search of packages; as long as it takes, unless given. */
	readonly patience?: number;
}

/** Sets of catalogs that are remembered: more than there are folders with catalogs above open documents. */
const mostScopes = 500;
/** Folders of documents for which the answer is kept. */
const mostAnswers = 5_000;

/**
 * The catalogs for documents: those that come with us, and those that are found around a document. Nothing is read before
 * it is asked for, and nothing here rejects.
 */
export class FolderCatalogs {
	readonly #builtin: readonly Catalog[];
	readonly #plain: CatalogIndex;
	readonly #source: CatalogSource;
	readonly #places: CatalogPlaces;
	readonly #files: KeptFiles<CatalogFile>;
	/** By what decides a state: one scope that leads to it, and what it is now. */
	readonly #scopes = new Map<string, CatalogScope>();
	readonly #states = new Map<string, State>();
	/** Another object once other folders and other settings count. */
	#era = {};
	/** By folders of documents, as long as nothing changes. */
	readonly #answers = new Map<string, Promise<State | undefined>>();
	/** The last sentence about each file. */
	readonly #logged = new Map<string, string>();
	#all: { readonly indexes: readonly CatalogIndex[]; readonly index: CatalogIndex } | undefined;

	constructor(builtin: readonly Catalog[], source: CatalogSource, { patience }: FolderCatalogsOptions = {}) {
		this.#builtin = builtin;
		this.#plain = buildCatalogIndex(builtin);
		this.#source = source;
		const onLate = () => {
			this.#answers.clear();
			source.onLate();
		};
		this.#places = new CatalogPlaces({ ...source, onLate }, patience);
		this.#files = new KeptFiles(source, largestCatalog, readFile);
	}

	/** Those that come with us, and nothing else. */
	get plain(): CatalogIndex {
		return this.#plain;
	}

	/** The same object for all documents whose catalogs say the same, as long as they do. */
	async of(scope: CatalogScope): Promise<CatalogIndex> {
		return (await this.#stateOf(scope))?.index ?? this.#plain;
	}

	/**
	 * Those that come with us, and those of all scopes and of all that was asked for: of two with one id that in the later
	 * place, whatever was asked for first.
	 */
	async ofAll(scopes: readonly CatalogScope[]): Promise<CatalogIndex> {
		const found = await Promise.all([...scopes, ...this.#scopes.values()].map((scope) => this.#stateOf(scope)));
		const states = found.filter((state) => state !== undefined).sort(byKey);
		const indexes = [...new Set(states.map(({ index }) => index))].filter((index) => index !== this.#plain);
		const [first = this.#plain] = indexes;
		if (indexes.length < 2) return first;
		const known = this.#all;
		if (known && isEqual(known.indexes, indexes)) return known.index;
		const catalogs = new Set(indexes.flatMap(({ ofFolder }) => [...ofFolder]));
		const index = buildCatalogIndex(this.#builtin, [...catalogs]);
		this.#all = { indexes, index };
		return index;
	}

	/** The project files that count for a document, the farthest first. */
	projectFiles(place: DocumentPlace): Promise<readonly ProjectFile[]> {
		return this.#places.projectFiles(place);
	}

	/** The files that count for a document, and what is wrong with them. */
	async reportsFor(scope: CatalogScope): Promise<readonly CatalogReport[]> {
		const state = await this.#stateOf(scope);
		if (!state) return [];
		return this.#withUnknownApis(
			state.reports,
			state.found.projectFiles.map((file) => [file, scope] as const),
		);
	}

	/** What is wrong with the paths that the user names for a document, as sentences. */
	async wrongNamesFor(scope: CatalogScope): Promise<readonly string[]> {
		return (await this.#stateOf(scope))?.found.wrongNames ?? [];
	}

	/** All files that are known to count for anything, and what is wrong with them; each once. */
	async reports(): Promise<readonly CatalogReport[]> {
		const scopes = [...this.#scopes];
		const states = await Promise.all(scopes.map(([, scope]) => this.#stateOf(scope)));
		for (const [index, [key, scope]] of scopes.entries())
			if (states[index]?.key !== key && this.#scopes.get(key) === scope) this.#scopes.delete(key);
		for (const key of [...this.#states.keys()]) if (!this.#scopes.has(key)) this.#states.delete(key);
		const ordered = states.filter((state) => state !== undefined).sort(byKey);
		const reports = mergedReports(ordered.flatMap(({ reports }) => reports));
		this.#files.dropOthers(new Set(reports.map(({ uri }) => keyOf(uri))));
		const projectFiles = scopes.flatMap(([, scope], index) =>
			(states[index]?.found.projectFiles ?? []).map((file) => [file, scope] as const),
		);
		return this.#withUnknownApis(reports, projectFiles);
	}

	/** The reports, in which project files are told of APIs that they name and nobody knows. */
	#withUnknownApis(
		reports: readonly CatalogReport[],
		projectFiles: readonly (readonly [ProjectFile, CatalogScope])[],
	): Promise<readonly CatalogReport[]> {
		const byKey = new Map(projectFiles.map(([file, scope]) => [keyOf(file.uri), [file, scope] as const]));
		return Promise.all(
			reports.map(async (report) => {
				const found = byKey.get(keyOf(report.uri));
				const unknown = found ? await this.#unknownApis(...found) : [];
				return unknown.length === 0 ? report : { ...report, problems: [...report.problems, ...unknown] };
			}),
		);
	}

	/** The ids in a project's file that name no catalog of the folder below which they count. */
	async #unknownApis(file: ProjectFile, scope: CatalogScope): Promise<readonly PlacedProblem[]> {
		const folder = folderOf(file.uri);
		if (folder === undefined) return [];
		const found = file.apiIds.map(async ({ id, base, path, problem }) => {
			if (id === 'none' || id.trim() === '') return [];
			const state = await this.#stateOf({ ...scope, uri: `${folder}${base ? `${base}/` : ''}-` });
			const index = state?.index ?? this.#plain;
			// Packages that are still looked for may bring it.
			if (index.byId(id) || state?.found.isWhole === false) return [];
			const { isNear, ...told } = unknownApi(
				id,
				index.catalogs.map((catalog) => catalog.id),
				path,
			);
			// Folders further in may have it.
			return isNear || base !== undefined ? [problem(told)] : [];
		});
		return (await Promise.all(found)).flat();
	}

	/** Whether a file is a catalog or a project's file, by its place or because it is named. */
	isCatalog(uri: string): boolean {
		return isCatalogPlace(uri) || this.#files.isKnown(keyOf(uri));
	}

	/** The files and folders that count because a path names them, which are not where catalogs are by convention. */
	get named(): readonly string[] {
		return this.#places.named;
	}

	/** Files or folders came, went or changed: they are read when they are next asked for. Whether any of them matters. */
	changed(uris: readonly string[]): boolean {
		let matters = false;
		for (const key of uris.map((uri) => keyOf(uri).replace(/\/$/, ''))) {
			if (!this.#places.changed(key) && !this.#files.isKnown(key)) continue;
			this.#files.forget(key);
			if (tellsOfPackages(key)) this.#files.forgetAll((one) => one.includes('/node_modules/'));
			matters = true;
		}
		if (matters) this.#answers.clear();
		return matters;
	}

	/** Another text of a file counts, which came and went with no other; whether it matters. */
	written(uri: string): boolean {
		if (!this.isCatalog(uri)) return false;
		const key = keyOf(uri);
		this.#files.forget(key);
		this.#places.written(key);
		this.#answers.clear();
		return true;
	}

	/** Any file may have changed. */
	recheck(): void {
		this.#places.recheck();
		this.#files.forgetAll();
		this.#answers.clear();
	}

	/** Other folders and other settings count from now on. */
	forgetScopes(): void {
		this.#era = {};
		this.#scopes.clear();
		this.#states.clear();
		this.#answers.clear();
	}

	/** What was worked out holds for all documents of a folder until something changes. */
	#stateOf(scope: CatalogScope): Promise<State | undefined> {
		const { uri, folders, named } = scope;
		const key = [uri.slice(0, uri.lastIndexOf('/')), ...folders, '', ...named].join('\n');
		const known = this.#answers.get(key);
		if (known) return known;
		if (this.#answers.size >= mostAnswers) this.#answers.clear();
		const answer = this.#findState(scope);
		this.#answers.set(key, answer);
		return answer;
	}

	async #findState(scope: CatalogScope): Promise<State | undefined> {
		const era = this.#era;
		const found = await this.#places.of(scope);
		if (!found) return undefined;
		const { files: uris, projectFiles, wrongNames } = found;
		if (uris.length + projectFiles.length + wrongNames.length === 0) return undefined;
		const read = await Promise.all(uris.map((uri) => this.#files.read(uri)));
		const files = read.filter((file) => file !== undefined);
		const extended = await withExtended(files, found.root, (uri) => this.#files.read(uri));
		// A folder of the workspace may be in it twice, in two spellings.
		const key = [...[...uris, ...projectFiles.map(({ uri }) => uri)].map(keyOf), ...wrongNames].join('\n');
		if (era === this.#era) this.#remember(key, scope);
		const before = this.#states.get(key);
		if (before && isEqual(before.files, [...files, ...extended]) && isEqual(before.found.projectFiles, projectFiles))
			return before;
		const state = this.#makeState(key, found, files, extended, before);
		this.#states.set(key, state);
		for (const report of state.reports) this.#log(report);
		for (const wrong of wrongNames) this.#source.report(`apiErrors.catalogs: ${wrong}`);
		this.#source.onFound();
		return state;
	}

	#makeState(
		key: string,
		found: FoundPlaces,
		files: readonly CatalogFile[],
		extended: readonly CatalogFile[],
		before: State | undefined,
	): State {
		const folders = [found.root, ...found.ofPackages].map((uri) => uri.slice(0, uri.lastIndexOf('/') + 1));
		const resolved = resolveCatalogs(this.#builtin, files, { extended, folders: [...new Set(folders)] });
		const named = withPackageNames(resolved.catalogs, files, found.ofPackages);
		const isSame = before && isSaying(before.catalogs, named);
		const catalogs = isSame ? before.catalogs : named;
		const index = isSame ? before.index : this.#indexOf(catalogs);
		const ofFiles = [...files, ...extended].map((file): CatalogReport => {
			const problems = resolved.problems.get(file.uri) ?? file.problems;
			return { uri: file.uri, text: file.text, problems, file, isOfPackage: found.ofPackages.has(file.uri) };
		});
		const ofProjects = found.projectFiles.map(({ uri, text, problems }) => ({
			uri,
			text,
			problems,
			isOfPackage: false,
		}));
		const reports = [...ofFiles, ...ofProjects];
		return { key, found, files: [...files, ...extended], catalogs, index, reports };
	}

	/** States that say the same share their index. */
	#indexOf(catalogs: readonly Catalog[]): CatalogIndex {
		if (catalogs.length === 0) return this.#plain;
		for (const state of this.#states.values()) if (isSaying(state.catalogs, catalogs)) return state.index;
		return buildCatalogIndex(this.#builtin, catalogs);
	}

	#remember(key: string, scope: CatalogScope): void {
		if (this.#scopes.has(key)) return;
		const [oldest] = this.#scopes.keys();
		if (this.#scopes.size >= mostScopes && oldest !== undefined) this.#scopes.delete(oldest);
		this.#scopes.set(key, scope);
	}

	/** What is written at the moment is shown where it is written; the log is for the rest, and told each thing once. */
	#log(report: CatalogReport): void {
		const key = keyOf(report.uri);
		const sentence = this.#source.isOpen?.(report.uri) ? undefined : sentenceFor(report);
		if (sentence === this.#logged.get(key)) return;
		if (sentence === undefined) this.#logged.delete(key);
		else {
			this.#logged.set(key, sentence);
			this.#source.report(sentence);
		}
	}
}

function byKey({ key: one }: State, { key: other }: State): number {
	return one < other ? -1 : Number(one > other);
}

function readFile(uri: string, read: FileText, before: CatalogFile | undefined): CatalogFile {
	if ('text' in read) return readCatalogFile(uri, read.text, before);
	const empty = readCatalogFile(uri, '', before);
	return { ...empty, problems: [unread(read.failure)] };
}

function isEqual<Item>(one: readonly Item[], other: readonly Item[]): boolean {
	return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** Whether catalogs say the same, however they are written. */
function isSaying(one: readonly Catalog[], other: readonly Catalog[]): boolean {
	return (
		one.length === other.length &&
		one.every((catalog, index) => {
			const twin = other[index];
			return catalog === twin || (catalog.id === twin?.id && JSON.stringify(catalog) === JSON.stringify(twin));
		})
	);
}
