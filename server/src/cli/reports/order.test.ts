import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingWith } from '../../../../test/support/sample-report.ts';
import { byPath, byPlace } from './order.ts';

test('files are in the order of the bytes of their paths', () => {
	const paths = [
		'a.ts',
		'a/b.ts',
		'a0.ts',
		'B.ts',
		'z',
		'é',
		'\uff5e',
		'\u{1f600}',
		'',
		'a',
		'../b.ts',
		'\ue000\u{10000}',
	];
	const sorted = [...paths].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
	assert.deepEqual(
		paths.map((path) => ({ path })).sort(byPath),
		sorted.map((path) => ({ path })),
	);
});

test('findings are in the order of lines, columns and rules', () => {
	const places = [
		[1, 9, 'b'],
		[2, 1, 'a'],
		[2, 1, 'b'],
		[2, 10, 'a'],
		[10, 1, 'a'],
	] as const;
	const findings = places.map(([line, column, rule]) => findingWith({ line, column, rule }));
	assert.deepEqual(findings.toReversed().sort(byPlace), findings);
});
