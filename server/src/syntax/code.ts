import type { Part } from './parts/part.ts';
import type { Span } from './span.ts';

/** What one top-level block of a file says, in words that every language shares. Offsets count from its start. */
export interface Code {
	/** The text of the block. */
	readonly text: string;
	/** Everything to which the language's table gives a role, nested as in the text. */
	readonly root: Part;
	readonly literals: readonly Literal[];
	/** Every string, with substitutions too: what names a host may have some. */
	readonly strings: readonly Part[];
	readonly dispatches: readonly Dispatch[];
	/** Tables and lists that have a name, whether or not anything looks into them. */
	readonly tables: readonly Table[];
	readonly lookups: readonly Lookup[];
	readonly functions: readonly NamedFunction[];
	readonly constants: readonly Constant[];
	readonly imports: readonly Import[];
	readonly exports: readonly Export[];
	readonly comments: readonly Comment[];
}

/** A block of the document and what it says. */
export interface Block extends Span {
	readonly code: Code;
}

/** A value written out: `'card_declined'`, `429`. */
export interface Literal extends Span {
	readonly kind: 'string' | 'integer';
	readonly text: string;
	readonly value: string | number;
	/** What is between the quotes. */
	readonly content: Span;
	readonly part: Part;
}

/** The expression that a dispatch looks at. */
export interface Subject {
	/** Normalised: `err?.response?.status` is `err.response.status`. */
	readonly path: string;
	/** Where a plain name comes from, normalised in the same way: `const { code } = body.error` gives `body.error.code`. */
	readonly source: string;
	readonly part: Part;
}

/**
 * How code chooses by a value. `switch`: a switch, match or case. `chain`: ifs that follow each other, by `else` or
 * because each leaves. `ternary`: a chain of them. `table`: a lookup in a literal table. `membership`: a test against
 * a list. `predicate` and `flag`: a test whose result is returned or kept. `test`: a single if.
 */
export type DispatchForm = 'switch' | 'chain' | 'ternary' | 'table' | 'membership' | 'predicate' | 'flag' | 'test';

/** Code that chooses one of several branches by a value. */
export interface Dispatch extends Span {
	readonly form: DispatchForm;
	readonly subject: Subject;
	/** Where a finding about the whole stands, such as `switch (error.code)`. */
	readonly head: Span;
	readonly branches: readonly Branch[];
	/** Whether a syntax error lies inside. */
	readonly broken: boolean;
	readonly part: Part;
}

/** A table or a list of values with a name. It becomes a dispatch where something looks into it. */
export interface Table extends Span {
	readonly name: string;
	readonly branches: readonly Branch[];
	/** Whether it only lists values: a set, an array. */
	readonly isList: boolean;
	readonly broken: boolean;
	readonly part: Part;
}

/** A place that looks into a table by name: `HANDLERS[error.code]`, `RETRYABLE.has(status)`. */
export interface Lookup extends Span {
	readonly table: string;
	readonly subject: Subject;
	/** Whether what is found is called. */
	readonly called: boolean;
	/** What stands in where nothing is found. */
	readonly fallback: Part | undefined;
	readonly part: Part;
}

export interface Branch extends Span {
	readonly labels: readonly Label[];
	readonly isDefault: boolean;
	/** What is done, statement by statement; empty where the branch only lends its labels to the next. */
	readonly body: readonly Part[];
	/** Whether the branch runs into the one after it. */
	readonly fallsThrough: boolean;
	readonly part: Part;
}

/** What leads into a branch. */
export type Label = LiteralLabel | NameLabel | RangeLabel | UnknownLabel;

interface LabelFacts extends Span {
	/** `!== 429`, or the `else` of a test on it. */
	readonly negated: boolean;
	readonly part: Part;
}

export interface LiteralLabel extends LabelFacts {
	readonly kind: 'literal';
	readonly literal: Literal;
}

/** A name that may stand for a code: `ErrorCode.RateLimited`. */
export interface NameLabel extends LabelFacts {
	readonly kind: 'name';
	readonly name: string;
}

/** Both ends belong to it. */
export interface RangeLabel extends LabelFacts {
	readonly kind: 'range';
	readonly from: number;
	readonly to: number;
}

/** Cannot be told: a template with substitutions, a call, a regular expression. */
export interface UnknownLabel extends LabelFacts {
	readonly kind: 'unknown';
}

/** A function with the name it is called by. */
export interface NamedFunction extends Span {
	readonly name: string;
	readonly part: Part;
}

/** A name that stands for one value: a constant, an enum member, a key of a constant object (`Codes.RATE_LIMITED`). */
export interface Constant {
	readonly name: string;
	readonly literal: Literal;
	readonly origin: 'constant' | 'enum' | 'object';
	/** Whether another file can name it. */
	readonly exported: boolean;
	/** The name as it stands in the code. */
	readonly at: Span;
}

export interface Import extends Span {
	readonly module: string;
	readonly names: readonly ImportedName[];
	/** Whether the names are only handed on to those who import this file. */
	readonly isHandedOn: boolean;
	/** Whether nothing imports the module but that it is named: one beside the file needs no more in some languages. */
	readonly isImplied?: boolean;
}

/** A name that one file takes from another. */
export interface ImportedName {
	/** As the other file exports it; `default` for what it exports without a name, `*` for all that it exports. */
	readonly name: string;
	/** As it is called here; `*` where all names stay as they are. */
	readonly alias: string;
}

/** A name that other files can import. */
export interface Export {
	/** As others import it; `default` for what has no name. */
	readonly name: string;
	/** As it is called here. */
	readonly local: string;
}

export interface Comment extends Span {
	readonly text: string;
}
