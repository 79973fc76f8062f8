import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { commandProgram } from '../support/server-program.ts';

/** Whose code it is, nothing here shows. */
const source = "switch (error.code) {\n\tcase 'AUTH_INVALID_TOKEN':\n\t\tlogin();\n}\n";
const environment = 'API_URL=https://api.silentchat.de/v1\n';
const caller = "fetch('https://api.silentchat.de/v1');\n";

/** A new folder with the files, by their paths in it, which goes when the test ends. */
async function folderOf(context: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	context.after(() => rm(folder, { recursive: true }));
	for (const [name, text] of Object.entries(files)) {
		await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
		await writeFile(path.join(folder, name), text);
	}
	return folder;
}

/** The files in which something is wrong, checked with the folder as the current one. */
function filesWithFindings(folder: string, ...paths: readonly string[]): Promise<readonly string[]> {
	return new Promise((resolve) => {
		execFile(process.execPath, [commandProgram, 'check', ...paths], { cwd: folder }, (_, out) => {
			resolve(out.split('\n').filter((line) => line.endsWith('.ts')));
		});
	});
}

test('what an environment file names counts for the files beside it, until it names it no more', async (context) => {
	const folder = await folderOf(context, { '.env': environment, 'src/errors.ts': source });
	assert.deepEqual(await filesWithFindings(folder), ['src/errors.ts']);
	assert.deepEqual(await filesWithFindings(folder, 'src'), ['src/errors.ts']);
	assert.deepEqual(await filesWithFindings(folder, 'src/errors.ts'), ['src/errors.ts']);
	await writeFile(path.join(folder, '.env'), 'API_URL=https://api.example.com\n');
	assert.deepEqual(await filesWithFindings(folder), []);
});

test('what a file names counts for all others, wherever in the order it comes', async (context) => {
	const files = { 'a.ts': source, 'm/client.ts': caller, 'z.ts': source };
	assert.deepEqual(await filesWithFindings(await folderOf(context, files)), ['a.ts', 'z.ts']);
});

test('a folder that is named from elsewhere is looked through in the same way', async (context) => {
	const folder = await folderOf(context, { '.env': environment, 'src/errors.ts': source });
	const elsewhere = await folderOf(context, {});
	const [found = ''] = await filesWithFindings(elsewhere, folder);
	assert.ok(found.endsWith(path.join('src', 'errors.ts')), found);
});

test('where the current folder is no project’s, the folders named are each for themselves', async (context) => {
	const folder = await folderOf(context, { 'a/client.ts': caller, 'a/errors.ts': source, 'b/errors.ts': source });
	assert.deepEqual(await filesWithFindings(folder, 'a', 'b'), [path.join('a', 'errors.ts')]);
	await writeFile(path.join(folder, 'package.json'), '{}');
	assert.deepEqual(await filesWithFindings(folder, 'a', 'b'), [
		path.join('a', 'errors.ts'),
		path.join('b', 'errors.ts'),
	]);
});
