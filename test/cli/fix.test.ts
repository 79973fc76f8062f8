import assert from 'node:assert/strict';
import { chmod, link, lstat, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fixFiles } from '../../server/src/cli/fix/fix-files.ts';
import { nodeHost } from '../../server/src/host/node-host.ts';
import { assetsFolder, folderWith } from './folder-with.ts';

const isWindows = process.platform === 'win32';

/** A chain in which a code has a letter too few, which is mended without a doubt. */
const chain = (code: string) => `switch (error.code) {
	case 'RATE_LIMITED':
		show();
		break;
	case '${code}':
		remove();
		break;
	case 'AUTH_INVALID_TOKEN':
		signIn();
		break;
}
`;
const evidence = "fetch('https://api.silentchat.de');\n";
const others = "function g(error) {\n\tswitch (error.code) {\n\t\tcase 'CONFLICT':\n\t\t\tmerge();\n\t}\n}\n";
const wrong = evidence + chain('NOT_FOND');
const right = evidence + chain('NOT_FOUND');

test('what can be mended without a doubt is mended, and the rest is told', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong, 'b/c.ts': wrong + others, 'd.ts': right });
	const first = await folder.run(['check']);
	assert.match(first.out, /unknown-code/);
	const { code, out, errors } = await folder.run(['check', '--fix']);
	assert.equal(errors, 'Mended 2 problems in 2 files.\n');
	assert.match(out, /^b\/c\.ts\n {2}14:2 {2}warning {2}.+missing-required\n\n1 problem in 3 files/);
	assert.equal(code, 1);
	assert.equal(await folder.read('a.ts'), right);
	assert.equal(await folder.read('b/c.ts'), right + others);
	const again = await folder.run(['check', '--fix', 'a.ts']);
	assert.deepEqual(again, { code: 0, out: 'No problems in 1 file.\n', errors: '' });
	assert.deepEqual(await folder.files(), ['a.ts', 'b/c.ts', 'd.ts']);
});

test('what overlaps is mended in another pass', async (context) => {
	const folder = await folderWith(context, {
		'a.ts': `// api-errors-disable-next-line missing-required, duplicate-branch\n${right}`,
	});
	assert.match((await folder.run(['check'])).out, /2 problems/);
	const { code, out, errors } = await folder.run(['check', '--fix']);
	assert.deepEqual([code, out], [0, 'No problems in 1 file.\n']);
	assert.equal(errors, 'Mended 2 problems in 1 file.\n');
	assert.equal(await folder.read('a.ts'), right);
});

test('marks at the beginning, ends of lines, permissions and names of a file stay', async (context) => {
	const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
	const folder = await folderWith(context, { 'a.ts': windows(wrong), 'b.ts': wrong });
	if (!isWindows) {
		await chmod(path.join(folder.path, 'a.ts'), 0o751);
		await link(path.join(folder.path, 'a.ts'), path.join(folder.path, 'same.txt'));
		await symlink('b.ts', path.join(folder.path, 'linked.ts'));
	}
	await folder.run(['check', '--fix', 'a.ts', isWindows ? 'b.ts' : 'linked.ts']);
	assert.equal(await folder.read('a.ts'), windows(right));
	assert.equal(await folder.read('b.ts'), right);
	if (isWindows) return;
	const { mode, nlink } = await stat(path.join(folder.path, 'a.ts'));
	assert.deepEqual([mode & 0o777, nlink], [0o751, 2]);
	assert.equal(await folder.read('same.txt'), windows(right));
	assert.ok((await lstat(path.join(folder.path, 'linked.ts'))).isSymbolicLink());
});

test('a file that is read-only, or no UTF-8, stays as it is and is told; the others are mended', async (context) => {
	const latin = Buffer.from(`${wrong}// gr\u00fc\u00dfe\n`, 'latin1');
	const folder = await folderWith(context, { 'a.ts': wrong, 'b.ts': wrong, 'c.ts': latin });
	await chmod(path.join(folder.path, 'a.ts'), 0o444);
	const { code, errors } = await folder.run(['check', '--fix']);
	assert.equal(
		errors,
		'a.ts: nothing was mended: the file is read-only\nc.ts: nothing was mended: the file is not in UTF-8\nMended 1 problem in 1 file.\n',
	);
	assert.equal(code, 2);
	assert.deepEqual([await folder.read('a.ts'), await folder.read('b.ts')], [wrong, right]);
	assert.deepEqual(await readFile(path.join(folder.path, 'c.ts')), latin);
	assert.deepEqual(await folder.files(), ['a.ts', 'b.ts', 'c.ts']);
});

/** Mends in a folder with a host that does something else whenever a file beside the code is read. */
async function fixWhile(
	context: TestContext,
	files: Readonly<Record<string, string>>,
	act: (folder: string) => Promise<void>,
) {
	const folder = await folderWith(context, files);
	const real = nodeHost({ assets: assetsFolder, log: () => undefined });
	const host = {
		...real,
		async readAsset(name: string) {
			await act(folder.path);
			return real.readAsset(name);
		},
	};
	const problems: string[] = [];
	const onProblem = (message: string) => void problems.push(message);
	const options = { host, folder: folder.path, paths: ['.'], isMeant: () => true, onProblem };
	const mended = await fixFiles([path.join(folder.path, 'a.ts')], options);
	return { folder, problems, mended: [...mended.values()] };
}

test('a file that somebody else changes meanwhile is not overwritten', async (context) => {
	const { folder, problems, mended } = await fixWhile(context, { 'a.ts': wrong }, (at) =>
		writeFile(path.join(at, 'a.ts'), `${wrong}// mine\n`),
	);
	assert.deepEqual(problems, ['a.ts: nothing was mended: the file was changed meanwhile']);
	assert.deepEqual(mended, []);
	assert.equal(await folder.read('a.ts'), `${wrong}// mine\n`);
	assert.deepEqual(await folder.files(), ['a.ts']);
});

test('a draft that an earlier run left behind costs nothing but itself', async (context) => {
	const { folder, problems } = await fixWhile(context, { 'a.ts': wrong }, async (at) => {
		await mkdir(path.join(at, `.a.ts.${process.pid}.tmp`), { recursive: true });
	});
	assert.equal(problems.length, 1);
	assert.equal(await folder.read('a.ts'), wrong);
});

test('a file with a conflict that cannot be parsed is left alone', async (context) => {
	const conflict = `${wrong}<<<<<<< ours\nconst a = 1;\n=======\nconst a = 2;\n>>>>>>> theirs\n`;
	const inText = `${wrong}const text = \`\n<<<<<<< ours\n=======\n>>>>>>> theirs\n\`;\n`;
	const folder = await folderWith(context, { 'a.ts': conflict, 'b.ts': inText });
	await folder.run(['check', '--fix']);
	assert.equal(await folder.read('a.ts'), conflict);
	assert.equal(await folder.read('b.ts'), inText.replace('FOND', 'FOUND'));
});

test('text on standard input comes out mended, and what is left is told as an error', async (context) => {
	const folder = await folderWith(context, {});
	const mend = (input: string | Uint8Array, name = 'a.ts', ...more: string[]) =>
		folder.run(['check', '--fix', '--stdin-filename', name, ...more], input);
	assert.deepEqual(await mend(`\uFEFF${wrong}`), {
		code: 0,
		out: `\uFEFF${right}`,
		errors: 'No problems in 1 file.\n',
	});
	const left = `${wrong}${others}// \u0007\n`;
	const { code, out, errors } = await mend(left);
	assert.deepEqual([code, out], [1, left.replace('FOND', 'FOUND')]);
	assert.match(errors, /^a\.ts\n {2}14:2 {2}warning/);
	assert.equal((await mend(right)).out, right);
	assert.equal((await mend('body {}', 'a.css')).out, 'body {}');
	assert.equal((await mend('')).out, '');
	assert.deepEqual(await folder.files(), []);
	await mend(left, 'a.ts', '--output', 'report.txt');
	assert.match(await folder.read('report.txt'), /1 problem in 1 file/);
});

test('code in pages is mended where it can be written there as it is', async (context) => {
	const vue = (code: string) =>
		`<script setup>\n${evidence}${chain(code)}</script>\n<template><p>NOT_FOND</p></template>\n`;
	const cell = (code: string) => ({ cells: [{ cell_type: 'code', source: [python(code)] }] });
	const python = (code: string) =>
		`url = "https://api.silentchat.de"\nif code == "RATE_LIMITED":\n    a()\nelif code == "${code}":\n    b()\nelif code == "AUTH_INVALID_TOKEN":\n    c()\n`;
	const notebook = JSON.stringify(cell('NOT_FOND'));
	const folder = await folderWith(context, {
		'a.vue': vue('NOT_FOND'),
		'b.ipynb': notebook,
		'c.py': python('NOT_FOND'),
	});
	await folder.run(['check', '--fix']);
	assert.equal(await folder.read('a.vue'), vue('NOT_FOUND'));
	assert.equal(await folder.read('c.py'), python('NOT_FOUND'));
	assert.equal(await folder.read('b.ipynb'), notebook);
});

test('only what is told is mended', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong, 'b.ts': wrong, 'sub/c.ts': wrong });
	await folder.run(['check', '--fix', '--quiet']);
	assert.equal(await folder.read('a.ts'), wrong);
	await folder.run(['check', '--fix', '--exclude', 'b.ts', '.']);
	assert.deepEqual(await Promise.all(['a.ts', 'b.ts', 'sub/c.ts'].map(folder.read)), [right, wrong, right]);
});
