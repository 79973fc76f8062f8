import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileWith, findingWith, reportWith, sampleReport, written } from '../../../../test/support/sample-report.ts';
import { reportFormats } from './index.ts';

const nothing = reportWith([fileWith('a.ts', [])]);
/** They may not change from one version to the next, or every finding would be a new one. */
const fingerprints = [
	'4d753c794c44728b89608a261657bff0dca125ade29e78f8e9933263955786c4',
	'0c8c5ca47c7a6598a206796cfc430b45cf8111fbf80e01ed64fd7f39b07d08c1',
	'66cc8e470b017956248dc1f96d12c82661b658ed1d84eecacd47d238e79525ec',
];

test('every format’s file is listed, and each ends its text with one line break', () => {
	const files = readdirSync(import.meta.dirname).filter((file) => {
		return /^export const \w+: ReportFormat = /m.test(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
	});
	assert.deepEqual(reportFormats.map(({ name }) => `${name}.ts`).sort(), files.sort());
	for (const { name } of reportFormats)
		for (const report of [sampleReport, nothing, reportWith([])]) assert.match(written(name, report), /[^\n]\n$/, name);
});

test('stylish is for people', () => {
	const expected = `a b/ü.ts
  7:2  warning  RATE_LIMITED is not handled  missing-required

src/send.py
  3:5   error        No “X”  unknown-code
  12:2  information  Odd     missing-required

3 problems in 3 files: 1 error, 1 warning, 1 note.
`;
	assert.equal(written('stylish', sampleReport), expected);
	assert.equal(written('stylish', nothing), 'No problems in 1 file.\n');
});

test('json is for programs', () => {
	assert.deepEqual(JSON.parse(written('json', { ...sampleReport, problems: ['x: unreadable'] })), {
		format: 1,
		files: 3,
		errors: 1,
		warnings: 1,
		notes: 1,
		problems: ['x: unreadable'],
		findings: [
			{
				...{ file: 'a b/ü.ts', line: 7, column: 2, endLine: 7, endColumn: 21, rule: 'missing-required' },
				...{ severity: 'warning', message: 'RATE_LIMITED is not handled', api: 'silentchat', fixable: false },
			},
			{
				...{ file: 'src/send.py', line: 3, column: 5, endLine: 4, endColumn: 1, rule: 'unknown-code' },
				...{ severity: 'error', message: 'No “X”', api: 'silentchat', fixable: true },
			},
			{
				...{ file: 'src/send.py', line: 12, column: 2, endLine: 12, endColumn: 21, rule: 'missing-required' },
				...{ severity: 'information', message: 'Odd', fixable: false },
			},
		],
	});
	assert.deepEqual(JSON.parse(written('json', nothing)).findings, []);
});

test('github gets commands, the most severe first, with paths from the root of the repository', () => {
	const expected = `::error file=app/src/send.py,line=3,endLine=4,title=unknown-code::No “X”
::warning file=app/a b/ü.ts,line=7,endLine=7,col=2,endColumn=21,title=missing-required::RATE_LIMITED is not handled
::notice file=app/src/send.py,line=12,endLine=12,col=2,endColumn=21,title=missing-required::Odd
3 problems in 3 files: 1 error, 1 warning, 1 note.
`;
	assert.equal(written('github', sampleReport), expected);
	assert.equal(written('github', nothing), 'No problems in 1 file.\n');
});

test('what GitHub would drop without a word stands in the log, and how much it is', () => {
	const some = (count: number, severity: 'error' | 'warning' | 'hint') =>
		Array.from({ length: count }, (_, index) => findingWith({ severity, line: index + 1, endLine: index + 1 }));
	const files = [
		fileWith('##[error]a.ts', [...some(12, 'warning'), ...some(30, 'hint')]),
		fileWith('b.ts', some(11, 'error')),
	];
	const lines = written('github', reportWith(files)).trimEnd().split('\n');
	const beginning = (start: string) => lines.filter((line) => line.startsWith(start));
	assert.equal(beginning('::error ').length, 10);
	assert.equal(beginning('::warning ').length, 10);
	assert.equal(beginning('::notice ').length, 10);
	assert.deepEqual(lines.slice(0, 10), beginning('::error '));
	assert.equal(beginning('- ').length, 53 - 29);
	assert.equal(beginning('- ')[0], '- b.ts:11:2: error: RATE_LIMITED is not handled (missing-required)');
	assert.equal(beginning('- ')[1], '- ## [error]a.ts:11:2: warning: RATE_LIMITED is not handled (missing-required)');
	const summary = '53 problems in 2 files: 11 errors, 12 warnings, 30 notes.';
	assert.deepEqual(lines.slice(-2), [
		`::notice title=API errors::${summary} GitHub shows 29 of them; the log of this step has all.`,
		summary,
	]);
});

test('junit has a suite for each file, and notes pass', () => {
	const expected = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="api-errors" tests="4" failures="2" errors="0">
  <testsuite name="app/a b/ü.ts" tests="1" failures="1" errors="0">
    <testcase name="missing-required (7:2)" classname="app/a b/ü.ts" file="app/a b/ü.ts" line="7">
      <failure type="warning" message="RATE_LIMITED is not handled">app/a b/ü.ts:7:2: warning: RATE_LIMITED is not handled (missing-required)</failure>
    </testcase>
  </testsuite>
  <testsuite name="app/clean.go" tests="1" failures="0" errors="0">
    <testcase name="no problems" classname="app/clean.go" file="app/clean.go"/>
  </testsuite>
  <testsuite name="app/src/send.py" tests="2" failures="1" errors="0">
    <testcase name="unknown-code (3:5)" classname="app/src/send.py" file="app/src/send.py" line="3">
      <failure type="error" message="No “X”">app/src/send.py:3:5: error: No “X” (unknown-code)</failure>
    </testcase>
    <testcase name="missing-required (12:2)" classname="app/src/send.py" file="app/src/send.py" line="12">
      <system-out>app/src/send.py:12:2: information: Odd (missing-required)</system-out>
    </testcase>
  </testsuite>
</testsuites>
`;
	assert.equal(written('junit', sampleReport), expected);
});

test('gitlab gets issues with fingerprints', () => {
	assert.deepEqual(JSON.parse(written('gitlab', sampleReport)), [
		{
			...{ description: 'RATE_LIMITED is not handled', check_name: 'missing-required', severity: 'minor' },
			...{ fingerprint: fingerprints[0], location: { path: 'app/a b/ü.ts', lines: { begin: 7, end: 7 } } },
		},
		{
			...{ description: 'No “X”', check_name: 'unknown-code', severity: 'major' },
			...{ fingerprint: fingerprints[1], location: { path: 'app/src/send.py', lines: { begin: 3, end: 4 } } },
		},
		{
			...{ description: 'Odd', check_name: 'missing-required', severity: 'info' },
			...{ fingerprint: fingerprints[2], location: { path: 'app/src/send.py', lines: { begin: 12, end: 12 } } },
		},
	]);
	assert.equal(written('gitlab', nothing), '[]\n');
});

test('markdown counts first, and has a table', () => {
	const expected = `### API errors

**3 problems in 3 files: 1 error, 1 warning, 1 note**

| Severity | Place | Problem | Rule |
|---|---|---|---|
| warning | app/a b/ü.ts:7:2 | RATE\\_LIMITED is not handled | missing-required |
| error | app/src/send.py:3:5 | No “X” | unknown-code |
| information | app/src/send.py:12:2 | Odd | missing-required |

- x: unreadable
`;
	assert.equal(written('markdown', { ...sampleReport, problems: ['x: unreadable'] }), expected);
	assert.equal(written('markdown', nothing), '### API errors\n\n**No problems in 1 file**\n');
});

test('a table is no longer than a summary of a job may be, and says so', () => {
	const warnings = Array.from({ length: 1500 }, (_, index) => findingWith({ line: index + 1 }));
	const files = [fileWith('a.ts', warnings), fileWith('b.ts', [findingWith({ severity: 'error' })])];
	const text = written('markdown', reportWith(files));
	assert.equal(text.match(/^\| (warning|error) /gm)?.length, 1000);
	assert.match(text, /\n\| error \| b\.ts:7:2 \| [^\n]+\n\n501 problems more, none more severe than these\.\n$/);
	assert.match(text, /\*\*1501 problems in 2 files/);
});
