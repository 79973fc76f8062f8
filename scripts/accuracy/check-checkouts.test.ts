import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { builtinCatalogs } from '../../server/src/catalog/builtin/index.ts';
import { type CheckoutOptions, checkCheckouts, type RepositoryOutcome } from './check-checkouts.ts';
import { listFindings, sampleMarkdown, totals } from './false-alarm-report.ts';
import { sampleOf } from './sample.ts';

const folders: string[] = [];
after(() => {
	for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Repositories with these files, by their paths in the folder, checked. */
function checked(
	files: Readonly<Record<string, string | Buffer>>,
	options: Partial<CheckoutOptions> = {},
): Promise<readonly RepositoryOutcome[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'checkouts-'));
	folders.push(folder);
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), text);
	}
	symlinkSync(folder, path.join(folder, 'one', 'circle'), 'dir');
	return checkCheckouts({ folder, catalogs: builtinCatalogs, told: [], ...options });
}

const lacking = "switch (error.code) {\n\tcase 'CONFLICT':\n\t\tmerge();\n\t\tbreak;\n}\n";

test('each folder is a repository, and what is found in it has its place and its lines', async () => {
	const outcomes = await checked({
		'one/src/a.ts': `// api-errors: silentchat\n\n${lacking}`,
		'one/src/a.test.ts': `// api-errors: silentchat\n${lacking}`,
		'two/b.js': 'run();\n',
		'read-me.ts': `// api-errors: silentchat\n${lacking}`,
	});
	assert.deepEqual(
		outcomes.map(({ name, files, loud, dispatches, withEvidence }) => [name, files, loud, dispatches, withEvidence]),
		[
			['one', 2, 1, 2, 2],
			['two', 1, 1, 0, 0],
		],
	);
	const [finding, ...others] = outcomes.flatMap(({ findings }) => findings);
	assert.deepEqual(others, []);
	assert.equal(
		finding && `${finding.repository}/${finding.path}:${finding.line} ${finding.rule}`,
		'one/src/a.ts:3 missing-required',
	);
	const list = listFindings(outcomes.flatMap(({ findings }) => findings));
	assert.match(
		list,
		/^missing-required \(1\)\n\n {2}one\/src\/a\.ts:3:1 warning: AUTH_INVALID_TOKEN .*\n {6}2\n {4}> 3 switch \(error\.code\) \{\n/,
	);
	assert.match(totals(outcomes), /Repositories {2}2\nFiles {9}3, of them 2 that/);
});

test('every file may be said to speak of an API', async () => {
	const files = { 'one/a.ts': lacking };
	const count = async (told: readonly string[]): Promise<number> =>
		(await checked(files, { told })).flatMap(({ findings }) => findings).length;
	assert.deepEqual([await count([]), await count(['silentchat'])], [0, 1]);
});

test('whatever stands in a file, the others are checked', async () => {
	const noise = Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919 + (index >> 3)) & 255));
	const [outcome] = await checked(
		{
			'one/noise.ts': noise,
			'one/minified.js': `switch(e.code){${"case'CONFLICT':a();break;".repeat(20_000)}}`,
			'one/deep.ts': `${'if (a) {'.repeat(3_000)}${'}'.repeat(3_000)} x = ${'('.repeat(3_000)};`,
			'one/huge.ts': `x = '${'RATE_LIMITED '.repeat(900_000)}';`,
			'one/empty.ts': '',
			'one/folder.ts/last.ts': lacking,
		},
		{ told: ['silentchat'] },
	);
	assert.ok(outcome);
	assert.deepEqual([outcome.files, outcome.problems.length], [6, 1]);
	assert.match(outcome.problems[0] ?? '', /^huge\.ts: the file is too large/);
	assert.ok(outcome.findings.some((finding) => finding.path === 'folder.ts/last.ts'));
});

test('a sample follows from its seed', () => {
	const items = Array.from({ length: 100 }, (_, index) => index);
	const sample = sampleOf(items, 10, 7);
	assert.equal(new Set(sample).size, 10);
	assert.deepEqual(sampleOf(items, 10, 7), sample);
	assert.notDeepEqual(sampleOf(items, 10, 8), sample);
	assert.deepEqual(sampleOf(items, 200, 7), items);
});

test('a sample is Markdown with a box for each finding', async () => {
	const [outcome] = await checked({ 'one/a.ts': `// api-errors: silentchat\nconst fence = '\`\`\`';\n${lacking}` });
	const text = sampleMarkdown(outcome?.findings ?? [], { of: 1, seed: 3 });
	assert.match(text, /^# 1 of 1 findings, seed 3\n/);
	assert.match(text, /## 1\. one\/a\.ts:3\n\nmissing-required, warning: .*\n\n- \[ \] right\n\n````\n/);
});
