import type { Constant, Import } from '../syntax/code.ts';
import type { InPlay } from './analysis.ts';

/** What a file says to the files around it. */
export interface Outline {
	/** The APIs that the file shows by itself: by a comment that names them, or by what it says. */
	readonly inPlay: readonly InPlay[];
	readonly imports: readonly Import[];
	/** The constants of the file by their names in it. */
	readonly constants: ReadonlyMap<string, Constant>;
}
