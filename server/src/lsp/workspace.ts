import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalysisContext, Analyzer } from '../analysis/analyzer.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { Manifests } from '../manifests.ts';
import { pathInFolders } from '../settings-by-file.ts';
import type { DocumentSettings, SettingsStore } from './settings-store.ts';

/** What the server works with. */
export interface WorkspaceParts {
	readonly analyzer: Analyzer;
	readonly catalogs: CatalogIndex;
	readonly settings: SettingsStore;
	readonly readFile: (uri: string) => Promise<string>;
	readonly folders: readonly string[];
	/** Whether documents with an editor's language id are read. */
	readonly reads: (languageId: string) => boolean;
	/** Begins to load what documents with the language id need. */
	readonly prepare: (languageId: string) => void;
	/** Says what went wrong, once for each message. */
	readonly report: (message: string) => void;
}

/** A document with all that decides what is said about it. */
export interface DocumentState {
	readonly document: TextDocument;
	readonly settings: DocumentSettings;
	readonly context: AnalysisContext;
}

/** Milliseconds that an answer waits for manifests; a client that never sends them must not keep it for ever. */
const manifestPatience = 1_000;

/** The open documents and what is known about them. */
export class Workspace {
	readonly documents = new TextDocuments(TextDocument);
	readonly analyzer: Analyzer;
	readonly catalogs: CatalogIndex;
	readonly settings: SettingsStore;
	readonly reads: (languageId: string) => boolean;
	readonly prepare: (languageId: string) => void;
	readonly report: (message: string) => void;
	readonly #manifests: Manifests;
	/** Kept, because an analysis is made again when its context is another object. */
	readonly #contexts = new Map<
		string,
		{ readonly settings: DocumentSettings; readonly context: Promise<AnalysisContext> }
	>();
	#folders: readonly string[];

	constructor({ analyzer, catalogs, settings, readFile, folders, reads, prepare, report }: WorkspaceParts) {
		this.analyzer = analyzer;
		this.catalogs = catalogs;
		this.settings = settings;
		this.reads = reads;
		this.prepare = prepare;
		this.report = report;
		this.#folders = folders;
		this.#manifests = new Manifests(readFile);
	}

	/** The state of an open document; undefined for one that is not open. */
	async stateOf(uri: string): Promise<DocumentState | undefined> {
		if (!this.documents.get(uri)) return undefined;
		const settings = await this.settings.of(uri);
		const context = await this.#contextOf(uri, settings);
		const document = this.documents.get(uri);
		return document && { document, settings, context };
	}

	/** What is open no longer is forgotten. */
	close(uri: string): void {
		this.analyzer.forget(uri);
		this.settings.forget(uri);
		this.#contexts.delete(uri);
	}

	changeSettings(given: unknown): void {
		this.settings.change(given);
	}

	changeFolders(added: readonly string[], removed: readonly string[]): void {
		this.#folders = [...this.#folders.filter((folder) => !removed.includes(folder)), ...added];
		this.changeManifests();
	}

	changeManifests(): void {
		this.#manifests.forget();
		this.#contexts.clear();
	}

	#contextOf(uri: string, settings: DocumentSettings): Promise<AnalysisContext> {
		const known = this.#contexts.get(uri);
		if (known?.settings === settings) return known.context;
		const context = this.#makeContext(uri, settings);
		this.#contexts.set(uri, { settings, context });
		return context;
	}

	async #makeContext(uri: string, settings: DocumentSettings): Promise<AnalysisContext> {
		const { catalogs } = this;
		const reading = this.#manifests.inPlay(uri, this.#folders, catalogs.catalogs);
		const inPlay = await soon(reading, manifestPatience);
		// Manifests that come late are used from the next question on.
		if (!inPlay) void reading.then(() => this.#contexts.delete(uri));
		return {
			catalogs,
			...settings.choiceFor(pathInFolders(uri, this.#folders)),
			workspace: inPlay ?? [],
			requiredCodes: settings.requiredCodes,
		};
	}
}

/** What the promise resolves to, or undefined where that takes too long. */
async function soon<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(resolve, milliseconds, undefined);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}
