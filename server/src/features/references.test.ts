import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzed } from '../../../test/support/analyzed.ts';
import { references, soughtAt } from './references.ts';

const source = `// api-errors: silentchat
enum Code { Limited = 'RATE_LIMITED', Conflict = 'CONFLICT' }
export function handle(error) {
	if (error.code === Code.Limited) return wait();
	if (error.code === 'RATE_LIMITED') return wait();
	if (error.code === 'CONFLICT') return reload();
	// RATE_LIMITED
	console.log('RATE_LIMITED: wait');
}
`;

/** Lines and texts of the places where the document has what stands at the first place of a text. */
async function found(text: string): Promise<readonly string[]> {
	const analysis = await analyzed(source);
	const sought = soughtAt(analysis, source.indexOf(text) + 1);
	if (!sought) return [];
	return references(analysis, sought).map(({ range }) => `${range.start.line}: ${analysis.document.getText(range)}`);
}

const limited = ['1: Limited', "1: 'RATE_LIMITED'", '3: Limited', "4: 'RATE_LIMITED'"];

test('a code is found in literals, in constants and by the names of constants', async () => {
	assert.deepEqual(await found("'RATE_LIMITED'"), limited);
});

test('a name of a constant leads to the same places', async () => {
	assert.deepEqual(await found('Limited)'), limited);
});

test('the owner of a name is not the code', async () => {
	assert.deepEqual(await found('Code.Limited'), []);
});

test('what is no code has no places', async () => {
	assert.deepEqual(await found('handle'), []);
});
