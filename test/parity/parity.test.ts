import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filesIn, type Said, saidByCommand, saidByServer } from '../support/parity.ts';
import { corpus } from './corpus.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const own = mkdtempSync(path.join(tmpdir(), 'api-errors-parity-'));
after(() => rmSync(own, { recursive: true }));
execFileSync('git', ['init', '--quiet', own]);
for (const [file, text] of Object.entries(corpus)) {
	mkdirSync(path.dirname(path.join(own, file)), { recursive: true });
	writeFileSync(path.join(own, file), text);
}

const folders = {
	'the corpus of all that differs': own,
	'a part of it': path.join(own, 'packages/inner'),
	'the workspace of tests': path.join(root, 'test/workspace'),
	'the workspace of tests in VS Code': path.join(root, 'test/vscode/workspace'),
	'the examples': path.join(root, 'examples'),
};

const inOrder = (said: Said) =>
	Object.fromEntries(Object.entries(said).sort(([one], [other]) => (one < other ? -1 : 1)));

for (const [name, folder] of Object.entries(folders))
	suite(`editor and command line say the same of ${name}`, async () => {
		const files = filesIn(folder);
		const expected = await saidByCommand(folder, files);

		test('where the editor asks, and where it is told', async () => {
			assert.ok(Object.keys(expected).length > 0);
			// The editor has the folder open that takes the place of one on the command line.
			const opened = folder === folders['a part of it'] ? own : folder;
			const from = path.relative(opened, folder);
			const inFolder = (file: string) => path.posix.join(from.split(path.sep).join('/'), file);
			const wanted = Object.fromEntries(Object.entries(expected).map(([file, lines]) => [inFolder(file), lines]));
			for (const how of ['pull', 'push'] as const)
				assert.deepEqual(inOrder(await saidByServer(opened, files.map(inFolder), how, wanted)), inOrder(wanted), how);
		});
	});

test('what is in a folder is said as of files that are named, but for those that git ignores', async () => {
	const named = await saidByCommand(own, filesIn(own));
	const { 'ignored/send.ts': ignored, ...others } = named;
	assert.ok(ignored);
	assert.deepEqual(inOrder(await saidByCommand(own)), inOrder(others));
});

test('the corpus has something of each kind, and nothing where nothing is to be said', async () => {
	const said = await saidByCommand(own, filesIn(own));
	const quiet = [
		'generated/a/send.ts',
		'src/model.gen.ts',
		'legacy/off.ts',
		'src/checks/send.ts',
		'packages/inner/out/call.ts',
		'packages/outer/call.ts',
		'pages/notes.md',
	];
	assert.deepEqual(
		quiet.filter((file) => said[file]),
		[],
	);
	const rules = (file: string) => said[file]?.map((line) => line.split(' ').slice(1, 3).join(' '));
	assert.deepEqual(rules('src/send.ts'), ['warning missing-required', 'error duplicate-branch']);
	assert.deepEqual(rules('legacy/send.ts'), ['hint missing-required', 'error duplicate-branch']);
	assert.deepEqual(rules('packages/inner/src/call.ts'), ['error missing-required']);
	for (const file of [
		'src/shop.ts',
		'src/parcel.ts',
		'src/by-name.ts',
		'src/importer.ts',
		'src/send.test.ts',
		'told/send.ts',
	])
		assert.ok(said[file], file);
	for (const file of ['bots/bot.js', 'pages/Chat.vue', 'pages/chat.html', 'pages/tries.ipynb', 'service/main.go'])
		assert.ok(said[file], file);
});
