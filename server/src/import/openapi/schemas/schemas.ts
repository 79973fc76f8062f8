import type { References } from '../document/references.ts';
import { type ValueReader, valueReader } from './allowed-values.ts';
import { type Viewer, viewer } from './schema-view.ts';

/** The schemas of one document. */
export interface Schemas {
	readonly view: Viewer;
	readonly values: ValueReader;
	/** Whether there are so many schemas within schemas that some were not looked at. */
	ranOut(): boolean;
}

export function schemasIn(references: References): Schemas {
	const { view, ranOut } = viewer(references);
	return { view, values: valueReader(view), ranOut };
}
