import { TextDocument } from 'vscode-languageserver-textdocument';
import type { InPlay } from '../analysis/analysis.ts';
import { whyQuiet } from '../analysis/directives/quiet-files.ts';
import { namesHost } from '../analysis/evidence/host-name.ts';
import type { Outline } from '../analysis/names/outline.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { namesOf, patternOf } from './api-names.ts';
import { kindsOf } from './file-kinds.ts';
import type { PackageManager } from './manifest.ts';

/** A file that shows APIs to the rest of its project. */
export interface FileEvidence {
	readonly uri: string;
	/** What shows them: what the project depends on, what it is configured with, its code. */
	readonly by: 'manifest' | 'config' | 'source';
	/** Reasons speak of `the file`. */
	readonly inPlay: readonly InPlay[];
	/** The packages that a manifest depends on, as its package manager names them. */
	readonly dependencies?: readonly string[];
	/** A name by which the text may show something at all. */
	readonly name?: string;
}

/** A document that is open, and the APIs that it shows by itself. */
export interface ShowingDocument {
	readonly document: Pick<TextDocument, 'uri' | 'version' | 'getText'>;
	readonly shows: readonly InPlay[];
}

/** What is needed to tell what a file shows. */
export interface EvidenceParts {
	readonly catalogs: CatalogIndex;
	/** The editor's id of the language of a file; undefined for one that we do not read. */
	readonly languageIdOf: (path: string) => string | undefined;
	readonly outline: (
		source: { readonly languageId: string; readonly text: string },
		catalogs: CatalogIndex,
	) => Promise<Outline | undefined>;
}

/** Bytes: larger files of a kind are not looked at. */
const largest = { manifest: 250_000, config: 250_000, source: 500_000 };

/** Tells what files show. */
export class EvidenceReader {
	readonly #parts: EvidenceParts;
	/** What no file without any of it can show: names of hosts and packages; undefined where there are none. */
	readonly #names: RegExp | undefined;

	constructor(parts: EvidenceParts) {
		this.#parts = parts;
		this.#names = patternOf(namesOf(parts.catalogs));
	}

	/** Whether any file can show anything. */
	get hasNames(): boolean {
		return this.#names !== undefined;
	}

	/** Bytes of the largest file at a path that is worth reading; undefined for one that can show nothing. */
	worthReading(path: string): number | undefined {
		const { packageManager, isConfig } = kindsOf(path);
		if (packageManager) return largest.manifest;
		if (this.#parts.languageIdOf(path) !== undefined) return largest.source;
		return isConfig ? largest.config : undefined;
	}

	/** What a file shows by its text; nothing where that is broken. Rejects where its language could not be loaded. */
	async read(uri: string, path: string, text: string): Promise<FileEvidence> {
		const { catalogs } = this.#parts.catalogs;
		const { packageManager, isConfig } = kindsOf(path);
		if (packageManager) {
			const dependencies = [...new Set(unlessBroken(() => packageManager.dependenciesIn(text, path)))];
			return { uri, by: 'manifest', inPlay: dependedOn(packageManager, dependencies, catalogs), dependencies };
		}
		const named = isConfig ? namedIn(text, catalogs) : [];
		const shown = (await this.#readCode(uri, path, text)).filter(
			({ catalog }) => !named.some((one) => one.catalog === catalog),
		);
		return { uri, by: isConfig ? 'config' : 'source', inPlay: [...named, ...shown] };
	}

	/**
	 * What an open document shows by its text: what `read` would say of it, without parsing it again.
	 * @param before what was known of the document
	 */
	readOpen({ document, shows }: ShowingDocument, before: FileEvidence | undefined): FileEvidence | undefined {
		const text = document.getText();
		if (shows.length === 0 || text.length > largest.source || whyQuiet(document, undefined) !== undefined) return;
		// A document is noted at every keystroke, so it is mostly looked only for the name that was in it before.
		const name = before?.name !== undefined && text.includes(before.name) ? before.name : this.#nameIn(text);
		return name === undefined ? undefined : { uri: document.uri, by: 'source', inPlay: shows, name };
	}

	/** A host or a package that a text names: what only shows an API by its codes is nothing to other files. */
	#nameIn(text: string): string | undefined {
		return this.#names?.exec(text)?.[0];
	}

	async #readCode(uri: string, path: string, text: string): Promise<readonly InPlay[]> {
		const languageId = this.#parts.languageIdOf(path);
		if (languageId === undefined || this.#nameIn(text) === undefined) return [];
		// What is made from other files only says again what they say.
		if (whyQuiet(TextDocument.create(uri, languageId, 0, text), undefined) !== undefined) return [];
		const outline = await this.#parts.outline({ languageId, text }, this.#parts.catalogs);
		return outline?.inPlay ?? [];
	}
}

function dependedOn(
	{ isPackage = (dependency, name) => dependency === name }: PackageManager,
	dependencies: readonly string[],
	catalogs: readonly Catalog[],
): readonly InPlay[] {
	return inPlay(catalogs, ({ evidence }) => {
		const name = evidence.packages.find((one) => dependencies.some((dependency) => isPackage(dependency, one)));
		return name === undefined ? undefined : `the file depends on ${name}`;
	});
}

function namedIn(text: string, catalogs: readonly Catalog[]): readonly InPlay[] {
	return inPlay(catalogs, ({ evidence }) => {
		const host = evidence.hosts.find((one) => namesHost(text, one));
		return host === undefined ? undefined : `the file names ${host}`;
	});
}

function inPlay(catalogs: readonly Catalog[], reasonFor: (catalog: Catalog) => string | undefined): readonly InPlay[] {
	return catalogs.flatMap((catalog): readonly InPlay[] => {
		const reason = reasonFor(catalog);
		return reason === undefined ? [] : [{ catalog, step: 'workspace', reason }];
	});
}

/** A manifest that is broken, or that somebody is writing, says nothing. */
function unlessBroken(read: () => readonly string[] | undefined): readonly string[] {
	try {
		return read() ?? [];
	} catch {
		return [];
	}
}
