import type { Dispatch, Literal } from './code.ts';
import type { Part } from './part.ts';
import type { Edit } from './span.ts';

/** All that the project knows about one programming language. */
export interface Language {
	readonly name: string;
	readonly dialects: readonly Dialect[];
	/** The text of `code.scm`. */
	readonly query: string;
	readonly write: CodeWriter;
	readonly clients: readonly HttpClient[];
	/** Codes and statuses are also typed in unfinished code; says what the text before the cursor expects. */
	readonly labelPosition: (before: string) => LabelPosition | undefined;
}

/** One editor language id with its own grammar, such as `typescriptreact`. */
export interface Dialect {
	readonly id: string;
	readonly extensions: readonly string[];
	/** File name of the grammar among the assets. */
	readonly grammar: string;
	/** Text of the query beyond the language's, for nodes that only this grammar has. */
	readonly query?: string;
	/** Whether types may be written. */
	readonly typed: boolean;
}

/** Where in unfinished code a value may be typed. */
export interface LabelPosition {
	/** How many characters before the cursor belong to the value, opening quote included. */
	readonly typed: number;
	/** The quote that is open at the cursor, or none. */
	readonly quote: string | undefined;
	/** What follows the value so that the code is whole, such as `:` after a case. */
	readonly after: string;
}

/** Writes code of one language. A tab stands for one level of indentation; `insert-code` lays the text out. */
export interface CodeWriter {
	comment(text: string): string;
	/** Quoted as `like` is, where the language leaves a choice. */
	string(value: string, like?: Literal): string;
	/** Branches with the given labels, as the siblings in the dispatch are written. */
	branch(dispatch: Dispatch, label: string, body: string): string;
}

/** A place where a fix writes code for an HTTP client: a branch for a rate limit or an expired token. */
export interface ClientPlace {
	/** The whole text of the document. */
	readonly text: string;
	/** Offset of the block in the document; parts count from it. */
	readonly offset: number;
	readonly dialect: Dialect;
	readonly dispatch: Dispatch;
	/** The branch that is to wait or to refresh. */
	readonly branch: Dispatch['branches'][number];
	/** The text of the values that lead into the branch, such as `'RATE_LIMITED'`. */
	readonly root: Part;
	/** All blocks' top-level names, so that what is inserted collides with none. */
	readonly names: ReadonlySet<string>;
}

/** An HTTP client of a language, and the code to be written for it. */
export interface HttpClient {
	readonly name: string;
	/** Modules whose import shows the client is used; empty for one that is built in. */
	readonly imports: readonly string[];
	/** Waits as long as the response's Retry-After header asks, then repeats; undefined where that cannot be done well. */
	retryAfter(place: ClientPlace): readonly Edit[] | undefined;
	/** Refreshes the token once and repeats once; undefined where that cannot be done well. */
	refreshToken(place: ClientPlace): readonly Edit[] | undefined;
}
