import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { ListedFinding } from './report.ts';
import { coloured, plain } from './style.ts';
import { reportFile, summarize } from './stylish.ts';

const findings: readonly ListedFinding[] = [
	{ line: 7, column: 2, severity: 'error', message: 'Short', rule: 'unknown-code' },
	{ line: 112, column: 18, severity: 'information', message: 'Rather longer', rule: 'retry-after' },
];
const expected = `src/a.ts
  7:2     error        Short          unknown-code
  112:18  information  Rather longer  retry-after

`;

test('findings stand in columns below their file', () => {
	assert.equal(reportFile({ path: 'src/a.ts', findings }, plain), expected);
	assert.equal(reportFile({ path: 'src/a.ts', findings: [] }, plain), '');
});

test('colours change no column', () => {
	const text = reportFile({ path: 'src/a.ts', findings }, coloured);
	assert.notEqual(text, expected);
	assert.equal(stripVTControlCharacters(text), expected);
});

test('a summary counts what was found', () => {
	assert.equal(summarize([], 0, plain), 'No problems in 0 files.\n');
	assert.equal(summarize(findings, 1, plain), '2 problems in 1 file: 1 error, 0 warnings, 1 note.\n');
	assert.equal(summarize(findings.slice(0, 1), 2, plain), '1 problem in 2 files: 1 error, 0 warnings, 0 notes.\n');
});
