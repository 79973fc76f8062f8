// The engine behind the command `api-errors`, for programs of your own: plain data in, plain data out. This file stands
// alone; what implements it is held to it by the compiler.

/** How much a finding weighs. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What was found at one place. Lines and columns count from one, columns in UTF-16 units. */
export interface Finding {
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	/** The first column after what was found. */
	readonly endColumn: number;
	/** The name of the rule, such as `missing-required`. */
	readonly rule: string;
	readonly severity: Severity;
	/** What is wrong, in a sentence or half of one. */
	readonly message: string;
	/** The id of the catalog of the API that it is about; undefined where it is about none. */
	readonly api: string | undefined;
	/** Whether there is a fix that nobody needs to look at first. */
	readonly fixable: boolean;
	/** The line of code on which it begins, without the space around it. */
	readonly code: string;
}

/** What was found in one file. */
export interface FileReport {
	/** From the folder of the check, with slashes. */
	readonly path: string;
	/** From the root of the repository, with slashes; an absolute path where the file lies outside of it. */
	readonly pathInRepository: string;
	/** In the order of lines, columns and rules. */
	readonly findings: readonly Finding[];
}

/** All that a check has to say; the same whenever the code, the catalogs and the settings are the same. */
export interface Report {
	/** Every file that was read, those without findings too, in the order of the bytes of their paths. */
	readonly files: readonly FileReport[];
	/** What could not be read or done, as sentences; the rest was checked all the same. */
	readonly problems: readonly string[];
}

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

/** Replaces what lies between two offsets, in UTF-16 units from the start of the text. */
export interface TextEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** What can be done about a finding. */
export interface Fix {
	readonly title: string;
	/** Sorted, without overlap. */
	readonly edits: readonly TextEdit[];
	/** Whether nobody needs to look at it first. */
	readonly safe: boolean;
	/** Whether it is the one that is right most of the time. */
	readonly preferred: boolean;
}

/** What was found in a text, with its offsets and all that can be done about it. */
export interface TextFinding extends Finding {
	readonly start: number;
	readonly end: number;
	readonly fixes: readonly Fix[];
}

export interface CheckTextOptions extends Surroundings {
	readonly text: string;
	/**
	 * A path from the folder. Its ending says what language the text is in, and the files around it what the text speaks
	 * of; the file itself need not be there. In a file of a kind that is not read, nothing is found.
	 */
	readonly fileName: string;
}

export interface TextReport {
	/** In the order of lines, columns and rules. */
	readonly findings: readonly TextFinding[];
	/** What could not be read or done, as sentences. */
	readonly problems: readonly string[];
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

/** The errors of one API. */
export interface Catalog {
	readonly id: string;
	/** As people write it. */
	readonly name: string;
	/** The page that documents the errors. */
	readonly url?: string;
	/** The version of the API that this tells of. */
	readonly version?: string;
	/** What in a file shows that it speaks of this API. */
	readonly evidence: { readonly packages: readonly string[]; readonly hosts: readonly string[] };
	/** Dotted paths into the body of an error response, such as `error.code`. */
	readonly envelope?: { readonly code: string; readonly message?: string; readonly status?: string };
	readonly entries: readonly Entry[];
	/** False where the API may well have codes that are not among the entries. */
	readonly complete?: boolean;
	/** Whether it could be read only in part: nothing is warned about by it then. */
	readonly hasProblems?: boolean;
}

/** An error: a code that the body of a response carries, or an HTTP status as the API uses it. */
export type Entry = ErrorCode | StatusCode;

export interface ErrorCode extends EntryFacts {
	readonly kind: 'code';
	readonly value: string | number;
	/** The HTTP status that comes with the code. */
	readonly status?: number;
}

export interface StatusCode extends EntryFacts {
	readonly kind: 'status';
	readonly value: number;
}

/** What is known of an error; the fields are those of a catalog's file. */
export interface EntryFacts {
	readonly title: string;
	/** Other names that code has for it. */
	readonly otherNames?: readonly string[];
	/** Markdown, as are `remedy`, `differsFromHttp` and, where it is text, `deprecated`. */
	readonly description: string;
	/** What a caller does about it. */
	readonly remedy?: string;
	readonly differsFromHttp?: string;
	readonly url?: string;
	/** The section that defines a status. */
	readonly specification?: string;
	/** Whether whoever chooses among this API's errors must handle this one by name. */
	readonly required: boolean;
	/** Whether the same request may be sent again; left out where nobody has said so. */
	readonly retry?: 'never' | 'backoff' | 'retry-after' | 'after-refresh';
	/** The address of your own page on what to do about it. */
	readonly runbook?: string;
	/** A response body with this error, as JSON text. */
	readonly sample?: string;
	/** False for vendors' own numbers among the HTTP statuses. */
	readonly standard?: boolean;
	readonly since?: string;
	readonly deprecated?: true | string;
	readonly removedIn?: string;
	/** The code that the API sends now instead. */
	readonly replacedBy?: string | number;
	/** Names of fields that nobody has filled in yet. */
	readonly todo?: readonly string[];
	/** Where it is written; of several places, the one that outweighs the others first. */
	readonly origins?: readonly Origin[];
}

/** One place where an entry, or a part of it, is written. */
export interface Origin {
	/** The URI of a file, or `builtin:` and the id of a catalog that comes along. */
	readonly source: string;
	/** Keys and indexes from the root of the file. */
	readonly path: readonly (string | number)[];
	/** The fields that count as they are written here. */
	readonly fields: readonly string[];
}

/** What one API means by a code. */
export interface Explanation {
	readonly api: Pick<Catalog, 'id' | 'name' | 'url'>;
	readonly entry: Entry;
}

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

export interface LoadedCatalogs {
	/** Those that come along, and those of the folder and of what is below it. */
	readonly catalogs: readonly Catalog[];
	/** What is wrong with the folder's own, as sentences that begin with the file, the line and the column. */
	readonly problems: readonly string[];
}

/**
 * The catalogs that count in a folder.
 * @param folder the current one unless given
 *
 * @example
 * const { catalogs } = await loadCatalogs('shop');
 * for (const { id, entries } of catalogs) console.log(id, entries.length);
 */
export function loadCatalogs(folder?: string): Promise<LoadedCatalogs>;

/** What is wrong in a catalog. */
export interface CatalogProblem {
	/** Keys and indexes from the root. */
	readonly path: readonly (string | number)[];
	readonly message: string;
	/** For an `error`, the catalog warns about nothing until it is mended. */
	readonly severity: 'error' | 'warning' | 'information';
}

export interface CatalogReading {
	/** Undefined where nothing can be made of the value: it is no object, or has no usable `id`. */
	readonly catalog: Catalog | undefined;
	readonly problems: readonly CatalogProblem[];
}

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

/** Which errors are handled where, as `api-errors coverage --format json` writes it. */
export interface CoverageReport {
	readonly format: 1;
	/** How many files were read. */
	readonly files: number;
	/** Of what must be handled, at all places. */
	readonly required: CoverageShare;
	readonly problems: readonly string[];
	/** Sorted by id. */
	readonly apis: readonly ApiCoverage[];
}

/** How much is handled of what must be. */
export interface CoverageShare {
	readonly handled: number;
	readonly of: number;
	/** Null where there is nothing to be handled. */
	readonly percent: number | null;
	/** How often that could not be told; it is not among the others. */
	readonly cannotTell: number;
}

export interface ApiCoverage {
	readonly id: string;
	readonly name: string;
	/** Whether the API has no other codes. */
	readonly complete: boolean;
	readonly required: CoverageShare;
	readonly codes: readonly CoveredCode[];
	readonly places: readonly CoveredPlace[];
}

/** A code or a status, with the number of places that do each thing about it. */
export interface CoveredCode {
	readonly kind: 'code' | 'status';
	readonly value: string | number;
	readonly status: number | undefined;
	readonly title: string;
	readonly required: boolean;
	readonly deprecated: boolean;
	/** Whether a code stands anywhere in the files; undefined for statuses. */
	readonly mentioned: boolean | undefined;
	readonly handled: number;
	readonly around: number;
	readonly default: number;
	readonly notHandled: number;
	readonly cannotTell: number;
}

/**
 * What a place does about an error: it has a branch for it (`handled`), it is dealt with by code around it (`around`), left
 * to the default, not handled, or cannot be told; it is `not-asked` where the place has nothing to do with it.
 */
export type CellState = 'handled' | 'around' | 'default' | 'not-handled' | 'cannot-tell' | 'not-asked';

/** Code that chooses by the errors of an API. */
export interface CoveredPlace {
	/** From the folder, with slashes. */
	readonly file: string;
	readonly line: number;
	readonly column: number;
	/** The function around it, or the name of the table. */
	readonly name: string | undefined;
	/** What kind of code it is, such as `switch`. */
	readonly form: string;
	/** What it looks at, such as `error.code`. */
	readonly lookedAt: string;
	readonly on: 'code' | 'status';
	/** The comment that keeps it from being warned about. */
	readonly suppressedBy: string | undefined;
	/** Why nothing is warned about here, as half a sentence. */
	readonly quiet: string | undefined;
	/** One for each error that has a branch, or that must be handled. */
	readonly cells: readonly CoveredCell[];
	/** What holds for all other errors. */
	readonly others: { readonly state: CellState; readonly reason: string | undefined };
}

export interface CoveredCell {
	readonly value: string | number;
	readonly state: CellState;
	readonly required: boolean;
	/** Half a sentence; undefined where the state says all. */
	readonly reason: string | undefined;
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
