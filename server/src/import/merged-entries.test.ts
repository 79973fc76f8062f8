import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftEntry } from './draft.ts';
import { mergedEntries } from './merged-entries.ts';

test('entries of the same kind and value become one, in the order of the first', () => {
	const { entries, notes } = mergedEntries([
		{ kind: 'code', value: 'B' },
		{ kind: 'code', value: 'A', status: 400 },
		{ kind: 'code', value: 'B', status: 409, title: 'Taken' },
	]);
	assert.deepEqual(entries, [
		{ kind: 'code', value: 'B', status: 409, title: 'Taken' },
		{ kind: 'code', value: 'A', status: 400 },
	]);
	assert.deepEqual(notes, []);
});

test('a code of text, the same as a number, and a status of that number stay apart', () => {
	const entries: DraftEntry[] = [
		{ kind: 'code', value: '429' },
		{ kind: 'code', value: 429 },
		{ kind: 'status', value: 429 },
	];
	assert.deepEqual(mergedEntries(entries).entries, entries);
});

test('names that every object has are codes like others', () => {
	const entries: DraftEntry[] = [
		{ kind: 'code', value: '__proto__' },
		{ kind: 'code', value: 'constructor', title: 'Builder' },
	];
	assert.deepEqual(mergedEntries([...entries, ...entries]).entries, entries);
});

test('the first words count, and other names are put together', () => {
	const { entries } = mergedEntries([
		{ kind: 'code', value: 'A', title: 'First', otherNames: ['a'] },
		{ kind: 'code', value: 'A', title: 'Second', remedy: 'Wait.', otherNames: ['a', 'alpha'] },
	]);
	assert.deepEqual(entries, [
		{ kind: 'code', value: 'A', title: 'First', remedy: 'Wait.', otherNames: ['a', 'alpha'] },
	]);
});

test('a description that says the same and more takes the place of the shorter one', () => {
	const { entries, notes } = mergedEntries([
		{ kind: 'code', value: 'A', description: 'No credit.' },
		{ kind: 'code', value: 'A', description: 'No credit. Top up first.' },
	]);
	assert.deepEqual(entries, [{ kind: 'code', value: 'A', description: 'No credit. Top up first.' }]);
	assert.deepEqual(notes, []);
});

test('of descriptions that differ the first is kept, and a note says so', () => {
	const twice = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].flatMap((value): DraftEntry[] => [
		{ kind: 'code', value, description: 'One.' },
		{ kind: 'code', value, description: 'Two.' },
	]);
	const { entries, notes } = mergedEntries(twice);
	assert.ok(entries.every(({ description }) => description === 'One.'));
	assert.deepEqual(notes, ['Described in more than one way, of which the first is kept: A, B, C, D, E and 2 more.']);
});

test('a code with two statuses has none, and a note names both', () => {
	const { entries, notes } = mergedEntries([
		{ kind: 'code', value: 'A', status: 400, retry: 'never' },
		{ kind: 'code', value: 'A', status: 422, retry: 'never' },
		{ kind: 'code', value: 'A' },
	]);
	assert.deepEqual(entries, [{ kind: 'code', value: 'A', retry: 'never' }]);
	assert.deepEqual(notes, ['A comes with more than one status (400, 422), so none is written down.']);
});

test('two retries are none', () => {
	const { entries, notes } = mergedEntries([
		{ kind: 'status', value: 503, retry: 'backoff' },
		{ kind: 'status', value: 503, retry: 'retry-after' },
	]);
	assert.deepEqual(entries, [{ kind: 'status', value: 503 }]);
	assert.deepEqual(notes, [
		'Status 503 comes with more than one retry (backoff, retry-after), so none is written down.',
	]);
});
