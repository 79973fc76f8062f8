import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { callsPost, catalogs, dependsOnPost, document, projectOf, root } from '../../../test/support/project-of.ts';

describe('changes', () => {
	test('of nothing that was asked for are no changes', async () => {
		const { above, write, read } = projectOf({ 'package.json': '{}' });
		assert.equal(write('package.json', dependsOnPost), false);
		await above();
		read();
		for (const path of ['src/a.ts', 'other/package.json', 'README.md', 'node_modules/a/package.json'])
			assert.equal(write(path, callsPost), false, path);
		assert.deepEqual(read(), []);
	});

	test('of a manifest above a document are seen: made, changed, removed', async () => {
		const { above, write, changes } = projectOf({});
		assert.deepEqual(await above(), []);
		for (const [text, found, count] of [
			[dependsOnPost, 1, 1],
			[`${dependsOnPost} `, 1, 1],
			['{}', 0, 2],
			[dependsOnPost, 1, 3],
			[undefined, 0, 4],
		] as const) {
			assert.equal(write('package.json', text), true);
			assert.equal((await above()).length, found, text);
			assert.equal(changes(), count, text);
		}
	});

	test('of any file are seen where the folder was searched', async () => {
		const { around, write } = projectOf({ 'src/a.ts': '' });
		for (const [path, text] of [
			['src/a.ts', callsPost],
			['src/b/c.ts', callsPost],
			['a/b/go.mod', 'require post-client v1'],
			['.env', 'api.post.example'],
		] as const) {
			assert.deepEqual(await around(), [], path);
			write(path, text);
			assert.equal((await around()).length, 1, path);
			write(path, undefined);
		}
		assert.deepEqual(await around(), []);
		assert.equal(write('node_modules/a.ts', callsPost), false);
	});

	test('of a whole folder are seen', async () => {
		const texts: Record<string, string> = { 'a/b/c.ts': callsPost, 'a/package.json': '{}' };
		const { project, around, above } = projectOf(texts);
		assert.equal((await around()).length, 1);
		assert.deepEqual(await above(`${root}a/d.ts`), []);
		delete texts['a/b/c.ts'];
		delete texts['a/package.json'];
		project.changed([`${root}a`]);
		assert.deepEqual(await around(), []);
		Object.assign(texts, { 'b/b/c.ts': callsPost, 'a/package.json': dependsOnPost });
		project.changed([`${root}b`, `${root}a`]);
		assert.deepEqual(await around(), ['workspace: a/package.json depends on @post/client']);
		assert.equal((await above(`${root}a/d.ts`)).length, 1);
		delete texts['a/package.json'];
		project.changed([`${root}a/`]);
		assert.deepEqual(await around(), ['workspace: b/b/c.ts names api.post.example']);
	});

	test('of thousands of files are told of once', async () => {
		const names = Array.from({ length: 3_000 }, (_, index) => `src/a${index}.ts`);
		const texts = Object.fromEntries(names.map((name) => [name, '']));
		const { project, around, changes } = projectOf(texts);
		await around();
		for (const name of names) texts[name] = callsPost;
		for (let start = 0; start < names.length; start += 500)
			project.changed(names.slice(start, start + 500).map((name) => root + name));
		assert.equal((await around()).length, 1);
		assert.equal(changes(), 1);
	});

	test('during a search are not lost', async () => {
		const texts: Record<string, string> = { 'a.ts': '', 'b.ts': callsPost };
		const { project, around } = projectOf(texts);
		const searching = around();
		Object.assign(texts, { 'a.ts': callsPost, 'b.ts': '' });
		project.changed([`${root}a.ts`, `${root}b.ts`]);
		await searching;
		assert.deepEqual(await around(), ['workspace: a.ts names api.post.example']);
	});

	test('that say nothing new leave the answer as it is', async () => {
		const { project, write, changes } = projectOf({ 'src/a.ts': callsPost });
		const ask = () => project.workspaceEvidence(document, [root], catalogs);
		const before = await ask();
		write('src/a.ts', `${callsPost}\n`);
		write('src/b.ts', '');
		assert.equal(await ask(), before);
		assert.equal(changes(), 0);
	});

	test('of which nobody tells are seen when all is checked again', async () => {
		const texts: Record<string, string> = { 'src/a.ts': callsPost };
		const { project, around, above } = projectOf(texts);
		assert.equal((await around()).length, 1);
		texts['src/a.ts'] = '';
		project.recheck();
		assert.deepEqual(await around(), []);
		texts['package.json'] = dependsOnPost;
		project.recheck();
		assert.equal((await above()).length, 1);
		delete texts['package.json'];
		project.recheck();
		assert.deepEqual(await above(), []);
	});

	test('of the spelling of a URI are none', async () => {
		const { project } = projectOf({ 'src/%40a/b.ts': callsPost });
		const ask = (uri: string) => project.workspaceEvidence(uri, ['file:///project'], catalogs);
		assert.equal((await ask(document)).length, 1);
		for (const uri of [`${root}src/@a/b.ts`, `${root}src/%40a/b.ts`]) assert.deepEqual(await ask(uri), []);
	});
});
