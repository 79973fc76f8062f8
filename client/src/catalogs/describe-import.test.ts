import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, nothingFound, sureness } from './describe-import.ts';

test('what was found is counted in words', () => {
	assert.equal(counted({ codes: 12, statuses: 1 }), '12 codes and 1 status');
	assert.equal(counted({ codes: 1, statuses: 0 }), '1 code');
	assert.equal(counted({ codes: 0, statuses: 3 }), '3 statuses');
	assert.equal(counted({ codes: 0, statuses: 0 }), 'no errors');
});

test('a source without errors says how it was read, and why nothing was found', () => {
	const answer = {
		hasEvidence: false,
		codes: 0,
		statuses: 0,
		id: 'a',
		name: 'A',
		summary: '',
		changes: [],
		notes: ['No response is an error.'],
	};
	const formats = [{ name: 'openapi', title: 'OpenAPI or Swagger', likelihood: 1 }];
	assert.equal(
		nothingFound('pets.yaml', { ...answer, formats, format: 'openapi' }),
		'No errors were found in pets.yaml, read as OpenAPI or Swagger. No response is an error.',
	);
	assert.equal(
		nothingFound('the clipboard', { ...answer, formats: [] }),
		'No errors were found in the clipboard. No response is an error.',
	);
});

test('how sure a format is has a word', () => {
	assert.deepEqual([1, 0.5, 0.1].map(sureness), ['recognised', 'likely', 'possible']);
});
