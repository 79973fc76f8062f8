import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, InPlay } from '../analysis/analysis.ts';
import type { SourceDocument } from '../analysis/source-document.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Project } from '../project/project.ts';

/** The code in one version of an open document. */
export interface OpenCode {
	readonly document: TextDocument;
	/** Of all languages that are read. */
	readonly parts: readonly SourceDocument[];
}

/** Tells the project of each version of an open document what the code in it shows to other files, all of it together. */
export class DocumentNotes {
	readonly #project: Project;
	/** What the parts of a version show, by their keys, until all were analysed with the same catalogs. */
	readonly #shown = new WeakMap<TextDocument, Shown>();
	/** The versions that were told of as those that nobody analyses. */
	readonly #unread = new WeakMap<TextDocument, number>();

	constructor(project: Project) {
		this.#project = project;
	}

	/** A part was analysed. */
	add({ document, parts }: OpenCode, { document: part, catalogs, shows }: Analysis): void {
		const { version } = document;
		const before = this.#shown.get(document);
		const byPart = before?.version === version && before.catalogs === catalogs ? before.byPart : new Map();
		this.#shown.set(document, { version, catalogs, byPart: byPart.set(part.key, shows) });
		const shown = parts.map(({ key }) => byPart.get(key));
		if (shown.every((one) => one !== undefined)) this.#project.note({ document, shows: together(shown) }, catalogs);
	}

	/** Some code in a document is not analysed, or there is none: it shows what it would if it was closed. */
	skip(document: TextDocument): void {
		if (this.#unread.get(document) === document.version) return;
		this.#unread.set(document, document.version);
		this.#project.noteUnread(document);
	}
}

interface Shown {
	readonly version: number;
	readonly catalogs: CatalogIndex;
	readonly byPart: Map<string | undefined, readonly InPlay[]>;
}

/** Each API once, as the first says that shows it. */
function together(shown: readonly (readonly InPlay[])[]): readonly InPlay[] {
	const found = new Map<string, InPlay>();
	for (const one of shown.flat()) if (!found.has(one.catalog.id)) found.set(one.catalog.id, one);
	return [...found.values()];
}
