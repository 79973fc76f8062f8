import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type FixName, fixedSource } from './fixed-source.ts';

/** Why nothing is offered in a source, and what to write instead of a piece of it so that it is. */
export interface NotOffered {
	readonly why: string;
	readonly source: string;
	readonly piece: string | RegExp;
	readonly instead: string;
}

/** Tests that nothing is offered, and for the reason that is given. */
export function checkNotOffered(fix: FixName, all: readonly NotOffered[]): void {
	for (const { why, source, piece, instead } of all) {
		it(`because ${why}`, async () => {
			assert.equal((await fixedSource(source, 'typescript', fix))?.text, undefined);
			const other = source.replace(piece, instead);
			assert.notEqual(other, source);
			assert.ok(await fixedSource(other, 'typescript', fix), `and would be in: ${other}`);
		});
	}
}
