import type { Entry, Envelope } from '../catalog/catalog.ts';

/** The errors of an API as far as a source says them; what it does not say is left out, never guessed. */
export interface Draft {
	readonly name?: string;
	/** The version of the API that the source is about. */
	readonly version?: string;
	readonly url?: string;
	readonly hosts?: readonly string[];
	readonly packages?: readonly string[];
	readonly envelope?: Envelope;
	readonly entries: readonly DraftEntry[];
}

/** One code or status. Two of the same kind and value are put together by `mergedEntries`. */
export interface DraftEntry {
	readonly kind: Entry['kind'];
	readonly value: string | number;
	/** The HTTP status that comes with a code. */
	readonly status?: number;
	readonly title?: string;
	/** Markdown. */
	readonly description?: string;
	/** Markdown. */
	readonly remedy?: string;
	readonly retry?: NonNullable<Entry['retry']>;
	readonly url?: string;
	readonly sample?: string;
	readonly otherNames?: readonly string[];
	readonly deprecated?: true | string;
	readonly replacedBy?: string | number;
	readonly since?: string;
	/** The version of the API that no longer sends it. */
	readonly removedIn?: string;
}

/** What could be read of a source. */
export interface ImportReading {
	readonly draft: Draft;
	/** Sentences on what was passed over or is not sure, for the preview. */
	readonly notes: readonly string[];
}

/** What is imported: a file, or what was pasted. */
export interface ImportSource {
	readonly text: string;
	/** The name of the file, where there is one. */
	readonly fileName?: string;
}

/** One kind of source that catalogs can be made from. */
export interface ImportFormat {
	/** As the command line names it, such as `openapi`. */
	readonly name: string;
	/** As people read it, such as `OpenAPI or Swagger`. */
	readonly title: string;
	/** How sure it is that the source is of this kind: 0 for not at all, 1 for certain. The surest format reads it. */
	likelihood(source: ImportSource): number;
	/** Never throws; a source with nothing in it gives no entries and a note that says so. */
	read(source: ImportSource): ImportReading | Promise<ImportReading>;
}
