import type { Constant, Import } from '../../syntax/code.ts';
import type { Part } from '../../syntax/parts/part.ts';
import type { InPlay } from '../analysis.ts';

/** What files lend to those that import them, by names. */
export interface Lent {
	readonly constants: ReadonlyMap<string, Constant>;
	readonly types: ReadonlyMap<string, Part>;
}

/** What the files around a document lend to it, by the names that it has for it. */
export interface Neighbourhood extends Lent {
	/** The APIs that a file shows that it imports, or that imports it: the step `near`. */
	readonly inPlay: readonly InPlay[];
}

export const nothingLent: Lent = { constants: new Map(), types: new Map() };

/** What is known of a document that has nothing around it. */
export const alone: Neighbourhood = { ...nothingLent, inPlay: [] };

/** Asks for the neighbourhood of a document that has the imports. Never rejects. */
export type AskNeighbourhood = (imports: readonly Import[]) => Promise<Neighbourhood>;
