import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changeBetween, pointAt, textStart } from './text-change.ts';

const text = fc
	.array(fc.constantFrom('a', 'b', '\n', 'long line '.repeat(600)), { maxLength: 12 })
	.map((parts) => parts.join(''));

describe('a change between two texts', () => {
	it('makes the one text the other', () => {
		fc.assert(
			fc.property(text, text, text, text, (head, gone, come, tail) => {
				const before = head + gone + tail;
				const after = head + come + tail;
				const { start, oldEnd, newEnd } = changeBetween(before, after);
				assert.equal(before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd), after);
			}),
		);
	});
});

describe('the place of an offset', () => {
	it('is the same from whichever place it is counted', () => {
		fc.assert(
			fc.property(text, fc.nat(), fc.nat(), (source, one, other) => {
				const offset = one % (source.length + 1);
				const known = pointAt(textStart, source, other % (source.length + 1));
				const lines = source.slice(0, offset).split('\n');
				const expected = { row: lines.length - 1, column: lines.at(-1)?.length };
				assert.deepEqual(pointAt(known, source, offset).point, expected);
			}),
		);
	});
});
