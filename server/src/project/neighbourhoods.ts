import { alone, type Neighbourhood } from '../analysis/names/neighbourhood.ts';
import type { Outline } from '../analysis/names/outline.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Import } from '../syntax/code.ts';
import type { FindModule } from '../syntax/language.ts';
import { Neighbours } from './neighbours.ts';
import { Outlines, type Source } from './outlines.ts';
import { keyOf } from './places.ts';
import { type FileSource, type KeptFiles, keptFiles } from './project-files.ts';

export interface NeighbourhoodParts extends FileSource {
	/** Whether a file, by its path, may change where imports lead. */
	readonly isConfiguration: (path: string) => boolean;
	readonly languageIdOf: (path: string) => string | undefined;
	readonly outline: (source: Source, catalogs: CatalogIndex) => Promise<Outline | undefined>;
	/** How imports find files in a language, by the editor's id, from a document; undefined where they find none. */
	readonly findModuleIn: (languageId: string, uri: string) => FindModule | undefined;
	/** What was answered holds no longer: it was given while a file changed that it is about. */
	readonly onChange: () => void;
}

/** What is asked about a document's neighbours. */
export interface NeighbourQuestion {
	readonly uri: string;
	readonly imports: readonly Import[];
	readonly catalogs: CatalogIndex;
	/** Files that show an API: those of them that import the document are its neighbours. */
	readonly showing: readonly string[];
}

/** What was answered about a document, and which files were asked for it. */
interface Answer {
	readonly files: ReadonlySet<string>;
	/** Whether every file was found that the document says to be beside it. */
	readonly isWhole: boolean;
	/** The catalogs that the files were looked at with; undefined before they were. */
	readonly catalogs?: CatalogIndex;
	/** Another object when the answer may be another. */
	readonly mark: object;
}

/** What documents are lent by the files that they import, or that import them; followed when these change. */
export class Neighbourhoods {
	readonly #parts: NeighbourhoodParts;
	readonly #files: KeptFiles;
	readonly #outlines: Outlines;
	readonly #neighbours: Neighbours;
	readonly #answers = new Map<string, Answer>();
	/** For each question that is being answered, the keys of the files that changed meanwhile. */
	readonly #changing = new Set<Set<string>>();

	constructor(parts: NeighbourhoodParts) {
		const files = keptFiles(parts);
		const languageOf = (uri: string) => parts.languageIdOf(keyOf(uri));
		this.#parts = parts;
		this.#files = files;
		this.#outlines = new Outlines({
			outline: parts.outline,
			async sourceOf(uri) {
				const languageId = languageOf(uri);
				const text = languageId === undefined ? undefined : await files.read(uri);
				return languageId === undefined || text === undefined ? undefined : { languageId, text };
			},
		});
		this.#neighbours = new Neighbours({
			files,
			outlineOf: (uri, catalogs) => this.#outlines.of(uri, catalogs),
			findModuleFor: (uri) => parts.findModuleIn(languageOf(uri) ?? '', uri),
		});
	}

	/** Never rejects. */
	async of({ uri, imports, catalogs, showing }: NeighbourQuestion): Promise<Neighbourhood> {
		if (!URL.canParse('.', uri)) return alone;
		const changed = new Set<string>();
		this.#changing.add(changed);
		const { files, isWhole, ...lent } = await this.#neighbours.imported(uri, imports, catalogs);
		const importers = await Promise.all(showing.map((file) => this.#neighbours.importing(uri, file, catalogs)));
		this.#changing.delete(changed);
		const keys = new Set([...files, ...showing].map(keyOf));
		const answer = { files: keys, isWhole, catalogs, mark: this.markOf(uri) };
		this.#answers.set(keyOf(uri), answer);
		if (this.#isAbout(answer, [...changed])) {
			this.remark(uri);
			this.#parts.onChange();
		}
		return { ...lent, inPlay: [...lent.inPlay, ...importers.flat()] };
	}

	/** The files that imports of a file mean, as URIs; to these, it shows what it shows. Never rejects. */
	targets(importer: string, imports: readonly Import[]): Promise<readonly string[]> {
		return this.#neighbours.targets(importer, imports);
	}

	/** The same object as long as what is said about the document's neighbours holds. */
	markOf(uri: string): object {
		const known = this.#answers.get(keyOf(uri));
		if (known) return known.mark;
		const mark = {};
		this.#answers.set(keyOf(uri), { files: new Set(), isWhole: true, mark });
		return mark;
	}

	/** Files were made, changed or removed. Whether what was said of a document may no longer hold. */
	changed(uris: readonly string[]): boolean {
		const keys = uris.map(keyOf);
		this.#noteChange(keys);
		for (const uri of uris) {
			this.#files.changed(uri);
			this.#outlines.changed(uri);
		}
		this.#neighbours.forget();
		const stale = [...this.#answers].filter(([, answer]) => this.#isAbout(answer, keys));
		for (const [document] of stale) this.remark(document);
		return stale.length > 0;
	}

	/** A document was written. Whether it says something else to others that were told what it said before. */
	async note(uri: string): Promise<boolean> {
		const key = keyOf(uri);
		this.#noteChange([key]);
		const told = [...this.#answers].filter(([, { files }]) => files.has(key));
		const catalogs = new Set(told.flatMap(([, answer]) => answer.catalogs ?? []));
		if (!(await this.#outlines.again(uri, catalogs))) return false;
		for (const [document] of told) this.remark(document);
		return true;
	}

	/** What was said about the document's neighbours holds no longer. */
	remark(uri: string): void {
		const known = this.#answers.get(keyOf(uri));
		if (known) this.#answers.set(keyOf(uri), { ...known, mark: {} });
	}

	#noteChange(keys: readonly string[]): void {
		for (const changed of this.#changing) for (const key of keys) changed.add(key);
	}

	/** Whether an answer may be another where files changed, given by their keys. */
	#isAbout({ files, isWhole }: Answer, keys: readonly string[]): boolean {
		if (keys.some((key) => files.has(key) || this.#parts.isConfiguration(key))) return true;
		return !isWhole && keys.some((key) => this.#parts.languageIdOf(key) !== undefined);
	}

	close(uri: string): void {
		this.#answers.delete(keyOf(uri));
	}

	/** All is looked at anew when it is next asked for. */
	forget(): void {
		this.#files.forget();
		this.#outlines.forget();
		this.#neighbours.forget();
		for (const document of this.#answers.keys()) this.remark(document);
	}
}
