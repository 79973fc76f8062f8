import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalog } from './catalog/catalog.ts';
import { Manifests } from './manifests.ts';

const catalog: Catalog = {
	id: 'post',
	name: 'Post',
	evidence: { packages: ['@post/client', 'post'], hosts: [] },
	entries: [],
};
const dependsOnPost = JSON.stringify({ dependencies: { post: '1.0.0' } });

async function reasons(files: Readonly<Record<string, string>>, uri: string, ...folders: readonly string[]) {
	const manifests = new Manifests(async (wanted) => files[wanted] ?? Promise.reject(new Error('no such file')));
	return (await manifests.inPlay(uri, folders, [catalog])).map(({ step, reason }) => `${step}: ${reason}`);
}

const found = ['workspace: package.json depends on post'];

test('a manifest above the document counts, up to the workspace folder', async () => {
	const files = { 'file:///a/package.json': dependsOnPost, 'file:///a/b/c/package.json': '{}' };
	assert.deepEqual(await reasons(files, 'file:///a/b/c/d.ts', 'file:///a'), found);
	assert.deepEqual(await reasons(files, 'file:///a/b/c/d.ts', 'file:///a/b'), []);
});

test('outside all folders the nearest manifest alone counts', async () => {
	const files = { 'file:///a/package.json': dependsOnPost, 'file:///a/b/package.json': '{}' };
	assert.deepEqual(await reasons(files, 'file:///a/x/d.ts'), found);
	assert.deepEqual(await reasons(files, 'file:///a/b/d.ts'), []);
});

test('a document without a path belongs to the folders', async () => {
	const files = { 'file:///a/package.json': dependsOnPost };
	assert.deepEqual(await reasons(files, 'untitled:Untitled-1', 'file:///a'), found);
	assert.deepEqual(await reasons(files, 'untitled:Untitled-1'), []);
});

test('folders of other schemes are looked through in the same way', async () => {
	const files = { 'vscode-vfs://github/owner/project/package.json': `\uFEFF${dependsOnPost}` };
	assert.deepEqual(await reasons(files, 'vscode-vfs://github/owner/project/src/d.ts'), found);
});

test('all kinds of dependencies count', async () => {
	for (const kind of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
		const files = { 'file:///package.json': JSON.stringify({ [kind]: { '@post/client': '*' } }) };
		assert.deepEqual(await reasons(files, 'file:///d.ts'), ['workspace: package.json depends on @post/client'], kind);
	}
});

test('what is no manifest says nothing', async () => {
	for (const text of [
		'',
		'{',
		'null',
		'[]',
		'"post"',
		'{"dependencies":null}',
		'{"dependencies":["post"]}',
		'{"scripts":{"post":""}}',
	])
		assert.deepEqual(await reasons({ 'file:///package.json': text }, 'file:///d.ts'), [], text);
});

test('manifests are read once, until they are forgotten', async () => {
	let text = '{}';
	let reads = 0;
	const manifests = new Manifests(async () => {
		reads++;
		return text;
	});
	const ask = async () => (await manifests.inPlay('file:///d.ts', [], [catalog])).length;
	assert.equal(await ask(), 0);
	text = dependsOnPost;
	assert.equal(await ask(), 0);
	assert.equal(reads, 1);
	manifests.forget();
	assert.equal(await ask(), 1);
});
