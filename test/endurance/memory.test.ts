import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growthIn } from './memory.ts';

const samples = (at: (index: number) => number) =>
	Array.from({ length: 30 }, (_, index) => ({ heap: at(index) * 1e6, resident: 150e6 }));

test('memory that rises at the start and then wavers is flat', () => {
	assert.deepEqual(growthIn(samples((index) => Math.min(40, 20 + index * 3) + (index % 3))), []);
});

test('one sample that is far off proves nothing', () => {
	assert.deepEqual(growthIn(samples((index) => (index === 25 ? 400 : 40))), []);
});

test('memory that goes on rising is told', () => {
	assert.deepEqual(growthIn(samples((index) => 40 + index)), ['The heap memory grew from 55.0 MB to 65.0 MB.']);
});

test('a few samples tell nothing', () => {
	assert.deepEqual(growthIn(samples((index) => 40 * index).slice(0, 5)), []);
});
