import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analysis.ts';
import type { AnalysisContext, Analyzer } from '../analysis/analyzer.ts';
import { type AskNeighbourhood, alone } from '../analysis/names/neighbourhood.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { cellsBeside, findModuleInCells, isCell } from '../containers/cells.ts';
import { documentsIn } from '../containers/documents-in.ts';
import { outlineIn } from '../containers/outline-in.ts';
import { contextOfParts } from '../containers/shared-evidence.ts';
import { inTime } from '../project/in-time.ts';
import { type FileText, type NeighbourhoodScope, Project } from '../project/project.ts';
import { WorkspaceCatalogs } from './catalogs/workspace-catalogs.ts';
import { DocumentNotes } from './document-notes.ts';
import { DocumentParts } from './document-parts.ts';
import { type DocumentSettings, DocumentSettingsStore } from './document-settings.ts';
import type { DocumentState, OpenState } from './document-state.ts';
import { OpenDocuments } from './open-documents.ts';
import { readableDocuments } from './readable-documents.ts';
import { WideDocuments } from './wide-documents.ts';
import type { KnownContext, WorkspaceListener, WorkspaceParts } from './workspace-parts.ts';

export type { DocumentState, OpenState } from './document-state.ts';

/** Milliseconds that an answer waits for manifests; a client that never sends them must not keep it for ever. */
const filePatience = 1_000;
/** Milliseconds that diagnostics wait for a search of the folder: a small one has ended by then. */
const searchPatience = 300;

/** The open documents and what is known about them. */
export class Workspace {
	readonly documents = new TextDocuments(readableDocuments);
	readonly analyzer: Analyzer;
	readonly settings: DocumentSettingsStore;
	readonly reads: (languageId: string) => boolean;
	readonly prepare: (languageId: string) => void;
	readonly report: (message: string) => void;
	readonly #readFile: WorkspaceParts['readFile'];
	readonly catalogs: WorkspaceCatalogs;
	readonly #project: Project;
	readonly #contexts = new Map<string, { readonly settings: DocumentSettings; context: Promise<AnalysisContext> }>();
	/** Kept, because an analysis is made again when its context is another object. */
	readonly #known = new Map<string, KnownContext>();
	/** Open documents of which something else may be said than was, as nobody was told. */
	readonly #differing = new Set<string>();
	readonly #wide = new WideDocuments();
	/** The code in open documents. */
	readonly #parts: DocumentParts;
	readonly #open = new OpenDocuments(this.documents);
	readonly notes: DocumentNotes;
	#folders: readonly string[];
	#listener: WorkspaceListener | undefined;
	#isStale = false;
	#telling: Promise<void> | undefined;

	constructor(parts: WorkspaceParts) {
		const { analyzer, catalogs, settings, readFile, readFolder, folders, report } = parts;
		this.analyzer = analyzer;
		this.catalogs = new WorkspaceCatalogs({
			...{ builtin: catalogs, settings, report, readFolder, folders: () => this.#folders },
			readFile: (uri, largest) => this.readText(uri, largest),
			isOpen: (uri) => this.#open.get(uri) !== undefined,
			onChange: () => this.#changeEvidence(),
		});
		this.#parts = new DocumentParts({ ...parts, isData: (uri) => this.catalogs.isCatalog(uri) });
		this.settings = new DocumentSettingsStore({
			client: settings,
			folders: () => this.#folders,
			projectFiles: (uri) => this.catalogs.projectFiles(uri),
			onLate: () => this.#changeEvidence(),
		});
		this.reads = parts.reads;
		this.prepare = parts.prepare;
		this.report = report;
		this.#folders = folders;
		this.#readFile = readFile;
		this.#project = new Project({
			...parts,
			readFolder: (uri) => readFolder(uri, false),
			readFile: (uri, largest) => this.readText(uri, largest),
			languageIdOf: (path) => this.#languageOfCell(path) ?? parts.languageIdOf(path),
			findModuleIn: (languageId, from) => {
				const find = parts.findModuleIn(languageId, from);
				return isCell(from) ? findModuleInCells(find, () => cellsBeside(from, this.documents.keys())) : find;
			},
			outline: (source, all) => outlineIn(analyzer, source, all),
			openDocuments: () => this.documents.keys(),
			onChange: () => this.#changeEvidence(),
		});
		this.notes = new DocumentNotes(this.#project);
	}

	listen(listener: WorkspaceListener): void {
		this.#listener = listener;
	}

	/** The state of an open document; undefined for one that is not open. */
	async stateOf(uri: string): Promise<OpenState | undefined> {
		if (!this.documents.get(uri)) return undefined;
		const settings = await this.settings.of(uri);
		const context = await this.#contextOf(uri, settings);
		const document = this.documents.get(uri);
		if (!document) return undefined;
		const { version } = document;
		const parts = this.#parts.of(document);
		const shared = parts.length < 2 ? context : await this.#parts.contextFor(parts, context);
		// Positions in code that was found in an older text would be wrong.
		return document.version === version ? { document, settings, context: shared, parts } : this.stateOf(uri);
	}

	/** The catalogs for a document, open or not. */
	catalogsFor(uri: string): Promise<CatalogIndex> {
		return this.catalogs.of(uri);
	}

	/** The catalogs of all folders. */
	allCatalogs(): Promise<CatalogIndex> {
		return this.catalogs.all();
	}

	/**
	 * The analysis of a document. Where it could gain by what other files show, their search is begun, and waited for a
	 * little. Undefined where the language is unknown or the text could not be read.
	 */
	async analyze({ document, settings, context }: DocumentState): Promise<Analysis | undefined> {
		const { uri, version, key = '' } = document;
		const analysis = await this.analyzer.analyze(document, context);
		// What an older text shows, or one that was closed meanwhile, counts for nothing any more.
		const open = this.documents.get(uri);
		const parts = open?.version === version ? this.#parts.readable(open) : [];
		if (!analysis || !open || !parts.includes(document)) return analysis;
		this.notes.add({ document: open, parts }, analysis);
		const gains = context.told.length === 0 && this.#project.couldGain(analysis);
		if (this.#wide.note(uri, key, gains, { version, all: parts.length })) this.#changeEvidence();
		else if (gains && !this.#wide.has(uri)) return this.#analyzeWidely({ document, settings, context }, analysis);
		return analysis;
	}

	async #analyzeWidely(
		{ document, settings, context }: DocumentState,
		analysis: Analysis,
	): Promise<Analysis | undefined> {
		const wider = await this.#widen(document.uri, settings);
		return wider === context ? analysis : this.analyzer.analyze(document, wider);
	}

	/** The files of code in the workspace folder of a document whose text is wanted. */
	sources(uri: string, isWanted: (text: string) => boolean): Promise<readonly FileText[]> {
		return this.#project.sources(uri, this.#folders, isWanted);
	}

	/** The document that shows a file, however the client spells it; undefined for a file that is not open. */
	openDocument(uri: string): TextDocument | undefined {
		return this.#open.get(uri);
	}

	/** The text of a file: of the open document, or as it is on disk. Rejects where there is none. */
	async readText(uri: string, largest: number): Promise<string> {
		return this.#open.get(uri)?.getText() ?? this.#readFile(uri, largest);
	}

	/** The analyses of the code in a file, whether or not it is open; nothing is kept of one that is not. */
	async analyzeFile({ uri, languageId, text }: FileText, settings: DocumentSettings): Promise<readonly Analysis[]> {
		const open = await this.stateOf(this.#open.get(uri)?.uri ?? uri);
		if (open) return this.analyzeParts(open);
		const parts = documentsIn(TextDocument.create(uri, languageId, 1, text));
		const own = await this.settings.ofOther(uri, settings);
		if (!own.enable) return [];
		const context = await contextOfParts(parts, await this.#makeContext(uri, own, true), this.analyzer);
		const found: Analysis[] = [];
		for (const document of parts) {
			const analysis = await this.analyzer.analyze(document, context);
			if (analysis) found.push(analysis);
		}
		this.analyzer.forget(uri);
		this.#project.close(uri);
		return found;
	}

	/** The analyses of all code in an open document that could be read. */
	async analyzeParts(state: OpenState): Promise<readonly Analysis[]> {
		const found: Analysis[] = [];
		for (const document of state.parts) {
			const analysis = await this.analyze({ ...state, document });
			if (analysis) found.push(analysis);
		}
		return found;
	}

	open(document: TextDocument): void {
		const { uri } = document;
		this.#open.add(uri);
		for (const { languageId } of this.#parts.of(document)) this.prepare(languageId);
		if (isCell(uri)) this.#changeCells(uri);
	}

	/** What is open no longer is forgotten, and what the disk has counts again. */
	close(uri: string): void {
		this.release(uri);
		this.#known.delete(uri);
		this.#differing.delete(uri);
		this.#wide.delete(uri);
		this.#open.delete(uri);
		this.changeFiles([uri]);
		if (isCell(uri)) this.#changeCells(uri);
	}

	/** To be called when something was answered about a document: of one that is open no longer, nothing is kept. */
	release(uri: string): void {
		if (this.documents.get(uri)) return;
		this.analyzer.forget(uri);
		this.settings.forget(uri);
		this.#project.close(uri);
		this.#contexts.delete(uri);
		this.#parts.forget(uri);
	}

	changeSettings(given: unknown): void {
		this.settings.change(given);
		this.#contexts.clear();
		this.catalogs.forget();
	}

	changeFolders(added: readonly string[], removed: readonly string[]): void {
		this.#folders = [...this.#folders.filter((folder) => !removed.includes(folder)), ...added];
		this.settings.recheck();
		this.#contexts.clear();
		this.catalogs.forget();
	}

	/** Files or folders were made, changed or removed on disk. */
	changeFiles(uris: readonly string[]): void {
		if (this.catalogs.changed(uris)) this.#changeProject();
		if (this.#project.changed(uris)) this.#contexts.clear();
	}

	/** A document with a catalog is written in the editor. */
	changeCatalog(uri: string): void {
		if (this.catalogs.written(uri)) this.#changeProject();
	}

	/** Any file may have changed on disk. */
	changeAnyFile(): void {
		this.catalogs.recheck();
		this.settings.recheck();
		this.#project.recheck();
		this.#contexts.clear();
	}

	/** Catalogs or project files say something else. */
	#changeProject(): void {
		this.settings.recheck();
		this.#changeEvidence();
	}

	/** Tells of it once where it makes a difference to an open document, however much changes meanwhile. */
	#changeEvidence(): void {
		this.#contexts.clear();
		this.#isStale = true;
		this.#telling ??= this.#tellOfChanges();
	}

	async #tellOfChanges(): Promise<void> {
		while (this.#isStale) {
			this.#isStale = false;
			const known = [...this.#known];
			// By the settings of now: what older ones name would be followed for ever.
			const fresh = await Promise.all(known.map(async ([uri]) => this.#contextOf(uri, await this.settings.of(uri))));
			const others = known.flatMap(([uri, { context }], index) => (context === fresh[index] ? [] : [uri]));
			const changed = [...new Set([...others, ...this.#differing])];
			this.#differing.clear();
			if (changed.length > 0) this.#listener?.onEvidence(changed);
			for (const [uri] of known) this.release(uri);
		}
		this.#telling = undefined;
	}

	#languageOfCell(path: string): string | undefined {
		return isCell(path) ? this.#open.get(path)?.languageId : undefined;
	}

	/** A cell came or went, and what the others of its notebook are lent with it. */
	#changeCells(uri: string): void {
		const others = cellsBeside(uri, this.documents.keys()).filter((one) => one !== uri);
		for (const other of others) this.#project.remarkNeighbourhood(other);
		if (others.length > 0) this.#changeEvidence();
	}

	#contextOf(uri: string, settings: DocumentSettings): Promise<AnalysisContext> {
		const known = this.#contexts.get(uri);
		if (known?.settings === settings) return known.context;
		const context = this.#makeContext(uri, settings);
		this.#contexts.set(uri, { settings, context });
		return context;
	}

	/** From now on all files count for the document; whoever asks meanwhile does not wait for them. */
	async #widen(uri: string, settings: DocumentSettings): Promise<AnalysisContext> {
		this.#listener?.onCode();
		this.#wide.add(uri);
		const before = this.#contexts.get(uri);
		const context = await this.#makeContext(uri, settings);
		if (before && this.#contexts.get(uri) === before) before.context = Promise.resolve(context);
		return context;
	}

	/** What the files beside a document say; what comes late is used from the next question on. */
	#askNeighbours(uri: string, scope: NeighbourhoodScope): AskNeighbourhood {
		return async (imports) => {
			if (imports.length > 0) this.#listener?.onCode();
			const asked = this.#project.neighbourhood(uri, imports, scope);
			const found = await inTime(asked, filePatience);
			if (found) return found;
			void asked.then(() => {
				this.#project.remarkNeighbourhood(uri);
				this.#changeEvidence();
			});
			return alone;
		};
	}

	async #makeContext(uri: string, settings: DocumentSettings, isWide = this.#wide.has(uri)): Promise<AnalysisContext> {
		const folders = this.#folders;
		const catalogs = await this.catalogs.soon(uri, settings.catalogs, this.#known.get(uri)?.context.catalogs);
		const asked = isWide
			? this.#project.workspaceEvidence(uri, folders, catalogs)
			: this.#project.evidenceAbove(uri, folders, catalogs);
		const found = await inTime(asked, isWide ? searchPatience : filePatience);
		const before = this.#known.get(uri);
		const workspace = found ?? before?.context.workspace ?? [];
		const dependencies = found
			? await this.#project.dependenciesAbove(uri, folders, catalogs)
			: before?.context.dependencies;
		// What comes late is used from the next question on.
		if (!found) void asked.then((late) => (isWide || late !== workspace) && this.#changeEvidence());
		const { context: known } = before ?? {};
		const mark = this.#project.neighbourhoodMark(uri);
		const isSame = before?.settings === settings && before.folders === folders && before.mark === mark;
		const isAsWide = before?.isWide === isWide || !found;
		const isSameAround = isAsWide && known?.workspace === workspace && known.dependencies === dependencies;
		if (isSame && isSameAround && known?.catalogs === catalogs) return known;
		const { choice, requiredCodes } = settings;
		const neighbourhood = this.#askNeighbours(uri, { folders, catalogs, isWide });
		const context = { catalogs, ...choice, workspace, dependencies, requiredCodes, neighbourhood };
		if (this.documents.get(uri)) this.#known.set(uri, { settings, folders, mark, isWide, context });
		// Who finds that all files count uses that at once.
		if (before && (before.isWide || !isWide)) this.#differing.add(uri);
		return context;
	}
}
