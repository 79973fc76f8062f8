import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, ratioOf } from './goals.ts';
import { reportJson, reportText } from './report.ts';
import type { Cost, Row } from './row.ts';

const cost = (seconds: readonly number[], megabytes: number): Cost => ({
	...{ seconds, cpuSeconds: seconds },
	peakBytes: [megabytes * 1e6],
});
const row: Row = {
	...{ work: 'corpus', rival: 'ripgrep', found: 'literals in 3 files' },
	...{ ours: cost([9, 1, 2], 90), theirs: cost([1, 1, 0.5], 30) },
};

test('a ratio compares medians, and is not known where nothing was measured', () => {
	assert.equal(ratioOf(row, 'seconds'), 2);
	assert.equal(ratioOf(row, 'peakBytes'), 3);
	assert.equal(ratioOf({ ...row, theirs: { ...row.theirs, peakBytes: [] } }, 'peakBytes'), undefined);
});

test('a goal holds up to its limit, and may be passed by far', () => {
	const goal = { work: 'corpus', rival: 'ripgrep', of: 'seconds', limit: 2, beyond: 1 } as const;
	assert.equal(judge(goal, row), 'yes');
	assert.equal(judge({ ...goal, limit: 1.9 }, row), 'no');
	assert.equal(judge({ ...goal, beyond: 2 }, row), 'beyond');
	assert.equal(judge(goal, { ...row, ours: cost([], 1) }), undefined);
});

test('the report says what was measured, how it compares, and whether the goal holds', () => {
	const text = reportText({ rows: [row], remarks: ['A remark.'] });
	const [, , line = ''] = text.split('\n');
	const cells = line.split('|').map((cell) => cell.trim());
	assert.deepEqual(cells.slice(1, -1), [
		...['corpus', 'ripgrep', '2.00 / 2.00 / 90', '1.00 / 1.00 / 30', '2.0 / 2.0 / 3.0'],
		...['s ≤ 2.5 (1.6)', 'yes', 'literals in 3 files'],
	]);
	assert.match(text, /\n- A remark\.\n$/);
});

test('the report for programs has every sample, the ratios and the goals', () => {
	const { rows, remarks } = JSON.parse(reportJson({ rows: [row], remarks: [] }));
	assert.deepEqual([rows[0].ours.seconds, remarks], [[9, 1, 2], []]);
	assert.deepEqual(rows[0].ratios, { seconds: 2, cpuSeconds: 2, peakBytes: 3 });
	assert.equal(rows[0].goals[0].verdict, 'yes');
});
