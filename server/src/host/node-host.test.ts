import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeHost } from './node-host.ts';

const host = nodeHost({ assets: '', log: () => undefined });

async function newFolder(context: TestContext): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	context.after(() => rm(folder, { recursive: true }));
	return folder;
}

test('a file is read as long as it is not larger than asked for', async (context) => {
	const file = path.join(await newFolder(context), 'ü b.txt');
	await writeFile(file, 'grüße');
	const uri = pathToFileURL(file).href;
	assert.equal(await host.readFile(uri), 'grüße');
	assert.equal(await host.readFile(uri, 7), 'grüße');
	await assert.rejects(host.readFile(uri, 6), { code: 'EFBIG' });
	await assert.rejects(host.readFile(`${uri}x`, 7));
});

test('a folder has its files and folders, and links only where they are asked for', async (context) => {
	const folder = await newFolder(context);
	await writeFile(path.join(folder, 'a.ts'), '');
	await mkdir(path.join(folder, 'b'));
	await symlink(folder, path.join(folder, 'b', 'again'), 'junction');
	const list = async (uri: string) => [...(await host.readFolder(uri))].sort((a, b) => (a.name < b.name ? -1 : 1));
	const uri = pathToFileURL(folder).href;
	const expected = [
		{ name: 'a.ts', isFolder: false },
		{ name: 'b', isFolder: true },
	];
	assert.deepEqual(await list(uri), expected);
	assert.deepEqual(await list(`${uri}/`), expected);
	assert.deepEqual(await list(`${uri}/b`), []);
	await symlink(path.join(folder, 'nowhere'), path.join(folder, 'b', 'broken'));
	await symlink(path.join(folder, 'a.ts'), path.join(folder, 'b', 'c.ts'));
	const linked = [...(await host.readFolder(`${uri}/b`, true))].sort((a, b) => (a.name < b.name ? -1 : 1));
	assert.deepEqual(linked, [
		{ name: 'again', isFolder: true },
		{ name: 'c.ts', isFolder: false },
	]);
	await assert.rejects(host.readFolder(`${uri}/none`));
});
