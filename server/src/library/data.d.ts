// What the functions of the library give. Published with them as one file.

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

export interface TextReport {
	/** In the order of lines, columns and rules. */
	readonly findings: readonly TextFinding[];
	/** What could not be read or done, as sentences. */
	readonly problems: readonly string[];
}

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

export interface LoadedCatalogs {
	/** Those that come along, and those of the folder and of what is below it. */
	readonly catalogs: readonly Catalog[];
	/** What is wrong with the folder's own, as sentences that begin with the file, the line and the column. */
	readonly problems: readonly string[];
}

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
