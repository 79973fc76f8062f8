import type { Analysis, InPlay } from '../analysis/analysis.ts';
import { asSaidOf } from '../analysis/evidence/evidence.ts';
import type { Neighbourhood } from '../analysis/names/neighbourhood.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Import } from '../syntax/code.ts';
import { ForeignNames } from './api-names.ts';
import { GainJudge } from './could-gain.ts';
import type { FileEvidence, ShowingDocument } from './file-evidence.ts';
import { type NeighbourhoodParts, Neighbourhoods } from './neighbourhoods.ts';
import { folderAround, keyOf, withSlash } from './places.ts';
import { limitsFor, Survey, type SurveyParts } from './survey.ts';
import { walk } from './walk.ts';

/** What a project needs of its surroundings. */
export type ProjectParts = Omit<SurveyParts, 'catalogs'> & Pick<NeighbourhoodParts, 'findModuleIn' | 'isConfiguration'>;

/** UTF-16 units: longer files lend nothing to those that import them. */
const largestNeighbour = 1_000_000;

/** A file of code. */
export interface FileText {
	readonly uri: string;
	readonly languageId: string;
	readonly text: string;
}

/** What counts when a document's neighbours are sought. */
export interface NeighbourhoodScope {
	readonly folders: readonly string[];
	readonly catalogs: CatalogIndex;
	readonly isWide: boolean;
}

/** A file that is not asked for by itself, and the APIs that it shows. */
export interface FileInPlay {
	readonly uri: string;
	readonly inPlay: readonly InPlay[];
}

/**
 * What is in the folders around documents. Nothing is looked at before it is asked for; from then on, what `changed`
 * tells is followed. Nothing here rejects.
 */
export class Project {
	readonly #parts: ProjectParts;
	/** Each lives as long as somebody has its catalogs. */
	readonly #surveys = new WeakMap<CatalogIndex, Survey>();
	readonly #all = new Set<WeakRef<Survey>>();
	/** What was answered last, by document: an answer that says the same is the same object. */
	readonly #answers = new Map<string, readonly InPlay[]>();

	/** The packages that were found last, by document. */
	readonly #dependencies = new Map<string, ReadonlySet<string>>();

	/** What open documents showed last by themselves. */
	readonly #shown = new Map<string, string>();

	/** The versions of open documents of which those were told that import them. */
	readonly #noted = new WeakMap<ShowingDocument['document'], number>();

	readonly #foreign = new ForeignNames();

	readonly #gain = new GainJudge();

	readonly #neighbourhoods: Neighbourhoods;

	constructor(parts: ProjectParts) {
		this.#parts = parts;
		this.#neighbourhoods = new Neighbourhoods({ ...parts, readFile: (uri) => parts.readFile(uri, largestNeighbour) });
	}

	/** Whether `workspaceEvidence` can make a difference to a document, so that its search is worth the time. */
	couldGain(analysis: Analysis): boolean {
		return this.#gain.couldGain(analysis);
	}

	/**
	 * The APIs that manifests and config files in the folders above a document show: up to the workspace folder that it
	 * is in, or up to the first manifest where it is in none. Cheap enough to ask for any document.
	 */
	async evidenceAbove(uri: string, folders: readonly string[], catalogs: CatalogIndex): Promise<readonly InPlay[]> {
		const files = await this.#surveyOf(catalogs).above(uri, folders);
		return this.#answer(uri, inPlayBy(files, uri, folders, catalogs));
	}

	/**
	 * The packages that the manifests in the folders above a document depend on, as their package managers name them; the
	 * same set as long as they depend on the same.
	 */
	async dependenciesAbove(
		uri: string,
		folders: readonly string[],
		catalogs: CatalogIndex,
	): Promise<ReadonlySet<string>> {
		const files = await this.#surveyOf(catalogs).above(uri, folders);
		const found = new Set(files.flatMap(({ dependencies = [] }) => dependencies));
		const before = this.#dependencies.get(uri);
		if (before?.size === found.size && [...found].every((name) => before.has(name))) return before;
		this.#dependencies.set(uri, found);
		return found;
	}

	/**
	 * The APIs that any file of the workspace folder of a document shows, the document itself left out. The first time,
	 * the folder is searched, so that it may take seconds. A document without a path belongs to all folders.
	 */
	async workspaceEvidence(uri: string, folders: readonly string[], catalogs: CatalogIndex): Promise<readonly InPlay[]> {
		const survey = this.#surveyOf(catalogs);
		const [above, below] = await Promise.all([
			survey.above(uri, folders),
			Promise.all(rootsOf(uri, folders).map((root) => survey.below(root))),
		]);
		const others = below.flat().filter((file) => keyOf(file.uri) !== keyOf(uri));
		return this.#answer(uri, inPlayBy([...above, ...others], uri, folders, catalogs));
	}

	/** The files of code in the workspace folder of a document that show APIs; the search is that of `workspaceEvidence`. */
	async filesWithEvidence(
		uri: string,
		folders: readonly string[],
		catalogs: CatalogIndex,
	): Promise<readonly FileInPlay[]> {
		const survey = this.#surveyOf(catalogs);
		const below = await Promise.all(rootsOf(uri, folders).map((root) => survey.below(root)));
		return below.flat().flatMap(({ uri: file, by, inPlay }) => (by === 'source' ? [{ uri: file, inPlay }] : []));
	}

	/**
	 * What the files that a document imports lend to it, and what they and those that import it show. Those that import
	 * it are sought among the files that `workspaceEvidence` found, where `isWide` says that these count.
	 */
	async neighbourhood(
		uri: string,
		imports: readonly Import[],
		{ folders, catalogs, isWide }: NeighbourhoodScope,
	): Promise<Neighbourhood> {
		const showing = isWide ? await this.filesWithEvidence(uri, folders, catalogs) : [];
		return this.#neighbourhoods.of({ uri, imports, catalogs, showing: showing.map((file) => file.uri) });
	}

	/** The files that imports of a file mean, as URIs; to these, it shows what it shows. */
	filesImported(importer: string, imports: readonly Import[]): Promise<readonly string[]> {
		return this.#neighbourhoods.targets(importer, imports);
	}

	/** The same object as long as what was said about a document's neighbours holds. */
	neighbourhoodMark(uri: string): object {
		return this.#neighbourhoods.markOf(uri);
	}

	/** Whoever asks about the document's neighbours again gets an answer that was not there in time. */
	remarkNeighbourhood(uri: string): void {
		this.#neighbourhoods.remark(uri);
	}

	/** The files of code in the workspace folder of a document whose text is wanted; what is open counts as it is open. */
	async sources(
		uri: string,
		folders: readonly string[],
		isWanted: (text: string) => boolean,
	): Promise<readonly FileText[]> {
		const { languageIdOf, readFile, readFolder } = this.#parts;
		const found: FileText[] = [];
		for (const root of rootsOf(uri, folders)) {
			await walk(root, {
				readFolder,
				isWanted: (file) => languageIdOf(keyOf(file)) !== undefined,
				limits: limitsFor(root),
				async visit(file) {
					const text = await readFile(file, largestNeighbour).catch(() => '');
					if (isWanted(text)) found.push({ uri: file, languageId: languageIdOf(keyOf(file)) ?? '', text });
				},
			});
		}
		return found.sort((one, other) => (one.uri < other.uri ? -1 : 1));
	}

	/**
	 * Files or folders were made, changed or removed, or are open now, or no longer. Whether that may change an answer:
	 * questions that are asked from then on wait for it. If it did, `onChange` tells, once for all that came meanwhile.
	 */
	changed(uris: readonly string[]): boolean {
		const near = this.#neighbourhoods.changed(uris);
		if (near) this.#parts.onChange();
		const around = this.#living().map((survey) => survey.changed(uris));
		return near || around.includes(true);
	}

	/** Anything may have changed that nobody tells of. */
	recheck(): void {
		this.#neighbourhoods.forget();
		for (const survey of this.#living()) survey.recheck();
	}

	/** What an open document shows by itself counts instead of what the disk has. */
	note(showing: ShowingDocument, catalogs: CatalogIndex): void {
		if (!this.#isCode(showing.document.uri)) return;
		this.#surveys.get(catalogs)?.note(showing);
		this.#tellOthers(showing, catalogs);
		this.#noteNeighbour(showing.document);
	}

	/** The text of an open document is another, and nobody analyses it. */
	noteUnread(document: ShowingDocument['document']): void {
		if (!this.#isCode(document.uri)) return;
		for (const survey of this.#living()) survey.changed([document.uri]);
		this.#noteNeighbour(document);
	}

	/** Whether a document may count for others. */
	#isCode(uri: string): boolean {
		return this.#parts.languageIdOf(keyOf(uri)) !== undefined;
	}

	/** What a version says to those that import it is found once. */
	#noteNeighbour(document: ShowingDocument['document']): void {
		if (this.#noted.get(document) === document.version) return;
		this.#noted.set(document, document.version);
		void this.#neighbourhoods.note(document.uri).then((differs) => differs && this.#parts.onChange());
	}

	/**
	 * Where documents have other catalogs, files are looked at with those: again, once one shows something else, and at
	 * each change of one that names what only those know.
	 */
	#tellOthers({ document, shows }: ShowingDocument, catalogs: CatalogIndex): void {
		const { uri, version } = document;
		const others = this.#living().filter((survey) => survey.catalogs !== catalogs);
		const isForeign = others.some((other) => this.#foreign.isIn(document.getText(), catalogs, other.catalogs));
		const said = shows.map(({ catalog, reason }) => [catalog.id, reason]);
		const shown = JSON.stringify([...said, ...(isForeign ? [version] : [])]);
		if (this.#shown.get(uri) === shown) return;
		this.#shown.set(uri, shown);
		for (const survey of others) survey.changed([uri]);
	}

	/** Nobody asks about the document any more. */
	close(uri: string): void {
		this.#shown.delete(uri);
		this.#answers.delete(uri);
		this.#dependencies.delete(uri);
		this.#neighbourhoods.close(uri);
	}

	#surveyOf(catalogs: CatalogIndex): Survey {
		const known = this.#surveys.get(catalogs);
		if (known) return known;
		const survey = new Survey({ ...this.#parts, catalogs });
		this.#surveys.set(catalogs, survey);
		this.#all.add(new WeakRef(survey));
		return survey;
	}

	#living(): readonly Survey[] {
		return [...this.#all].flatMap((reference) => {
			const survey = reference.deref();
			if (!survey) this.#all.delete(reference);
			return survey ?? [];
		});
	}

	#answer(uri: string, inPlay: readonly InPlay[]): readonly InPlay[] {
		const before = this.#answers.get(uri);
		if (before && isSame(before, inPlay)) return before;
		this.#answers.set(uri, inPlay);
		return inPlay;
	}
}

/** The folders that are searched for a document; none for one outside of all. */
function rootsOf(uri: string, folders: readonly string[]): readonly string[] {
	const around = folderAround(uri, folders);
	if (around !== undefined) return [around];
	return URL.canParse('.', uri) ? [] : folders.map(withSlash);
}

/** For each API, what the first of the files says that shows it. */
function inPlayBy(
	files: readonly FileEvidence[],
	uri: string,
	folders: readonly string[],
	{ catalogs }: CatalogIndex,
): readonly InPlay[] {
	return catalogs.flatMap((catalog): readonly InPlay[] => {
		for (const file of files) {
			const shown = file.inPlay.find((one) => one.catalog === catalog);
			const root = folderAround(uri, folders) ?? folderAround(file.uri, folders);
			if (shown) return [{ catalog, step: 'workspace', reason: asSaidOf(pathFrom(root, file.uri), shown.reason) }];
		}
		return [];
	});
}

/** The path of a file in a folder; its name alone where it is in none. */
function pathFrom(root: string | undefined, uri: string): string {
	const path = keyOf(uri);
	return root === undefined ? path.slice(path.lastIndexOf('/') + 1) : path.slice(keyOf(root).length);
}

function isSame(one: readonly InPlay[], other: readonly InPlay[]): boolean {
	return (
		one.length === other.length &&
		one.every(({ catalog, reason }, index) => other[index]?.catalog === catalog && other[index].reason === reason)
	);
}
