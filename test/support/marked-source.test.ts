import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCursor, readMarks } from './marked-source.ts';

function checkMarks(source: string, ...expected: readonly (readonly [string, string])[]): void {
	const { text, marks } = readMarks(source);
	assert.deepEqual(
		marks.map(({ start, end, message }) => [text.slice(start, end), message]),
		expected,
	);
	assert.ok(!text.includes('^^'));
}

test('a mark names what it stands under', () => {
	checkMarks("  case 'A':\n//     ^^^ twice\n  case 'B':", ["'A'", 'twice']);
});

test('marks below each other speak of the same line', () => {
	checkMarks("case 'A': case 'B':\n//   ^^^ one\n//             ^^^ two\nend", ["'A'", 'one'], ["'B'", 'two']);
});

test('carets at the comment’s opening include it', () => {
	checkMarks('switch (x) {\n//^^^^^^^^ head', ['switch (x)', 'head']);
});

test('tabs reach to the next multiple of four', () => {
	checkMarks("\tcase 'A':\n\t//   ^^^ here", ["'A'", 'here']);
	checkMarks("\tcase 'A':\n//       ^^^ here", ["'A'", 'here']);
});

test('other comment signs and line ends', () => {
	checkMarks('match "a":\r\n#     ^^^ here\r\nrest', ['"a"', 'here']);
	checkMarks('match "a":\n/*    ^^^ here */\nrest', ['"a"', 'here']);
});

test('the cursor is taken out once', () => {
	assert.deepEqual(readCursor("case '█'"), { text: "case ''", offset: 6 });
	assert.throws(() => readCursor('none'));
	assert.throws(() => readCursor('█ █'));
});
