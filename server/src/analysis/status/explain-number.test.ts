import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyzed } from '../../../../test/support/analyzed.ts';
import type { Sign } from './sign.ts';
import { explainNumber } from './status-occurrences.ts';

describe('why a number is a status or is none', () => {
	async function signsOf(source: string): Promise<readonly string[]> {
		const analysis = await analyzed(`${source}\n`);
		const numbers = analysis.blocks.flatMap(({ code }) => code.literals.filter(({ kind }) => kind === 'integer'));
		return numbers.flatMap((literal) => explainNumber(literal, analysis).signs.map(said));
	}
	const said = ({ weight, reason }: Sign): string => `${weight > 0 ? 'for' : 'against'}: ${reason}`;

	it('is told as half-sentences for it', async () => {
		assert.deepEqual(await signsOf('if (answer.status === 404) retry();'), [
			'for: 404 is seldom anything else',
			'for: it is compared with `answer.status`',
		]);
	});

	it('is told as half-sentences against it', async () => {
		assert.deepEqual(await signsOf('const width = 500;'), [
			'against: `width` is the name of a size, a time, an amount or a place',
		]);
	});
});
