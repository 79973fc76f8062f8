import type { DispatchForm } from '../syntax/code.ts';

/** What a place does about an error. */
export const cellStates = ['handled', 'around', 'default', 'not-handled', 'cannot-tell', 'not-asked'] as const;
export type CellState = (typeof cellStates)[number];

/** One error at one place. */
export interface Cell {
	readonly state: CellState;
	/** Half a sentence; undefined where the state says all. */
	readonly reason: string | undefined;
}

/** The cell of one code or status. */
export interface NamedCell extends Cell {
	readonly value: string | number;
	/** Whether this one must be handled here. */
	readonly required: boolean;
}

/** Code that chooses by the errors of one API. Plain data, as all that follows. */
export interface PlaceFacts {
	/** The API's id. */
	readonly api: string;
	/** From one; columns are UTF-16 units. */
	readonly line: number;
	readonly column: number;
	/** The function around it, or the table's own name; undefined where it has none. */
	readonly name: string | undefined;
	/** What is looked at, such as `error.code`. */
	readonly subject: string;
	readonly form: DispatchForm;
	readonly on: 'code' | 'status';
	/** One for each that has a branch, or that must be handled. */
	readonly cells: readonly NamedCell[];
	/** What holds for all others. */
	readonly others: Cell;
	/** The comment that keeps what is not handled here from being warned about. */
	readonly suppressedBy: string | undefined;
	/** Why nothing is warned about here, as half a sentence: a test, generated code; undefined elsewhere. */
	readonly quiet: string | undefined;
}

/** What there is to know of a code or a status, for whoever lists it. */
export interface RowFacts {
	readonly kind: 'code' | 'status';
	readonly value: string | number;
	/** The status that comes with a code. */
	readonly status: number | undefined;
	readonly title: string;
	readonly required: boolean;
	readonly isDeprecated: boolean;
}

/** An API that a file has to do with. */
export interface ApiFacts {
	readonly id: string;
	readonly name: string;
	/** Whether the API has no other codes than these. */
	readonly isComplete: boolean;
	readonly rows: readonly RowFacts[];
	/** Whether the file itself, or one that it imports, speaks of it, so that its codes are no accident. */
	readonly isSure: boolean;
	/** The codes that stand anywhere in the file, in tests too. */
	readonly mentioned: readonly (string | number)[];
}

/** What a file does about the errors of APIs. */
export interface FileCoverage {
	readonly apis: readonly ApiFacts[];
	/** In the order of the text. */
	readonly places: readonly PlaceFacts[];
}
