import type { Block, Branch, Code, Dispatch, ImportedName, Literal } from './code.ts';
import type { NodeRoles } from './parts/node-roles.ts';
import type { Part } from './parts/part.ts';
import type { Edit } from './span.ts';

/** All that the project knows about one programming language. */
export interface Language {
	readonly name: string;
	readonly dialects: readonly Dialect[];
	/** What the grammar's nodes mean, as far as all dialects share them. */
	readonly nodes: NodeRoles;
	/** Types of nodes with which a block at the top level only begins, where the grammar has no node around all of it. */
	readonly pieces?: readonly string[];
	/** How blocks at the top level are told without a parser; left out where that cannot be done, or gains nothing. */
	readonly topLevel?: TopLevel;
	/**
	 * The text as the grammar is to read it, where code stands in what it takes for single words: of the same length, with
	 * the same line breaks. Literals and names are those of the text itself.
	 */
	readonly readAs?: (text: string) => string;
	/** Functions that import the module they are given. */
	readonly importCalls: readonly string[];
	/** Those of them whose module is given from the folder of the file; where there are any, all that it has is imported. */
	readonly relativeCalls?: readonly string[];
	/** What a file assigns to so that others can import it: `module.exports`. */
	readonly exportTargets: readonly string[];
	/** Whether other files can name all that stands at the top level of one. */
	readonly exportsAll?: boolean;
	/** What names of a module are called after an import that lists none; `alias` is what the import calls the module. */
	readonly importedAs?: (module: string, alias: string | undefined) => readonly ImportedName[];
	/** The module whose name a member names without an import: `Codes` of `Codes::A`, which stands beside the file. */
	readonly namedModule?: (member: string) => string | undefined;
	/** Functions that give the name in their first argument the value of the second, as constants. */
	readonly constantCalls?: readonly string[];
	/** What stands in every text that hands names of other files on. */
	readonly handsOn: RegExp;
	/** Finds the file that an import means; left out where imports of the language name no files. */
	readonly findModule?: FindModule;
	/** Names of files that say where imports lead; `*` stands for anything. */
	readonly moduleConfigurations: readonly string[];
	readonly write: CodeWriter;
	readonly clients: readonly HttpClient[];
	readonly retrySetUps: readonly RetrySetUp[];
	/**
	 * Reads a type as it is written after a name or a value, or stands alone: `: 'A' | ErrorCode`. Undefined for a type that
	 * is more than values and names; left out where the language has none.
	 */
	readonly declaredType?: (text: string) => DeclaredType | undefined;
	/** Paths of a response's status whose name says less elsewhere: clients of the language call it `response.code`. */
	readonly responseStatus?: RegExp;
	/** The name of an HTTP status in the way of another's: `http.StatusConflict` where `like` is `http.StatusNotFound`. */
	readonly nameOfStatus?: (status: number, like: string) => string | undefined;
	/** What is being typed at the end of a text, for completion in unfinished code. */
	readonly typedAt: (before: string) => TypedValue | undefined;
	/** What closes everything that is open at the end of a text. */
	readonly closing: (before: string) => string;
}

/** A type that lists what it takes. Names are those of the code. */
export interface DeclaredType {
	/** Values written out. */
	readonly values: readonly (string | number)[];
	/** Other types, whose values belong to it as well. */
	readonly names: readonly string[];
	/** Lists of which it is an element. */
	readonly elementsOf: readonly string[];
	/** Tables of which it is a key. */
	readonly keysOf: readonly string[];
	/** Tables of which it is a value. */
	readonly valuesOf: readonly string[];
}

/**
 * Finds the file of the project that an import means: its URI, or undefined for a package or a file that is not there.
 * @param module as it is written in the import
 * @param importer URI of the file that imports it
 */
export interface FindModule {
	(module: string, importer: string, files: ProjectFiles): Promise<string | undefined>;
	/** The module that a name of another may be: `codes` of `.` is `.codes`. Left out where modules hold no modules. */
	readonly innerModule?: (module: string, name: string) => string;
	/** The module that every file imports without saying so: its own, where that has several files. */
	readonly own?: string;
	/** What a file of its own module is called in a reason, where its name says nothing. */
	readonly ownIsCalled?: string;
	/** The other files of the module that a file belongs to. Left out where every module is one file. */
	readonly besides?: (file: string, files: ProjectFiles) => Promise<readonly string[]>;
}

/** The files of a project, as far as they can be read. Nothing here rejects. */
export interface ProjectFiles {
	/** The names in a folder, given by a URI that ends in a slash, and whether each is a folder. */
	list(folder: string): Promise<ReadonlyMap<string, boolean>>;
	/** What a file says in JSON, with comments or not, as far as it can be read; undefined where there is no such file. */
	readJson(uri: string): Promise<unknown>;
	/** What a file says; undefined where there is no such file. */
	read(uri: string): Promise<string | undefined>;
}

/** What tells a block at the top level without a parser, so that one that cannot matter is not parsed where text is read once. */
export interface TopLevel {
	/**
	 * Finds, at the very left of lines, what nothing before can go on with: words that only begin a statement. An `@` begins
	 * what belongs to the next of them. Has the flags `g` and `m`.
	 */
	readonly begins: RegExp;
	/** What makes a comment of the rest of a line; with `//`, there are those between slash and asterisk as well. */
	readonly comment: '//' | '#';
	/** Whether blocks are told by how far they are indented. */
	readonly isIndented?: boolean;
	/** The quotes of texts that may go on in the next line, and end surely by the same quotes. */
	readonly quotesOverLines: readonly string[];
}

/** One editor language id with its own grammar, such as `typescriptreact`. */
export interface Dialect {
	readonly id: string;
	readonly extensions: readonly string[];
	/** What else people call it in small letters, such as on a fence in a text. */
	readonly aliases?: readonly string[];
	/** What TextMate's grammar of it is called, so that codes can be coloured: `source.python`. */
	readonly scope: string;
	/** File name of the grammar among the assets. */
	readonly grammar: string;
	/** Whether an engine that optimizes all of the grammar takes hundreds of megabytes for it. */
	readonly isCostlyToOptimize?: true;
	/** What the nodes mean that only this grammar has. */
	readonly nodes?: NodeRoles;
	/** What must stand before a piece of code that is read alone: `<?php `. */
	readonly opening?: string;
	/** Whether types may be written. */
	readonly typed: boolean;
}

/** A library that repeats limited requests, or refreshes expired tokens, by itself. */
export interface RetrySetUp {
	/** Modules of which one must be imported; empty where what shows it says enough. */
	readonly imports: readonly string[];
	/** What must stand in the file, where the import alone does not set it up. */
	readonly shownBy?: RegExp;
	readonly covers: 'rate-limit' | 'authentication';
	/** Modules that wait as long as Retry-After asks; without it the library waits blindly. */
	readonly readsHeader?: RegExp;
}

/** A value that is being typed. */
export interface TypedValue {
	/** UTF-16 units before the cursor that belong to it, opening quote included. */
	readonly length: number;
	/** The quote that is open at the cursor, if any. */
	readonly quote: string | undefined;
	/** What may have to follow the value so that the code is whole, likeliest first: `:` after a case, or nothing. */
	readonly after: readonly string[];
}

/** A branch to be written into a dispatch, in the way of its siblings. */
export interface NewBranch {
	readonly form: Dispatch['form'];
	/** The value as it is written, quotes included; in a `switch (true)`, the whole test. */
	readonly label: string;
	/** What the dispatch looks at, as it is written there. */
	readonly subject: string;
	/** The test of a chain as the siblings write theirs: `error.code === 'RATE_LIMITED'`; undefined where none shows it. */
	readonly test: string | undefined;
	/** A sentence for the reader: what a caller does about it. */
	readonly comment: string;
	/** Whether it stands among cases of which none runs into the next, so that they may be values rather than statements. */
	readonly separate: boolean;
	/** Whether a colon opens the bodies of the siblings and a word of its own closes them: `elseif (…): …`. */
	readonly colon: boolean;
	/** How the siblings end. */
	readonly ending: 'break' | 'continue' | 'return' | 'throw' | 'none';
	/** What a branch that throws throws where something is at hand: `error`; otherwise an error is made anew. */
	readonly thrown: string | undefined;
	/** The last statement of the default, where all that it names is in reach: where values are returned, it fits. */
	readonly likeDefault: string | undefined;
	/** The value in quotes, as the message of an error that is made anew. */
	readonly quoted: string;
	readonly braces: boolean;
	/** Whether braces open in a line of their own, where the language leaves a choice. */
	readonly below: boolean;
	readonly semicolon: boolean;
	readonly oneLine: boolean;
	/** The sign between label and body by which the siblings end by themselves: `->`; undefined where they have none. */
	readonly arrow: string | undefined;
	/** Whether the switch is a value, so that each branch gives one or leaves. */
	readonly givesValue: boolean;
	/** Whether it continues the test before it, as `else if` does. */
	readonly continued: boolean;
	/** How the rows of a table are written: `key: value`, or `[key, value]` as in a Map. */
	readonly row: 'pair' | 'list';
	/** Whether the key of a row is the value of an expression: `[ErrorCode.RATE_LIMITED]: …`. */
	readonly computed: boolean;
	/** Whether the functions in the rows of a table are asynchronous. */
	readonly asynchronous: boolean;
	/** How a function in another row begins, up to its body. */
	readonly functionLike: string | undefined;
	/** What is written before the table to say what it holds. */
	readonly tableType: string | undefined;
}

/** Writes code of one language. A tab stands for one level of indentation; `insert-code` lays the text out. */
export interface CodeWriter {
	/** A comment to the end of the line, or, where more follows, one that ends by itself. */
	comment(text: string, more?: boolean): string;
	/** Quoted as `like` is, where the language leaves a choice. */
	string(value: string, like?: Literal): string;
	/** Empty where it cannot be written. */
	branch(branch: NewBranch): string;
	/** Keeps a branch of a switch from running into the next. */
	leave(semicolon: boolean): string;
	/** Whether what a dispatch gives is used where it stands, in languages in which statements are values. */
	givesValue?(dispatch: Part): boolean;
	/** What parts the branches of a switch, where one that is no block needs it. */
	readonly separator?: string;
	/** How blocks are told: by how far they are indented, or by a word in a line below them; by braces if left out. */
	readonly blocks?: 'indentation' | 'words';
	/** One level of indentation where the code shows none; a tab if left out. */
	readonly unit?: string;
	/** Whether a brace may open a block in a line of its own, and does where the code shows nothing else. */
	readonly opensBelow?: boolean;
	/** Whether the first case of a switch stands further in than the switch, where nothing else shows it: true if left out. */
	readonly casesAreIndented?: boolean;
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
	readonly branch: Branch;
	/** The code of the block that holds the dispatch. */
	readonly code: Code;
	/** The blocks of the whole document that were read. */
	readonly blocks: readonly Block[];
	/** The packages that the project depends on, as its manifests name them; left out where that is not known. */
	readonly dependencies?: ReadonlySet<string> | undefined;
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
