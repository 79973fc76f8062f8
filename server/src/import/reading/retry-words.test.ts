import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryOf } from './retry-words.ts';

test('what is advised is one of the ways of a catalog, or nothing where it is not clear', () => {
	const ways = [
		['never', ['no', 'false', '❌', 'Never', 'Do not retry', 'Non, jamais']],
		['backoff', ['yes', 'true', '✅', 'Retryable', 'Yes, with exponential back-off']],
		['retry-after', ['Yes, after `Retry-After`', 'see Retry-After']],
		['after-refresh', ['Once, with a new token', 'after refreshing the token']],
		[undefined, ['', 'maybe', 'Yes, immediately', 'nothing', 'Not only on Mondays', 'yesterday']],
	] as const;
	for (const [way, texts] of ways) for (const text of texts) assert.equal(retryOf(text), way, text);
});
