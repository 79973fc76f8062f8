import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareFound, foundText } from './found.ts';
import type { Dispatch } from './typescript-workspace.ts';

const dispatch = (line: number, parts: Partial<Dispatch>): Dispatch => ({
	...{ path: 'a.ts', line, shape: 'switch', typed: true, isIncomplete: true },
	...parts,
});
const dispatches = [
	dispatch(1, {}),
	dispatch(2, { typed: false }),
	dispatch(3, { shape: 'chain' }),
	dispatch(4, { isIncomplete: false }),
];

test('what is found is counted by kind, and what is not wrong apart', () => {
	const at = (...lines: readonly number[]) => lines.map((line) => ({ path: 'a.ts', line }));
	assert.equal(
		foundText(compareFound(at(1, 1, 3), dispatches)),
		'1 of 1 typed switches, 0 of 1 untyped, 1 of 1 chains',
	);
	assert.equal(
		foundText(compareFound(at(2, 4, 9), dispatches)),
		'0 of 1 typed switches, 1 of 1 untyped, 0 of 1 chains, 2 others',
	);
});
