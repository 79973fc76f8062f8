import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, editBetween } from './apply-edits.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '😀'), maxLength: 12 });

test('one edit of whole lines makes any text another', () => {
	fc.assert(
		fc.property(text, text, (before, after) => {
			const edits = editBetween(before, after);
			assert.equal(applyEdits(before, edits), after);
			assert.equal(edits.length, before === after ? 0 : 1);
			for (const { start, end } of edits) {
				assert.ok(start === 0 || before[start - 1] === '\n');
				assert.ok(end === before.length || before[end - 1] === '\n' || start === end);
			}
		}),
	);
});

test('edits at one place come in the order in which they are given', () => {
	const edits = [
		{ start: 1, end: 2, text: 'C' },
		{ start: 1, end: 1, text: 'A' },
		{ start: 1, end: 1, text: 'B' },
	];
	assert.equal(applyEdits('abc', edits), 'aABCc');
});
