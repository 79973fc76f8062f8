// The engine behind the command `api-errors`, for programs of your own: plain data in, plain data out. What implements it
// is held to it by the compiler.

import type {
	Catalog,
	CatalogReading,
	CoverageReport,
	Explanation,
	LoadedCatalogs,
	Report,
	Severity,
	TextEdit,
	TextReport,
} from './data.d.ts';

export type * from './data.d.ts';

/** What the user chose, as in the project's file `api-errors.json`, and on top of that. What is left out has its default. */
export interface Settings {
	/** By name of the rule; a rule that is not named has its own severity. */
	readonly rules?: Readonly<Record<string, Severity | 'off'>> | undefined;
	/** What is said where a `default` ends the matter for a code that must be handled by name. */
	readonly whenDefault?: 'warning' | 'information' | 'off' | undefined;
	/** Which APIs the files of a glob speak of; the first that fits counts, and `none` switches off. */
	readonly apis?: readonly { readonly files: string; readonly apis: readonly string[] }[] | undefined;
	/** Codes that must be handled by name; with a leading `!`, those that need not be. */
	readonly requiredCodes?: readonly string[] | undefined;
	/** Globs of tests and fixtures, in which nothing is reported. */
	readonly testFiles?: readonly string[] | undefined;
	/** Paths of files and folders with catalogs, from the folder. */
	readonly catalogs?: readonly string[] | undefined;
}

/** Where to look, and what is known beforehand. */
export interface Surroundings {
	/** The folder that paths and globs count from; the current one unless given. */
	readonly folder?: string | undefined;
	/** On top of what the project's files say. Rejects with a `TypeError` that names what is wrong with them. */
	readonly settings?: Settings | undefined;
	/**
	 * Catalogs beside those that are found around the code, as `readCatalog` or `loadCatalogs` gives them; one takes the
	 * place of another with its id.
	 */
	readonly catalogs?: readonly Catalog[] | undefined;
}

/** Which files are meant. In folders, what git ignores is left out, and so are links and `node_modules`. */
export interface FileSelection {
	/** Files, folders and globs, from the folder; all of the folder unless given. What is named counts though git ignores it. */
	readonly paths?: readonly string[] | undefined;
	/** Globs of what is left out, from the folder. */
	readonly exclude?: readonly string[] | undefined;
	/** Whether what git ignores counts, too. */
	readonly withIgnored?: boolean | undefined;
	/** A branch, a tag or a commit: only files that have changed since. Rejects where git does not know it. */
	readonly since?: string | undefined;
}

/** How the work is done. */
export interface Effort {
	/** The most threads that work at the same time; as many as there are processors unless given. 1 starts none. */
	readonly jobs?: number | undefined;
}

export interface CheckFilesOptions extends Surroundings, FileSelection, Effort {}

/**
 * Checks files as `api-errors check` does. Code that is broken, and files that cannot be read, are no reason to reject:
 * what could not be read is among the problems.
 *
 * @example
 * const { files, problems } = await checkFiles({ folder: 'shop', paths: ['src'] });
 * for (const { path, findings } of files)
 *   for (const { line, message } of findings) console.log(`${path}:${line}: ${message}`);
 */
export function checkFiles(options?: CheckFilesOptions): Promise<Report>;

export interface CheckTextOptions extends Surroundings {
	readonly text: string;
	/**
	 * A path from the folder. Its ending says what language the text is in, and the files around it what the text speaks
	 * of; the file itself need not be there. In a file of a kind that is not read, nothing is found.
	 */
	readonly fileName: string;
}

/**
 * Checks a text as if a file had it, and offers fixes.
 *
 * @example
 * const text = `const { code } = await post('https://api.silentchat.de/v1/messages');
 * switch (code) { case 'CONFLICT': again(); break; case 'VALIDATION_ERROR': ask(); }`;
 * const { findings } = await checkText({ text, fileName: 'send.js' });
 * for (const { message, fixes } of findings) console.log(message, fixes.map(({ title }) => title));
 */
export function checkText(options: CheckTextOptions): Promise<TextReport>;

/**
 * A text with edits made in it. Edits that overlap one before them are left out.
 *
 * @example
 * applyEdits("'RATE_LIMITD'", [{ start: 1, end: 12, text: 'RATE_LIMITED' }]); // "'RATE_LIMITED'"
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string;

/**
 * What a code, a constant's name for one, or an HTTP status means, in each API that has it; nothing where none has it.
 * Catalogs are those that `loadCatalogs` finds, and those given.
 *
 * @example
 * for (const { api, entry } of await explain('RATE_LIMITED'))
 *   console.log(`${api.name}: ${entry.title}. ${entry.remedy ?? ''}`);
 */
export function explain(
	code: string | number,
	options?: Pick<Surroundings, 'folder' | 'catalogs'>,
): Promise<readonly Explanation[]>;

/**
 * The catalogs that count in a folder.
 * @param folder the current one unless given
 *
 * @example
 * const { catalogs } = await loadCatalogs('shop');
 * for (const { id, entries } of catalogs) console.log(id, entries.length);
 */
export function loadCatalogs(folder?: string): Promise<LoadedCatalogs>;

/**
 * Reads a catalog that stands alone, of any value, such as parsed JSON. Never throws: it keeps what can be read, and names
 * every problem. What the catalog `extends` is not looked at.
 *
 * @example
 * const entries = [{ value: 'SOLD_OUT', title: 'Sold out', description: 'There is none left.' }];
 * const { catalog, problems } = readCatalog({ id: 'acme', name: 'Acme', entries });
 */
export function readCatalog(value: unknown): CatalogReading;

export interface CoverageOptions extends Pick<Surroundings, 'folder' | 'settings'>, FileSelection, Effort {
	/** The ids of the APIs that are told of; all but `http` unless given. */
	readonly apis?: readonly string[] | undefined;
	/** Whether only what must be handled is told of. */
	readonly onlyRequired?: boolean | undefined;
	/** Whether tests, fixtures and generated code are told of. */
	readonly withTests?: boolean | undefined;
}

/**
 * Which errors are handled, where, and which are not, or cannot be told.
 *
 * @example
 * const { required, apis } = await coverage({ folder: 'shop' });
 * console.log(`${required.handled} of ${required.of}`, apis.map(({ id, places }) => `${id}: ${places.length}`));
 */
export function coverage(options?: CoverageOptions): Promise<CoverageReport>;

/** The names of the formats of `api-errors check --format`. */
export type ReportFormat = 'stylish' | 'json' | 'sarif' | 'github' | 'junit' | 'gitlab' | 'markdown';

/** The formats, each with what it is for. */
export const reportFormats: readonly { readonly name: ReportFormat; readonly summary: string }[];

/**
 * Writes a report as text, without colours; `json` is the format that the page on reports describes. Rejects with a
 * `TypeError` where there is no such format.
 *
 * @example
 * const report = await checkFiles({ folder: 'shop' });
 * const log = JSON.parse(await writeReport(report, 'sarif'));
 */
export function writeReport(report: Report, format: ReportFormat): Promise<string>;

/** The rules, each with the severity that it has unless a setting says otherwise. */
export const rules: readonly { readonly name: string; readonly summary: string; readonly severity: Severity | 'off' }[];

/** The version of this package. */
export const version: string;
