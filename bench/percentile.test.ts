import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentile, summarize } from './percentile.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test('a percentile is the sample that its share of the samples does not exceed', () => {
	assert.equal(percentile(hundred, 0.5), 50);
	assert.equal(percentile(hundred, 0.99), 99);
	assert.equal(percentile(hundred, 1), 100);
	assert.equal(percentile(hundred, 0), 1);
});

test('samples are ordered as numbers, not as words', () => {
	assert.equal(percentile([9, 10, 2, 100, 33], 0.5), 10);
});

test('the samples stay in their order', () => {
	const samples = [3, 1, 2];
	percentile(samples, 0.5);
	assert.deepEqual(samples, [3, 1, 2]);
});

test('a single sample is every percentile', () => {
	assert.deepEqual(summarize([7]), { count: 1, p50: 7, p99: 7 });
});

test('one slow request in two hundred shows in the slowest, not in p99; three do', () => {
	const quick = Array.from({ length: 197 }, () => 1);
	assert.equal(summarize([...quick, 1, 1, 90]).p99, 1);
	assert.equal(summarize([...quick, 90, 90, 90]).p99, 90);
});

test('no samples and shares beyond 0 to 1 are refused', () => {
	assert.throws(() => percentile([], 0.5), RangeError);
	assert.throws(() => percentile([1], 99), RangeError);
	assert.throws(() => percentile([1], Number.NaN), RangeError);
});
