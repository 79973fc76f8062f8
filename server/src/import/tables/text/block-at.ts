import type { Block } from '../page.ts';

/** A block, and the line after it. */
export interface BlockAt {
	readonly block: Block;
	readonly end: number;
}
