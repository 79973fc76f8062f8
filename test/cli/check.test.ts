import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { commandProgram } from '../support/server-program.ts';

const workspace = fileURLToPath(new URL('../workspace', import.meta.url));

interface Ended {
	readonly code: number;
	readonly out: string;
	readonly errors: string;
}

/** Runs the command as it is published, with paths as they are on every system. */
function run(
	args: readonly string[],
	folder = workspace,
	env: Readonly<Record<string, string>> = {},
	input = '',
): Promise<Ended> {
	const options = { cwd: folder, env: { PATH: process.env.PATH, ...env } };
	return new Promise((resolve) => {
		const started = execFile(process.execPath, [commandProgram, ...args], options, (error, out, errors) => {
			const code = typeof error?.code === 'number' ? error.code : 0;
			resolve({ code, out: out.replaceAll('\\', '/'), errors: errors.replaceAll('\\', '/') });
		});
		started.stdin?.end(input);
	});
}

/** The file with findings, whatever the rules' words are. */
const inConversations =
	/^src\/conversations\.ts\n {2}7:2 {3}warning {2}.+ {2}missing-required\n {2}12:8 {2}warning {2}.+ {2}duplicate-branch\n\n/;

function checkFindings({ code, out, errors }: Ended, summary: string): void {
	assert.match(out, inConversations);
	assert.equal(out.replace(inConversations, ''), summary);
	assert.deepEqual([code, errors], [1, '']);
}

test('a folder is checked with all that is below it', async () =>
	checkFindings(await run(['check']), '2 problems in 4 files: 0 errors, 2 warnings, 0 notes.\n'));

test('files and folders may be named, each is checked once', async () =>
	checkFindings(
		await run(['check', 'src/conversations.ts', 'src', './src/send.js', 'src/styles.css']),
		'2 problems in 3 files: 0 errors, 2 warnings, 0 notes.\n',
	));

test('where nothing is wrong the command ends well', async () => {
	assert.deepEqual(await run(['check', 'src/send.js']), { code: 0, out: 'No problems in 1 file.\n', errors: '' });
});

test('a folder’s own catalogs count, and one that is broken costs only itself', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	try {
		const entry = (value: string, required: boolean) => ({ value, title: value, description: value, required });
		const entries = [entry('ACME_KEY_OLD', true), entry('ACME_USED_UP', false), entry('ACME_SHUT', false)];
		const catalog = { id: 'acme', name: 'Acme', evidence: { packages: ['acme'] }, entries };
		await mkdir(path.join(folder, '.api-errors'));
		await writeFile(path.join(folder, '.api-errors', 'acme.json'), JSON.stringify(catalog));
		await writeFile(path.join(folder, '.api-errors', 'broken.json'), '{');
		const cases = ['ACME_USED_UP', 'ACME_SHUT'].map((code) => `case '${code}': stop(); break;`);
		await writeFile(
			path.join(folder, 'a.ts'),
			`import { stop } from 'acme';\nswitch (error.code) { ${cases.join(' ')} }\n`,
		);
		const { code, out, errors } = await run(['check', '.'], folder);
		assert.match(out, /missing-required/);
		assert.equal(code, 2);
		assert.match(errors, /^\.api-errors\/broken\.json:1:2: [^\n]+\n$/);
	} finally {
		await rm(folder, { recursive: true });
	}
});

test('a path without a file is bad usage, and the others are checked', async () => {
	const { code, out, errors } = await run(['check', 'nowhere', 'src/send.js']);
	assert.deepEqual([code, out], [2, 'No problems in 1 file.\n']);
	assert.equal(errors, 'nowhere: there is no such file or folder\n');
});

test('what is not understood is bad usage', async () => {
	for (const args of [[], ['chekc'], ['check', '--colour'], ['check', '--help=no']]) {
		const { code, out, errors } = await run(args);
		assert.deepEqual([code, out], [2, ''], args.join(' '));
		assert.match(errors, /Try: api-errors (check )?--help\n$/);
	}
});

test('help and version are printed', async () => {
	const help = await run(['--help']);
	assert.equal(help.code, 0);
	assert.match(help.out, /Usage: api-errors COMMAND/);
	assert.match((await run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
});

test('colours are used where they are wanted', async () => {
	const { out: plain } = await run(['check']);
	assert.equal(stripVTControlCharacters(plain), plain);
	const { out: coloured } = await run(['check'], workspace, { FORCE_COLOR: '1' });
	assert.notEqual(coloured, plain);
	assert.equal(stripVTControlCharacters(coloured), plain);
	const { out: refused } = await run(['check'], workspace, { FORCE_COLOR: '1', NO_COLOR: '1' });
	assert.equal(refused, plain);
});

test('text may come through a pipe, and a report go through one, without colours unless they are asked for', async () => {
	const text = "fetch('https://api.silentchat.de');\nswitch (error.code) {\n\tcase 'CONFLICT':\n\t\tbreak;\n}\n";
	const args = ['check', '--stdin-filename', 'src/ü.ts'];
	const { code, out, errors } = await run(args, workspace, { FORCE_COLOR: '0' }, text);
	assert.deepEqual([code, errors], [1, '']);
	assert.match(out, /^src\/ü\.ts\n {2}2:1 {2}warning .+\n\n1 problem in 1 file/);
	const many = `${text}${text.replace(/.+\n([\s\S]+)/, 'function f() {\n$1}\n').repeat(300)}`;
	const { out: json } = await run([...args, '--format', 'json'], workspace, {}, many);
	assert.equal(JSON.parse(json).findings.length, 301);
});

test('code inside other files is checked, at its place in the file', async (context) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	context.after(() => rm(folder, { recursive: true }));
	const code = [
		"url = 'https://api.silentchat.de'\n",
		'match error.code:\n',
		'    case "CONFLICT":\n',
		'        merge()\n',
	];
	const notebook = { cells: [{ cell_type: 'code', source: code }] };
	await writeFile(path.join(folder, 'chat.ipynb'), JSON.stringify(notebook, undefined, ' '));
	const script =
		"fetch('https://api.silentchat.de');\nif (error.code === 'CONFLICT') merge();\nelse if (error.code === 'NOT_FOUND') stop();\n";
	await writeFile(path.join(folder, 'Chat.vue'), `<template><p/></template>\n<script>\n${script}</script>\n`);
	await writeFile(path.join(folder, 'notes.md'), `\`\`\`js\n${script}\`\`\`\n`);
	const { out, errors } = await run(['check'], folder);
	assert.equal(errors, '');
	assert.match(out, /^Chat\.vue\n {2}4:1 {2}warning .+\n\nchat\.ipynb\n {2}7:6 {2}warning .+\n\n2 problems in 3 files/);
});

test('what others have written is left out, and odd files are no fault', async (context) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	context.after(() => rm(folder, { recursive: true }));
	const bad = "fetch('https://api.silentchat.de');\nswitch (error.code) {\n\tcase 'CONFLICT':\n\t\tbreak;\n}\n";
	const files = {
		'node_modules/a/index.js': bad,
		'.git/hooks/a.js': bad,
		'a b/ü😀.mjs': `\uFEFF${bad.replaceAll('\n', '\r\n')}`,
		'empty.ts': '',
		'binary.js': '\0\u0001\uFFFF',
		'broken.ts': "switch (error.code) { case 'RATE",
	};
	for (const [name, text] of Object.entries(files)) {
		await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
		await writeFile(path.join(folder, name), text);
	}
	const { code, out, errors } = await run(['check'], folder);
	assert.equal(errors, '');
	assert.match(out, /^a b\/ü😀\.mjs\n {2}2:1 {2}warning /);
	assert.match(out, /1 problem in 4 files/);
	assert.equal(code, 1);
});
