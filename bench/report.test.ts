import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goals, judge } from './goals.ts';
import type { Measure, MeasureName } from './measure.ts';
import { reportJson, reportText } from './report.ts';

const names = { ours: 'ours', reference: 'TypeScript 7' };

function measure(name: MeasureName, ours: number, reference: number, more: Partial<Measure> = {}): Measure {
	return { name, lines: 10_000, unit: 'ms', ours: [ours], reference: [reference], ...more };
}

function cellsOf(text: string): string[][] {
	return text
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) => line.split('|').slice(1, -1))
		.map((cells) => cells.map((cell) => cell.trim()));
}

function verdictOf(measured: Measure): string | undefined {
	return cellsOf(reportText({ measures: [measured], remarks: [] }, names))[2]?.at(-1);
}

test('a row shows both sides, their ratio, the goal and whether it holds', () => {
	const row = measure('didChange to diagnostics', 0, 0, { ours: [4, 5, 6], reference: [60, 80, 100] });
	const text = reportText({ measures: [row], remarks: ['Read this.'] }, names);
	assert.deepEqual(cellsOf(text)[2], [
		'didChange to diagnostics',
		'10,000',
		'5.00 / 6.00 ms',
		'80 / 100 ms',
		'0.06 / 0.06',
		'p50 ≤ 1/10',
		'yes',
	]);
	assert.match(text, /^- Read this\.$/m);
	assert.equal(
		new Set(
			text
				.split('\n')
				.filter((line) => line.startsWith('|'))
				.map((line) => line.length),
		).size,
		1,
	);
});

test('a goal is missed, held at its limit, or gone beyond', () => {
	assert.equal(verdictOf(measure('didChange to diagnostics', 10.1, 100)), 'no');
	assert.equal(verdictOf(measure('didChange to diagnostics', 10, 100)), 'yes');
	assert.equal(verdictOf(measure('didChange to diagnostics', 4, 100)), 'beyond');
	assert.equal(verdictOf(measure('completion after an edit', 19, 100)), 'yes, yes');
});

test('the goal of a row with two percentiles looks at its own', () => {
	const slowTail = Array.from({ length: 100 }, (_, index) => (index < 90 ? 1 : 60));
	const row = measure('completion after an edit', 0, 0, { ours: slowTail, reference: slowTail.map(() => 100) });
	assert.equal(verdictOf(row), 'beyond, no');
});

test('goals are for files of 10,000 lines, and for what has no file', () => {
	assert.equal(verdictOf(measure('didChange to diagnostics', 1, 100, { lines: 200 })), '');
	const size: Measure = { name: 'size of the .vsix', unit: 'MB', ours: [3.2] };
	assert.equal(verdictOf(size), 'no');
	assert.equal(verdictOf({ ...size, ours: [2.7] }), 'yes');
});

test('growth is judged by itself: less than the reference is no excuse', () => {
	assert.equal(verdictOf(measure('growth, edits 200 to 1,000', 9, 50, { unit: '%' })), 'no');
	assert.equal(verdictOf(measure('growth, edits 200 to 1,000', -3, -4, { unit: '%' })), 'yes');
});

test('empty answers hold no goal, however fast, and are told', () => {
	const silent = measure('hover on a label', 0.01, 1, { answered: { ours: 0, reference: 1 } });
	assert.equal(verdictOf(silent), 'empty');
	assert.match(reportText({ measures: [silent], remarks: [] }, names), /100 % of the answers of ours are empty/);
});

test('every goal but those on values needs something to compare with', () => {
	for (const goal of goals) {
		const verdict = judge(goal, { name: goal.measure, unit: 'ms', ours: [0.5] });
		assert.equal(verdict === undefined, goal.compares === 'ratio', goal.measure);
	}
});

test('the results for programs hold samples, summaries, ratios and verdicts', () => {
	const row = measure('hover on a label', 0, 0, { ours: [1, 2, 3], reference: [4, 4, 4] });
	const [written] = JSON.parse(reportJson({ measures: [row], remarks: [] }, names)).measures;
	assert.deepEqual(written.ours, [1, 2, 3]);
	assert.deepEqual(written.summary.ours, { count: 3, p50: 2, p99: 3 });
	assert.deepEqual(written.ratio, { p50: 0.5, p99: 0.75 });
	assert.deepEqual(
		written.goals.map((goal: { readonly verdict: string }) => goal.verdict),
		['yes'],
	);
});
