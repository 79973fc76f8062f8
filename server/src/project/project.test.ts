import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
	analyzer,
	callsPost,
	catalog,
	catalogs,
	dependsOnPost,
	document,
	projectOf,
	root,
	ways,
} from '../../../test/support/project-of.ts';
import { textFiles } from '../../../test/support/text-files.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { Project } from './project.ts';

describe('what stands above a document', () => {
	test('counts up to the workspace folder, a manifest before a config file', async () => {
		const { above } = projectOf({
			'package.json': dependsOnPost,
			'.env': 'A=api.post.example',
			'a/package.json': '{}',
		});
		assert.deepEqual(await above(`${root}a/b/c.ts`), ['workspace: package.json depends on @post/client']);
		assert.deepEqual(await above(`${root}a/b/c.ts`, `${root}a`), []);
	});

	test('counts the nearest first', async () => {
		const { above } = projectOf({ 'package.json': dependsOnPost, 'a/.env': 'A=api.post.example' });
		assert.deepEqual(await above(`${root}a/b/c.ts`), ['workspace: a/.env names api.post.example']);
	});

	test('counts outside all folders up to the nearest manifest', async () => {
		const { above } = projectOf({ 'package.json': dependsOnPost, '.env': 'api.post.example', 'b/package.json': '{}' });
		const elsewhere = 'file:///elsewhere/';
		assert.deepEqual(await above(`${root}a/c.ts`, elsewhere), ['workspace: package.json depends on @post/client']);
		assert.deepEqual(await above(`${root}b/c.ts`, elsewhere), []);
	});

	test('counts outside all folders in the own folder alone where there is no manifest', async () => {
		const { above } = projectOf({ '.env': 'api.post.example' });
		assert.deepEqual(await above(`${root}c.ts`, 'file:///elsewhere'), ['workspace: .env names api.post.example']);
		assert.deepEqual(await above(`${root}a/c.ts`, 'file:///elsewhere'), []);
	});

	test('counts for a document without a path in each folder', async () => {
		const { above, around } = projectOf({ 'a/package.json': dependsOnPost });
		const found = ['workspace: package.json depends on @post/client'];
		assert.deepEqual(await above('untitled:Untitled-1', `${root}b`, `${root}a`), found);
		assert.deepEqual(await around('untitled:Untitled-1', `${root}b`, `${root}a`), found);
		assert.deepEqual(await above('untitled:Untitled-1', `${root}b`), []);
	});

	test('is all that is read for it', async () => {
		const { above, read } = projectOf({
			'package.json': '{}',
			'.env': '',
			'README.md': '',
			'other/package.json': '{}',
			'src/.env.local': '',
			'src/a.ts': callsPost,
		});
		await above();
		assert.deepEqual(read(), ['.env', 'package.json', 'src/.env.local']);
		await above();
		await above(`${root}src/b.ts`);
		assert.deepEqual(read(), []);
	});

	test('is found by usual names where no folder can be listed', async () => {
		const project = new Project({
			readFile: async (uri) => (uri === `${root}package.json` ? dependsOnPost : Promise.reject(new Error('no file'))),
			readFolder: () => Promise.reject(new Error('no folder')),
			...ways,
			outline: async () => undefined,
			report: () => undefined,
			onChange: () => undefined,
		});
		assert.equal((await project.evidenceAbove(document, [root], catalogs)).length, 1);
	});
});

describe('a file of the workspace folder shows an API', () => {
	const shown: Readonly<Record<string, readonly [path: string, text: string, reason: string]>> = {
		'a manifest': ['apps/web/package.json', dependsOnPost, 'apps/web/package.json depends on @post/client'],
		'a manifest of another package manager': [
			'api/Cargo.toml',
			'[dependencies]\npost_client="1"',
			'api/Cargo.toml depends on post-client',
		],
		'an environment file': ['.env.local', 'URL=https://api.post.example/v1\n', '.env.local names api.post.example'],
		'a config file': ['deploy/values.yaml', 'host: "api.post.example"', 'deploy/values.yaml names api.post.example'],
		'a config file in its folder': [
			'config/prod.json',
			'{"a":"api.post.example"}',
			'config/prod.json names api.post.example',
		],
		'a config file that is code': ['next.config.mjs', '// api.post.example', 'next.config.mjs names api.post.example'],
		'code that names the host': ['src/client.ts', callsPost, 'src/client.ts names api.post.example'],
		'code that imports the package': ['src/b/c.js', "require('@post/client/x')", 'src/b/c.js imports @post/client'],
		'a path with odd letters': ['src/(a b)/ü@%.ts', callsPost, 'src/(a b)/ü@%.ts names api.post.example'],
	};
	for (const [name, [path, text, reason]] of Object.entries(shown))
		test(name, async () => {
			const escaped = encodeURI(path).replaceAll(/[@()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
			assert.deepEqual(await projectOf({ [escaped]: text }).around(), [`workspace: ${reason}`]);
		});

	const silent: Readonly<Record<string, readonly [path: string, text: string]>> = {
		'a longer host': ['.env', 'A=api.post.example.org\nB=my-api.post.example\nC=api.post.examples'],
		'a comment in code': ['src/client.ts', '// api.post.example'],
		'code that is told to be of none': ['src/client.ts', `// api-errors: none\n${callsPost}`],
		'minified code': ['src/client.js', `${callsPost}${'a();'.repeat(2_000)}`],
		'generated code': ['src/client.ts', `// @generated\n${callsPost}`],
		'a declaration file': ['src/client.d.ts', callsPost],
		'code that is too large': ['src/client.ts', `${callsPost}\n${'// a\n'.repeat(200_000)}`],
		'a broken manifest': ['package.json', '{"dependencies":{"@post/client":'],
		'a file of another kind': ['src/notes.md', 'api.post.example'],
		'the document itself': ['src/main.ts', callsPost],
	};
	for (const [name, [path, text]] of Object.entries(silent))
		test(`but not ${name}`, async () => assert.deepEqual(await projectOf({ [path]: text }).around(), []));

	for (const folder of ['node_modules/a', '.git', 'dist', 'build', 'out', 'target', 'vendor', '.venv', 'coverage'])
		test(`but not what is in ${folder}`, async () => {
			const { around, read } = projectOf({
				[`${folder}/a.ts`]: callsPost,
				[`a/${folder}/package.json`]: dependsOnPost,
			});
			assert.deepEqual(await around(), []);
			assert.deepEqual(read(), []);
		});
});

describe('a search', () => {
	const texts = { 'src/a.ts': callsPost, 'src/b.ts': 'let a;', 'src/c.css': '', '.env': '', 'package.json': '{}' };

	test('is made once for each folder, and reads each file once', async () => {
		const { around, read } = projectOf({ ...texts });
		await Promise.all([around(), around(`${root}b.ts`), around(`${root}src/c.ts`)]);
		const all = read();
		assert.deepEqual([...new Set(all)], ['.env', 'package.json', 'src/a.ts', 'src/b.ts']);
		await around(`${root}src/d/e.ts`);
		assert.deepEqual(read(), []);
	});

	test('leaves out code without the name of any host or package', async () => {
		const outlined: string[] = [];
		const files = textFiles(root, { 'a.ts': callsPost, 'b.ts': "switch (a) { case 'NOT_FOUND': }" });
		const project = new Project({
			readFile: files.readFile,
			readFolder: files.readFolder,
			...ways,
			async outline({ text }) {
				outlined.push(text);
				return undefined;
			},
			report: () => undefined,
			onChange: () => undefined,
		});
		await project.workspaceEvidence(document, [root], catalogs);
		assert.deepEqual(outlined, [callsPost]);
	});

	test('finds the files of code by themselves', async () => {
		const { project } = projectOf({ ...texts, 'package.json': dependsOnPost });
		const found = await project.filesWithEvidence(document, [root], catalogs);
		assert.deepEqual(
			found.map(({ uri, inPlay }) => [uri, ...inPlay.map(({ step, reason }) => `${step}: ${reason}`)]),
			[[`${root}src/a.ts`, 'file: the file names api.post.example']],
		);
	});

	test('is not made for a document outside of all folders', async () => {
		const { around, read } = projectOf(texts);
		assert.deepEqual(await around(`${root}src/main.ts`, 'file:///elsewhere'), []);
		assert.deepEqual(read(), ['.env', 'package.json']);
	});

	test('of overlapping folders finds in each what is below it', async () => {
		const { around } = projectOf({ 'a.ts': callsPost, 'inner/b.ts': callsPost, 'dist/inner/c.ts': callsPost });
		const folders = [root, `${root}inner`, `${root}dist/inner`];
		assert.deepEqual(await around(`${root}dist/inner/x.ts`, ...folders), ['workspace: c.ts names api.post.example']);
		assert.deepEqual(await around(`${root}inner/x.ts`, ...folders), ['workspace: b.ts names api.post.example']);
		assert.deepEqual(await around(`${root}a.ts`, ...folders), ['workspace: inner/b.ts names api.post.example']);
	});

	test('ends where folders lead in a circle, and where none can be read', async () => {
		for (const readFolder of [
			async () => [{ name: 'again', isFolder: true }],
			() => Promise.reject(new Error('not allowed')),
		]) {
			const reports: string[] = [];
			const project = new Project({
				readFile: () => Promise.reject(new Error('not allowed')),
				readFolder,
				...ways,
				outline: async () => undefined,
				report: (message) => reports.push(message),
				onChange: () => undefined,
			});
			assert.deepEqual(await project.workspaceEvidence(document, [root], catalogs), []);
			assert.ok(reports.length <= 1);
		}
	});

	test('goes as far as its limit and says so, with the same result each time', async () => {
		const many = Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`a${10_000 + index}.ts`, '']));
		const files = { ...many, 'a10900.ts': callsPost, 'a11400.ts': callsPost };
		const found = async (folder: string) => {
			const reports: string[] = [];
			const { readFile, readFolder } = textFiles(folder, files);
			const project = new Project({
				readFile,
				readFolder,
				...ways,
				outline: (source, all) => analyzer.outline(source, all),
				report: (message) => reports.push(message),
				onChange: () => undefined,
			});
			return [(await project.filesWithEvidence(`${folder}x.ts`, [folder], catalogs)).length, reports.length];
		};
		assert.deepEqual(await found('vscode-vfs://a/b/'), [1, 1]);
		assert.deepEqual(await found('file:///b/'), [2, 0]);
	});

	test('is not made where no API can be found by it', async () => {
		const { project, read } = projectOf(texts);
		const silent = buildCatalogIndex([{ ...catalog, evidence: { hosts: [], packages: [] } }]);
		assert.deepEqual(await project.workspaceEvidence(document, [root], silent), []);
		assert.deepEqual(read(), []);
	});
});
