/** What a client may say when it starts the server; all of it may be left out. */
export interface InitializationOptions {
	/** Whether the client wants `documentStatus` notifications. */
	readonly documentStatus?: boolean;
	/** Whether the client answers `readFile`; without it, files that are not on disk are unknown. */
	readonly readFile?: boolean;
	/** Whether the client answers `readFolder`; without it, folders that are not on disk cannot be searched. */
	readonly readFolder?: boolean;
	/** Where the rules' pages are, as a URI that ends in a slash; a diagnostic links to `<rule>.md` below it. */
	readonly rulePages?: string;
	/** Where the catalogs that come with us are, as a URI that ends in a slash; a definition leads to `<id>.json` below it. */
	readonly catalogPages?: string;
	/** Where a server in a web worker fetches the files shipped with us, as a URI that ends in a slash. */
	readonly assets?: string;
	/** The settings, for a client that cannot be asked for them; in the shape of `apiErrors` in the editor. */
	readonly settings?: unknown;
}

/** Notification from the server to a client that asked for it: what is known about an open document changed. */
export interface DocumentStatus {
	readonly uri: string;
	/** The APIs in play, strongest evidence first. */
	readonly apis: readonly { readonly id: string; readonly name: string; readonly reason: string }[];
	readonly findings: number;
	/** The glob in `api-errors.json` by which nothing is reported in the document. */
	readonly excludedBy?: string;
	/** What went wrong, such as a file that took too long to read; shown in the status item. */
	readonly problem?: string;
	/** Where the document is a catalog: what it has, in a few words. */
	readonly catalog?: string;
	/** What is wrong with the catalogs that count for the document, the worst of each. */
	readonly catalogs?: readonly CatalogTrouble[];
}
/** Something by which a part of a catalog is lost. */
export interface CatalogTrouble {
	/** A sentence, with the name of the file. */
	readonly message: string;
	/** Where it is, if it is in a file; line and character count from zero. */
	readonly uri?: string;
	readonly line?: number;
	readonly character?: number;
}
export const documentStatus = 'apiErrors/documentStatus';

/** Request to the server: all that is known about the place. Answers Markdown. */
export const explainPlace = 'apiErrors/explain';
export interface ExplainParams {
	readonly textDocument: { readonly uri: string };
	readonly position: { readonly line: number; readonly character: number };
}

/** Request to the server: every entry of every catalog, for looking one up. */
export const listEntries = 'apiErrors/listEntries';
export interface ListedEntry {
	readonly api: string;
	readonly value: string;
	readonly status?: number;
	readonly title: string;
	/** Markdown, as the hover shows it. */
	readonly description: string;
	readonly required: boolean;
	readonly url?: string;
	/** The code as it is written into a file. */
	readonly insert: string;
}

/** Request from the server to the client: a file's text where the server has no file system. Answers a string. */
export const readFile = 'apiErrors/readFile';
export interface ReadFileParams {
	readonly uri: string;
}

/** Request from the server to the client: what is in a folder, where the server has no file system. */
export const readFolder = 'apiErrors/readFolder';
export interface ReadFolderParams {
	readonly uri: string;
	/** Whether links are in the list, as what they lead to; otherwise they are left out. */
	readonly withLinks?: boolean;
}
export type ReadFolderAnswer = readonly { readonly name: string; readonly isFolder: boolean }[];

/** The text of a catalog: what its file has, or what an editor shows of it. */
export interface CatalogText {
	readonly uri: string;
	readonly text: string;
}

/** Request to the server: the catalogs in reach of a document, or of all folders. */
export const listCatalogs = 'apiErrors/listCatalogs';
export interface ListCatalogsParams {
	readonly uri?: string;
}
export interface ListedCatalog {
	/** Empty for a file of which nothing could be read. */
	readonly id: string;
	readonly name: string;
	/** Its file; left out for a catalog that comes with us. */
	readonly uri?: string;
	readonly codes: number;
	readonly statuses: number;
	/** How many of them must be handled. */
	readonly required: number;
	/** How many of them have fields that nobody has filled in yet. */
	readonly unfinished: number;
	/** What is wrong with its file, as sentences. */
	readonly problems: readonly string[];
	/** Whether the file is broken, so that what it said before counts. */
	readonly isStale: boolean;
}

/** Request to the server: what would become of a source of errors if it were imported. Nothing is written. */
export const importCatalog = 'apiErrors/importCatalog';
export interface ImportCatalogParams {
	/** The text of a file, or what was pasted. */
	readonly text: string;
	/** The name of the file, where there is one. */
	readonly fileName?: string;
	/** The name of one of the formats; the surest unless given. */
	readonly format?: string;
	/** What a new catalog is called, and how it is written; told by the source, and JSON, unless given. */
	readonly id?: string;
	readonly name?: string;
	readonly as?: 'json' | 'yaml';
	/** A host that shows the API of a new catalog, where the source names none. */
	readonly host?: string;
	/** The catalog that is brought up to date, where it is not a new one. */
	readonly into?: CatalogText;
}
export interface ImportCatalogAnswer {
	/** The formats that the source may have, the surest first; `likelihood` goes from 0 to 1. */
	readonly formats: readonly { readonly name: string; readonly title: string; readonly likelihood: number }[];
	/** The one that it was read in; left out where it has none that is known. */
	readonly format?: string;
	/** Sentences on what was passed over or is not sure. */
	readonly notes: readonly string[];
	readonly codes: number;
	readonly statuses: number;
	/** The id and the name that were given, or those that the source suggests. */
	readonly id: string;
	readonly name: string;
	/** Whether the source names a host or a package that shows the API. */
	readonly hasEvidence: boolean;
	/** The whole text of the new catalog, or of the one that is brought up to date; left out where nothing was found. */
	readonly text?: string;
	/** How much changes in a catalog that is brought up to date, such as `2 added, 1 updated.`; empty for a new one. */
	readonly summary: string;
	/** Each change in a sentence, and what stays as it was written by hand. */
	readonly changes: readonly string[];
}

/** Request to the server: a catalog in another form. Answers its text; null where there is no such catalog. */
export const exportCatalog = 'apiErrors/exportCatalog';
export interface ExportCatalogParams {
	readonly id: string;
	/** A document that has the catalog in reach; of all folders unless given. */
	readonly uri?: string;
	readonly format: 'typescript' | 'markdown';
}

/**
 * Request to the server: what changed from one version of a catalog to another, and which dispatches of the workspace do
 * not know the new codes. Answers Markdown. May be cancelled, and reports how far it is.
 */
export const diffCatalogs = 'apiErrors/diffCatalogs';
export interface DiffCatalogsParams {
	readonly old: CatalogText;
	readonly new: CatalogText;
	readonly workDoneToken?: string | number;
}

/**
 * Request to the server: which errors the code of a folder handles, and where, as one page of HTML; `docs/coverage.md` says
 * what is on it. What can be opened has `data-open`, with a URI, a line and a column from one: `file:///a/b.ts#12,3`. May
 * be cancelled, and reports how far it is.
 */
export const coveragePageOf = 'apiErrors/coverage';
export interface CoverageParams {
	/** The URI of a folder of the workspace. */
	readonly uri: string;
	/** What the folder is called. */
	readonly name: string;
	/** Marks the page's own style and script, which its policy lets in by that. */
	readonly nonce: string;
	readonly workDoneToken?: string | number;
}
