import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../catalog/catalog.ts';
import { commentFor } from './branch-comment.ts';

const entry = (title: string, remedy: string): Entry => {
	return { kind: 'code', value: 'X', title, description: '', remedy, required: true, retry: 'never' };
};

test('a comment says what to do, as much of it as fits on a line', () => {
	assert.equal(commentFor(entry('Gone', 'Stop asking. It is over.')), 'Gone: stop asking.');
	const long = 'Wait as long as `Retry-After` says, in seconds or until a date, then repeat; never come any earlier.';
	assert.equal(commentFor(entry('Too many requests', long)), 'Too many requests: wait as long as Retry-After says');
	assert.equal(commentFor(entry('Gone', '')), 'Gone');
});

test('a comment has no Markdown, and words keep their underscores', () => {
	const remedy = 'Send **AUTH_INVALID_TOKEN** to [us](https://example.org), _now_.';
	assert.equal(commentFor(entry('Gone', remedy)), 'Gone: send AUTH_INVALID_TOKEN to us, now.');
});
