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
	/** What went wrong, such as a file that took too long to read; shown in the status item. */
	readonly problem?: string;
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
}
export type ReadFolderAnswer = readonly { readonly name: string; readonly isFolder: boolean }[];
