/** Where in a JSON or YAML document something is, as keys and indexes from the root. */
export type JsonPath = readonly (string | number)[];

/** `error`: nothing is warned about by the catalog until it is mended. The others leave the catalog as good as it is. */
export type Severity = 'error' | 'warning' | 'information';

/** What is wrong, for whoever filters or looks it up; the names are told in the README beside this file. */
export type ProblemCode =
	| 'not-readable'
	| 'wrong-value'
	| 'missing-field'
	| 'unknown-field'
	| 'wrong-id'
	| 'impossible-status'
	| 'duplicate-code'
	| 'unquoted-code'
	| 'differs-by-case'
	| 'required-deprecated'
	| 'unknown-replacement'
	| 'unknown-extends'
	| 'extends-cycle'
	| 'extends-outside'
	| 'nothing-to-hide'
	| 'same-id'
	| 'too-long'
	| 'unknown-api'
	| 'later-version'
	| 'not-filled-in'
	| 'filled-in';

/** Something in a document that is not as it should be. */
export interface Problem {
	readonly path: JsonPath;
	/** Unless given, the value. */
	readonly at?: 'key' | 'value';
	/** A sentence for the author of the file. */
	readonly message: string;
	readonly severity: Severity;
	readonly code: ProblemCode;
	readonly fixes?: readonly ProblemFix[];
}

/** Something that an author may let be done about a problem. */
export interface ProblemFix {
	readonly title: string;
	readonly edits: readonly PathEdit[];
}

/** Sets a value (adds it where it is not there), removes it, or gives its key another name. */
export type PathEdit =
	| { readonly path: JsonPath; readonly value: unknown }
	| { readonly path: JsonPath; readonly remove: true }
	| { readonly path: JsonPath; readonly rename: string };

/** Takes a problem down. */
export interface Report {
	(problem: Problem): void;
	/** Whether what is only a warning is told no more, as there are too many. */
	readonly isFull?: () => boolean;
}

/** A problem with a value that is lost by it, unless more is said. */
export function wrongValue(path: JsonPath, message: string, fixes: readonly (ProblemFix | undefined)[] = []): Problem {
	const known = fixes.filter((fix) => fix !== undefined);
	return { path, message, severity: 'error', code: 'wrong-value', ...(known.length > 0 && { fixes: known }) };
}

/** Puts a value in the place of what stands there. */
export function replaceFix(path: JsonPath, value: string | number | boolean): ProblemFix {
	return { title: `Replace with ${JSON.stringify(value)}`, edits: [{ path, value }] };
}

/** Takes away what stands there. */
export function removeFix(path: JsonPath, title = `Remove ${JSON.stringify(path.at(-1))}`): ProblemFix {
	return { title, edits: [{ path, remove: true }] };
}
