import assert from 'node:assert/strict';
import { execSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import type * as Library from '../server/src/library/library.d.ts';
import { folderOfFiles } from './support/folder-of-files.ts';
import { commandProgram } from './support/server-program.ts';

const project = path.resolve(import.meta.dirname, '..');
// As it is published: what it reads lies beside it.
const library: typeof Library = createRequire(import.meta.url)('../dist/library.js');
const { applyEdits, checkFiles, checkText, coverage, explain, loadCatalogs, readCatalog, writeReport } = library;

const evidence = "const { code } = await (await fetch('https://api.silentchat.de/v1/messages')).json();\n";
const misspelt = `${evidence}if (code === 'CONFLICT') again();
else if (code === 'VALIDATION_ERROR') ask();
else if (code === 'RATE_LIMITD') wait();
`;
const files = {
	'src/send.ts': misspelt,
	'src/fine.ts': 'export const answer = 42;\n',
	'generated/send.ts': misspelt,
	'ignored/send.ts': misspelt,
	'.gitignore': 'ignored\n',
	'api-errors.json': '{ "exclude": ["generated/**"], "rules": { "missing-required": "off" } }\n',
};

const acme = {
	id: 'acme',
	name: 'Acme',
	evidence: { hosts: ['api.silentchat.de'] },
	entries: [
		{ value: 'CONFLICT', title: 'Conflict', description: 'Sent twice.' },
		{ value: 'NO_STOCK', title: 'No stock', description: 'There is none left.', required: true },
	],
};

test('exports what it declares, and nothing else', () => {
	const text = readFileSync(path.join(project, 'server/src/library/library.d.ts'), 'utf8');
	const declared = [...text.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name);
	assert.deepEqual(Object.keys(library).sort(), declared.sort());
});

test('finds what the command finds, in the same files', async (context) => {
	const folder = folderOfFiles(context, files);
	cpSync(path.join(project, 'test/workspace'), path.join(folder, 'shared'), { recursive: true });
	const format = (name: string) => {
		const words = [commandProgram, 'check', '--no-cache', '--format', name];
		return spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' }).stdout;
	};
	const report = await checkFiles({ folder });
	const rulesFound = report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
	assert.deepEqual([...new Set(rulesFound)].sort(), ['duplicate-branch', 'unknown-code']);
	for (const { name } of library.reportFormats) assert.equal(await writeReport(report, name), format(name), name);
	const words = [commandProgram, 'coverage', '--format', 'json'];
	const told = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' }).stdout;
	assert.deepEqual(JSON.parse(JSON.stringify(await coverage({ folder }))).apis, JSON.parse(told).apis);
});

test('reads the files that are meant', async (context) => {
	const folder = folderOfFiles(context, files);
	const pathsOf = async (options: Library.FileSelection) =>
		(await checkFiles({ folder, ...options })).files.map((file) => file.path);
	assert.deepEqual(await pathsOf({}), ['src/fine.ts', 'src/send.ts']);
	assert.deepEqual(await pathsOf({ withIgnored: true }), ['ignored/send.ts', 'src/fine.ts', 'src/send.ts']);
	assert.deepEqual(await pathsOf({ paths: ['**/send.ts'] }), ['src/send.ts']);
	assert.deepEqual(await pathsOf({ exclude: ['**/fine.ts'] }), ['src/send.ts']);
	await assert.rejects(pathsOf({ since: 'no-such-branch' }), /git/);
	const git = (command: string) =>
		execSync(`git -c user.name=a -c user.email=a@example.com ${command}`, { cwd: folder });
	for (const command of ['init --quiet', 'add .', 'commit --quiet -m a']) git(command);
	writeFileSync(path.join(folder, 'src/new.ts'), misspelt);
	const { files: changed } = await checkFiles({ folder, since: 'HEAD' });
	assert.deepEqual(
		changed.map((file) => [file.path, file.findings.length]),
		[['src/new.ts', 1]],
	);
});

test('finds the same with threads and without', async (context) => {
	const many = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`src/${index}.ts`, misspelt]));
	const folder = folderOfFiles(context, many);
	const alone = await checkFiles({ folder, jobs: 1 });
	assert.equal(alone.files.filter(({ findings }) => findings.length > 0).length, 120);
	assert.deepEqual(await checkFiles({ folder, jobs: 3 }), alone);
	assert.deepEqual(await coverage({ folder, jobs: 3 }), await coverage({ folder, jobs: 1 }));
});

test('settings come on top of those of the project', async (context) => {
	const folder = folderOfFiles(context, files);
	const rulesIn = async (settings: Library.Settings) => {
		const { findings } = await checkText({ folder, fileName: 'src/send.ts', text: misspelt, settings });
		return findings.map(({ rule }) => rule);
	};
	assert.deepEqual(await rulesIn({}), ['unknown-code']);
	assert.deepEqual(await rulesIn({ rules: { 'missing-required': 'error' } }), ['missing-required', 'unknown-code']);
	assert.deepEqual(await rulesIn({ apis: [{ files: '**', apis: ['none'] }] }), []);
});

test('a call that cannot be right is refused with what is wrong', async () => {
	const settings = { ruls: {} } as Library.Settings;
	await assert.rejects(checkFiles({ settings }), { name: 'TypeError', message: /settings\.ruls.*no such setting/ });
	await assert.rejects(writeReport({ files: [], problems: [] }, 'pdf' as 'json'), {
		name: 'TypeError',
		message: /“pdf”/,
	});
});

test('no text is a reason to reject', async (context) => {
	const folder = folderOfFiles(context, files);
	for (const text of ['', '\0\ufeff\ud800', 'switch (code) { case', `${misspelt}`.repeat(50), '<?php <script>']) {
		for (const fileName of ['a.ts', 'a.vue', 'a.php', 'a.ipynb', 'a.md', 'a', '../a.py', 'a.xyz']) {
			const { problems } = await checkText({ folder, text, fileName });
			assert.deepEqual(problems, [], fileName);
		}
	}
});

test('a path that is not there is a problem, and the rest is checked', async (context) => {
	const folder = folderOfFiles(context, files);
	const { files: checked, problems } = await checkFiles({ folder, paths: ['src', 'nowhere'] });
	assert.equal(checked.length, 2);
	assert.deepEqual(problems, ['nowhere: there is no such file or folder']);
});

for (const [fileName, around] of [
	['a.ts', ['', '']],
	['a.vue', ['<template>ä😀</template>\n<script lang="ts">\n', '</script>\n']],
	['a.html', ['<p>😀</p>\r\n<script type="module">', '</script>']],
] as const) {
	test(`a finding in ${fileName} has its place and its fixes in the whole text`, async (context) => {
		const folder = folderOfFiles(context, {});
		const text = around.join(misspelt);
		const { findings } = await checkText({ folder, text, fileName });
		const found = findings.find(({ rule }) => rule === 'unknown-code');
		assert.equal(found && text.slice(found.start, found.end), "'RATE_LIMITD'");
		const fix = found?.fixes.find(({ safe }) => safe);
		assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('RATE_LIMITD', 'RATE_LIMITED'));
	});
}

test('edits that overlap one before them are left out', () => {
	const edits = [
		{ start: 4, end: 6, text: 'Z' },
		{ start: 0, end: 2, text: 'X' },
		{ start: 1, end: 3, text: 'Y' },
	];
	assert.equal(applyEdits('abcdef', edits), 'XcdZ');
});

test('catalogs that are given count in every function', async (context) => {
	const folder = folderOfFiles(context, { ...files, 'api-errors.json': '{}' });
	const { catalog, problems } = readCatalog(acme);
	assert.ok(catalog);
	assert.deepEqual(problems, []);
	const known = { folder, catalogs: [catalog], settings: { apis: [{ files: '**', apis: ['acme'] }] } };
	const { files: checked } = await checkFiles({ ...known, paths: ['src'] });
	const said = checked.flatMap(({ findings }) => findings.map(({ message }) => message)).join('\n');
	assert.match(said, /NO_STOCK of Acme is not handled/);
	const { findings } = await checkText({ ...known, text: misspelt, fileName: 'src/other.ts' });
	assert.ok(findings.some(({ api }) => api === 'acme'));
	const [{ api, entry } = {}] = await explain('NO_STOCK', known);
	assert.deepEqual([api, entry?.title], [{ id: 'acme', name: 'Acme' }, 'No stock']);
	assert.deepEqual(await explain('NO_STOCK', { folder }), []);
});

test('catalogs of a folder are loaded, and what is wrong with them is told', async (context) => {
	const broken = '{ "id": "broken", "name": "Broken", "entries": [{ "value": "A", "status": "many" }] }';
	const folder = folderOfFiles(context, {
		'a/.api-errors/acme.json': JSON.stringify(acme),
		'.api-errors/b.json': broken,
	});
	const { catalogs, problems } = await loadCatalogs(folder);
	assert.deepEqual(catalogs.map(({ id }) => id).sort(), ['acme', 'broken', 'chatness', 'http', 'silentchat']);
	assert.match(problems.join('\n'), /^\.api-errors\/b\.json:1:\d+: "status" must be/m);
	for (const value of [undefined, null, 1, 'x', [], {}, { id: 1 }, { id: 'a', entries: [null, 1] }])
		assert.doesNotThrow(() => readCatalog(value));
});
