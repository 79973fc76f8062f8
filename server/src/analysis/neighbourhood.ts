import type { Constant, Import } from '../syntax/code.ts';
import type { InPlay } from './analysis.ts';

/** What the files around a document lend to it. */
export interface Neighbourhood {
	/** Constants of the files that it imports, by the names that it has for them. */
	readonly constants: ReadonlyMap<string, Constant>;
	/** The APIs that a file shows that it imports, or that imports it: the step `near`. */
	readonly inPlay: readonly InPlay[];
}

/** What is known of a document that has nothing around it. */
export const alone: Neighbourhood = { constants: new Map(), inPlay: [] };

/** Asks for the neighbourhood of a document that has the imports. Never rejects. */
export type AskNeighbourhood = (imports: readonly Import[]) => Promise<Neighbourhood>;
