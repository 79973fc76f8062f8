import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListedEntry } from '../protocol.ts';
import { searchEntries, summarize } from './search-entries.ts';

const entries: readonly ListedEntry[] = [
	entry('AUTH_TOKEN_REVOKED', 401, 'The token has been revoked.'),
	entry('AUTH_INVALID_TOKEN', 401, 'The token is malformed or **expired**.'),
	entry('RATE_LIMITED', 429, 'Too many requests. Wait as `Retry-After` asks.'),
	{ ...entry('429', 429, 'You have exceeded the rate limit.'), api: 'Chatness' },
];

test('words are found in any order, in code, status, description and API', () => {
	assert.deepEqual(valuesFor('expired token'), ['AUTH_INVALID_TOKEN']);
	assert.deepEqual(valuesFor('401 revoked'), ['AUTH_TOKEN_REVOKED']);
	assert.deepEqual(valuesFor('chatness'), ['429']);
	assert.deepEqual(valuesFor('rate limited'), ['RATE_LIMITED']);
	assert.deepEqual(valuesFor('no such words'), []);
});

test('what fits the code comes before what only mentions it', () => {
	assert.deepEqual(valuesFor('429'), ['429', 'RATE_LIMITED']);
	assert.deepEqual(valuesFor('auth_invalid'), ['AUTH_INVALID_TOKEN']);
	assert.deepEqual(valuesFor('token'), ['AUTH_TOKEN_REVOKED', 'AUTH_INVALID_TOKEN']);
});

test('without a query everything is there, in its order', () => {
	assert.deepEqual(valuesFor('  '), ['AUTH_TOKEN_REVOKED', 'AUTH_INVALID_TOKEN', 'RATE_LIMITED', '429']);
});

test('a code is found in the spelling of words, and words in that of a code', () => {
	const found = { ...entry('404', 404, 'Not Found'), insert: '404' };
	assert.deepEqual(searchEntries([found], 'not_found'), [found]);
	assert.deepEqual(valuesFor('auth-invalid token'), ['AUTH_INVALID_TOKEN']);
});

test('an entry is summed up by its title and its meaning, as plain text on one line', () => {
	const description =
		'**`X`** · 401\n\n**Too many** requests,\nsee [the page](https://example.com).\n\n```json\n{}\n```';
	assert.equal(
		summarize({ ...entry('X', 401, description), title: 'Slow down' }),
		'Slow down — Too many requests, see the page.',
	);
	assert.equal(summarize({ ...entry('X', 401, '**`X`**'), title: 'Slow down' }), 'Slow down');
});

function valuesFor(query: string): readonly string[] {
	return searchEntries(entries, query).map(({ value }) => value);
}

function entry(value: string, status: number, description: string): ListedEntry {
	return { api: 'SilentChat', value, status, title: value, description, required: false, insert: `'${value}'` };
}
