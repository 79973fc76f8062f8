import assert from 'node:assert/strict';
import { test } from 'node:test';
import { together } from './unoptimized.ts';

test('what two have in common ends after the last of them', async () => {
	const shared = new Int32Array(new SharedArrayBuffer(8));
	const told: string[] = [];
	const common = { begin: () => void told.push('begin'), end: () => void told.push('end') };
	const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
	const one = together(shared, common, () => first.promise);
	const other = together(shared, common, () => second.promise);
	first.resolve();
	await one;
	assert.deepEqual(told, ['begin', 'begin']);
	second.resolve();
	await other;
	assert.deepEqual(told, ['begin', 'begin', 'end']);
});

test('what fails ends too, and the next begins anew', async () => {
	const shared = new Int32Array(new SharedArrayBuffer(8));
	const told: string[] = [];
	const common = { begin: () => void told.push('begin'), end: () => void told.push('end') };
	await assert.rejects(
		together(shared, common, () => Promise.reject(new Error('No such grammar.'))),
		/No such grammar/,
	);
	assert.equal(await together(shared, common, async () => 'compiled'), 'compiled');
	assert.deepEqual(told, ['begin', 'end', 'begin', 'end']);
});
