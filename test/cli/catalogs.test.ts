import assert from 'node:assert/strict';
import { mkdir, open, symlink } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from './folder-with.ts';

/** A catalog of which one code must be handled, and the code that does not. */
function catalog(id: string): string {
	const entry = (value: string, required: boolean) => ({ value, title: value, description: `${value}.`, required });
	const entries = [entry('ACME_OLD', true), entry('ACME_USED_UP', false), entry('ACME_SHUT', false)];
	return JSON.stringify({ id, evidence: { packages: [id] }, entries });
}
const careless = (id: string) =>
	`import { stop } from '${id}';\nswitch (error.code) { case 'ACME_USED_UP': stop(); break; case 'ACME_SHUT': stop(); break; }\n`;

test('catalogs are found where an editor finds them', async (context) => {
	const folder = await folderWith(context, {
		'package.json': '{ "dependencies": { "packed": "1" } }',
		'node_modules/packed/package.json': '{ "name": "packed", "apiErrors": "errors.json" }',
		'node_modules/packed/errors.json': catalog('packed'),
		'docs/named.json': catalog('named'),
		'api-errors.json': '{ "catalogs": ["docs/named.json"] }',
		'deep/.api-errors/deep.yaml': catalog('deep'),
		'one.ts': careless('packed'),
		'two.ts': careless('named'),
		'deep/src/three.ts': careless('deep'),
		'four.ts': careless('deep'),
	});
	const { code, out, errors } = await folder.run(['check']);
	const found = out.match(/^\S+\.ts$/gm)?.sort();
	assert.deepEqual([code, errors, found], [1, '', ['deep/src/three.ts', 'one.ts', 'two.ts']]);
});

test('what is wrong with catalogs is told once, with the line, and the others count', async (context) => {
	const folder = await folderWith(context, {
		'api-errors.json': '{\n\t"catalogs": ["gone.json"]\n}\n',
		'.api-errors/a.json': '{\n\t"id": "a",\n\t"entries": [\n}\n',
		'.api-errors/b.json': catalog('b'),
		'one.ts': careless('b'),
		'src/two.ts': careless('b'),
	});
	const { code, out, errors } = await folder.run(['check']);
	assert.match(out, /^one\.ts$[\s\S]*^src\/two\.ts$/m);
	const lines = errors.trimEnd().split('\n').sort();
	assert.equal(lines.length, 3, errors);
	assert.match(lines[0] ?? '', /^\.api-errors\/a\.json:4:1: /);
	assert.match(lines[1] ?? '', /^\.api-errors\/a\.json:5:1: /);
	assert.match(lines[2] ?? '', /^api-errors\.json:2:15: There is no file or folder "gone\.json"/);
	assert.equal(code, 2);
});

test('links count as what they lead to, in circles and to nowhere too', async (context) => {
	const folder = await folderWith(context, {
		'shared/errors/linked.json': catalog('linked'),
		'a/one.ts': careless('linked'),
		'b/two.ts': careless('linked'),
		'c/three.ts': careless('packed'),
		'c/package.json': '{ "devDependencies": { "packed": "1" } }',
		'store/packed/package.json': '{ "apiErrors": ["errors.json"] }',
		'store/packed/errors.json': catalog('packed'),
		'b/.api-errors/readme.md': '',
	});
	const at = (name: string) => path.join(folder.path, name);
	await symlink(at('shared/errors'), at('a/.api-errors'), 'junction');
	await symlink(at('shared/errors/linked.json'), at('b/.api-errors/linked.json'));
	await symlink(at('nowhere.json'), at('b/.api-errors/gone.json'));
	await symlink(at('b'), at('b/again'), 'junction');
	await mkdir(at('c/node_modules'));
	await symlink(at('store/packed'), at('c/node_modules/packed'), 'junction');
	await symlink(folder.path, at('c/all'), 'junction');
	const { out, errors } = await folder.run(['check', 'a', 'b', 'c']);
	assert.deepEqual([out.match(/^\S+\.ts$/gm), errors], [['a/one.ts', 'b/two.ts', 'c/three.ts'], '']);
});

test('names of files may have any sign', async (context) => {
	const folder = await folderWith(context, {
		'.api-errors/a b#c%20[1]!.json': catalog('odd'),
		'.api-errors/ü+&=.yaml': catalog('umlaut'),
		'ä ö/#1/.api-errors/{x}.json': catalog('inner'),
		'ä ö/#1/one.ts': careless('inner'),
		'two.ts': careless('odd'),
		'three.ts': careless('umlaut'),
	});
	const { out, errors } = await folder.run(['check']);
	assert.deepEqual([out.match(/^\S.*\.ts$/gm)?.sort(), errors], [['three.ts', 'two.ts', 'ä ö/#1/one.ts'], '']);
});

test('a folder that is itself a link has its catalogs', async (context) => {
	const folder = await folderWith(context, {
		'real/.api-errors/acme.json': catalog('acme'),
		'real/src/one.ts': careless('acme'),
	});
	await symlink(path.join(folder.path, 'real'), path.join(folder.path, 'link'), 'junction');
	assert.equal((await folder.run(['check', 'link'])).code, 1);
});

test('a file of 50 MB is refused with the limit, and not read', async (context) => {
	const folder = await folderWith(context, { '.api-errors/small.json': catalog('small'), 'one.ts': careless('small') });
	const large = await open(path.join(folder.path, '.api-errors/large.json'), 'w');
	await large.truncate(50_000_000);
	await large.close();
	const { code, out, errors } = await folder.run(['check']);
	assert.match(errors, /^\.api-errors\/large\.json:1:1: .*larger than 10 MB\.\n$/);
	assert.match(out, /missing-required/);
	assert.equal(code, 2);
});
