import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import type { FileFacts } from '../file-facts.ts';

/** One thing that speaks for or against a number's being an HTTP status. */
export interface Sign {
	/** How much it says: above 0 for a status, below 0 against. A number is believed from a sum of `believed`. */
	readonly weight: number;
	/** Half a sentence for the user: "it is compared with `response.status`". */
	readonly reason: string;
}

/** What all signs of a number must reach together. */
export const believed = 10;

/** What is known beyond the block. */
export interface StatusContext {
	readonly catalogs: CatalogIndex;
	readonly facts: Pick<FileFacts, 'parameters' | 'columns' | 'lookups' | 'speaksHttp'>;
}
