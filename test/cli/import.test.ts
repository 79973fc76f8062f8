import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import { importFormats } from '../../server/src/import/index.ts';
import { CodeReader } from '../../server/src/syntax/code-reader.ts';
import { commandProgram } from '../support/server-program.ts';
import { folderWith } from './folder-with.ts';

const page = `# Errors of Acme Pay

| Code | HTTP status | Meaning |
| --- | --- | --- |
| CARD_DECLINED | 402 | The bank said no. |
| CARD_LOST | 402 | The card was reported lost. |
| USED_UP | 429 | All calls are made. |
`;
const enumeration = `/** What Acme Pay sends. */
export enum AcmeError {
	/** The bank said no. */
	CardDeclined = 'CARD_DECLINED',
	/** Nobody knows the customer. */
	NoCustomer = 'NO_CUSTOMER',
}
`;

suite('api-errors import', () => {
	test('makes a catalog that is valid and in use at once', async (context) => {
		const folder = await folderWith(context, { 'docs/acme.md': page });
		const { code, out, errors } = await folder.run(['import', 'docs/acme.md', '--id', 'acme']);
		assert.deepEqual([code, errors], [0, '']);
		assert.match(out, /^Written: \.api-errors\/acme\.json, 3 codes and 0 statuses of acme\.md\.\n/);
		assert.deepEqual(await folder.files(), ['.api-errors/acme.json', 'docs/acme.md']);
		const catalog = JSON.parse(await folder.read('.api-errors/acme.json'));
		assert.equal(catalog.id, 'acme');
		assert.deepEqual(catalog.entries[0], {
			...{ value: 'CARD_DECLINED', status: 402, title: 'Card declined', description: 'The bank said no.' },
			todo: ['retry'],
		});
		assert.equal((await folder.run(['validate'])).code, 0);
		assert.match((await folder.run(['explain', 'CARD_LOST'])).out, /^CARD_LOST .+\n {2}The card was reported lost\.\n/);
	});

	test('leaves a catalog as it is where the source says the same', async (context) => {
		const folder = await folderWith(context, { 'acme.md': page });
		await folder.run(['import', 'acme.md', '--id', 'acme']);
		const before = await folder.read('.api-errors/acme.json');
		const { code, out } = await folder.run(['import', 'acme.md', '--id', 'acme']);
		assert.equal(code, 0);
		assert.match(out, /^Up to date: \.api-errors\/acme\.json, .+\nNothing changes\.\n/);
		assert.equal(await folder.read('.api-errors/acme.json'), before);
	});

	test('updates one that was changed by hand, and loses nothing of it', async (context) => {
		const folder = await folderWith(context, { 'acme.md': page });
		await folder.run(['import', 'acme.md', '--id', 'acme', '--yaml']);
		const mine = (await folder.read('.api-errors/acme.yaml')).replace('The bank said no.', 'Ask the bank. # mine');
		await folder.write('.api-errors/acme.yaml', `# Ours.\n${mine}`);
		const later = page
			.replace('said no', 'refused')
			.replace('| All calls', '| Today all calls')
			.replace(/.*CARD_LOST.*\n/, '| CARD_STOLEN | 402 | It is stolen. |\n');
		await folder.write('acme.md', later);
		const preview = await folder.run(['import', 'acme.md', '--id', 'acme', '--dry-run']);
		assert.match(preview.out, /^Would be updated: /);
		assert.equal(await folder.read('.api-errors/acme.yaml'), `# Ours.\n${mine}`);
		const { code, out } = await folder.run(['import', 'acme.md', '--id', 'acme']);
		assert.equal(code, 0);
		assert.match(out, /^Updated: .+\n1 added, 1 updated, 1 kept as written by hand, 1 no longer in the source\.\n/);
		const text = await folder.read('.api-errors/acme.yaml');
		assert.match(text, /^# Ours\.\n[\s\S]+description: Ask the bank\. # mine\n/);
		assert.match(text, /Today all calls are made\.\n/);
		assert.match(text, /- value: CARD_LOST\n/);
		assert.match(text, /- value: CARD_STOLEN\n/);
		await folder.run(['import', 'acme.md', '--id', 'acme', '--remove-gone']);
		assert.doesNotMatch(await folder.read('.api-errors/acme.yaml'), /CARD_LOST/);
	});

	test('prints a new catalog and writes nothing where that is asked for', async (context) => {
		const folder = await folderWith(context, { 'acme.md': page });
		const { code, out } = await folder.run(['import', 'acme.md', '--id', 'acme', '--dry-run']);
		assert.equal(code, 0);
		assert.equal(JSON.parse(out).entries.length, 3);
		assert.deepEqual(await folder.files(), ['acme.md']);
	});

	test('reads standard input, and several sources together', async (context) => {
		const folder = await folderWith(context, { 'acme.ts': enumeration });
		const args = ['import', '-', 'acme.ts', '--into', 'errors/acme.yml', '--name', 'Acme'];
		const { code, out, errors } = await folder.run(args, page);
		assert.deepEqual([code, errors], [0, '']);
		assert.match(out, /^Written: errors\/acme\.yml, 4 codes and 0 statuses of standard input, acme\.ts\.\n/);
		const text = await folder.read('errors/acme.yml');
		assert.match(text, /^id: acme\nname: Acme\n/);
		for (const code of ['USED_UP', 'NO_CUSTOMER']) assert.ok(text.includes(`- value: ${code}\n`));
	});

	test('finds the catalog by its id, however its file is called, and fills a file that is empty', async (context) => {
		const own = 'id: acme\nentries:\n  - value: OWN\n    title: Own\n    description: Ours.\n';
		const folder = await folderWith(context, { 'acme.md': page, '.api-errors/pay.yml': own, 'empty.json': '\n' });
		assert.match((await folder.run(['import', 'acme.md', '--id', 'acme'])).out, /^Updated: \.api-errors\/pay\.yml/);
		assert.match(await folder.read('.api-errors/pay.yml'), /title: Own\n[\s\S]*- value: USED_UP\n/);
		assert.match((await folder.run(['import', 'acme.md', '--into', 'empty.json'])).out, /^Written: empty\.json/);
	});

	test('reads what older programs on Windows have written', async (context) => {
		const folder = await folderWith(context, {
			'utf16.csv': Buffer.from('\uFEFFcode,status,description\r\nGESPERRT,403,Für immer.\r\n', 'utf16le'),
			'latin.csv': Buffer.from('code,status,description\r\nGESPERRT,403,Für immer.\r\n', 'latin1'),
		});
		for (const file of ['utf16.csv', 'latin.csv']) {
			const { out } = await folder.run(['import', file, '--dry-run']);
			assert.equal(JSON.parse(out).entries[0].description, 'Für immer.', file);
		}
	});

	test('says what it cannot do, and writes nothing then', async (context) => {
		const broken = '{\n\t"id": "acme",\n\t"entries": [}\n';
		const files = {
			'acme.md': page,
			'empty.md': ' \n',
			'words.txt': 'There is nothing of interest here.\n',
			'picture.png': Uint8Array.of(0x89, 0x50, 0, 1),
			'broken.json': broken,
			'other.json': '{ "id": "other", "entries": [] }',
			'folder/a.md': page,
		};
		const folder = await folderWith(context, files);
		const cases: readonly (readonly [readonly string[], RegExp])[] = [
			[[], /^Say what to import/],
			[['nowhere.md'], /^nowhere\.md: there is no such file/],
			[['folder'], /^folder: this is a folder/],
			[['empty.md'], /^empty\.md: there is nothing in it/],
			[['words.txt'], /^words\.txt: no error codes were found/],
			[['picture.png'], /^picture\.png: this is no text/],
			[['https://acme.example/errors'], /nothing is fetched from the web/],
			[['acme.md', '--format', 'word'], /^There is no format “word”; there are openapi, /],
			[['acme.md', '--id', '../acme'], /^“\.\.\/acme” can be no id/],
			[['acme.md', '--id', 'none'], /^“none” can be no id/],
			[['acme.md', '--into', 'acme.txt'], /ends in \.json or \.yaml/],
			[['acme.md', '--into', 'new.json', '--yaml'], /no YAML file/],
			[['acme.md', '--into', 'folder'], /ends in \.json/],
			[['acme.md', '--into', 'broken.json'], /^broken\.json: line 3, column \d+: .+ must be mended/],
			[['acme.md', '--into', 'other.json', '--id', 'acme'], /^other\.json is the catalog “other”/],
			[['acme.md', '--into', 'acme.md/x.json'], /x\.json: /],
			[['-', '-'], /once only/],
			[['acme.md', '--colour'], /--colour/],
		];
		for (const [args, message] of cases) {
			const { code, out, errors } = await folder.run(['import', ...args]);
			assert.deepEqual([code, out], [2, ''], args.join(' '));
			assert.match(errors, message);
		}
		assert.deepEqual(await folder.files(), Object.keys(files).sort());
		assert.equal(await folder.read('broken.json'), broken);
	});

	test('writes outside of the folder only where that is named', async (context) => {
		const folder = await folderWith(context, { 'acme.md': page });
		const outside = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
		context.after(() => rm(outside, { recursive: true }));
		await mkdir(path.join(outside, 'all'));
		await symlink(path.join(outside, 'all'), path.join(folder.path, '.api-errors'), 'junction');
		const { code, errors } = await folder.run(['import', 'acme.md', '--id', 'acme']);
		assert.equal(code, 2);
		assert.match(errors, /^\.api-errors\/acme\.json leads out of this folder/);
		assert.equal((await folder.run(['import', 'acme.md', '--into', '.api-errors/acme.json'])).code, 0);
	});

	test('writes a file as it was: with its rights, and through a link', async (context) => {
		const folder = await folderWith(context, { 'acme.md': page, 'own/errors.json': '{ "id": "acme", "entries": [] }' });
		const file = path.join(folder.path, 'own', 'errors.json');
		await chmod(file, 0o600);
		await symlink(file, path.join(folder.path, 'acme.json'));
		assert.equal((await folder.run(['import', 'acme.md', '--into', 'acme.json'])).code, 0);
		assert.ok((await lstat(path.join(folder.path, 'acme.json'))).isSymbolicLink());
		assert.match(await folder.read('own/errors.json'), /CARD_DECLINED/);
		if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o777, 0o600);
		assert.deepEqual(await folder.files(), ['acme.json', 'acme.md', 'own/errors.json']);
	});

	test('reads what is piped into the published command', async (context) => {
		const folder = await folderWith(context, {});
		const args = [commandProgram, 'import', '-', '--id', 'acme', '--yaml', '--dry-run'];
		const out = await new Promise<string>((resolve, reject) => {
			const child = execFile(process.execPath, args, { cwd: folder.path }, (error, text) =>
				error ? reject(error) : resolve(text),
			);
			child.stdin?.end(page);
		});
		assert.match(out, /^id: acme\n[\s\S]+- value: CARD_LOST\n/);
	});

	test('tells in its help of every format', async (context) => {
		const folder = await folderWith(context, {});
		const { out } = await folder.run(['import', '--help']);
		const formats = importFormats(new CodeReader([], () => Promise.reject(new Error('No grammars here'))));
		for (const { name } of formats) assert.match(out, new RegExp(`\\b${name}\\b`));
	});
});
