import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { textFiles } from '../../../test/support/text-files.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import { FolderCatalogs } from './folder-catalogs.ts';

const folder = 'file:///home/shop';

function catalogText(id: string, code: string): string {
	return JSON.stringify({ id, entries: [{ value: code, title: code, description: `${code}.` }] });
}

/** Catalogs over files that a test may change, with what was reported and how often folders were read. */
function opened(texts: Record<string, string>) {
	const reports: string[] = [];
	let reads = 0;
	const catalogs = new FolderCatalogs(builtinCatalogs, {
		readFile: (uri) => textFiles(`${folder}/`, texts).readFile(uri),
		async readFolder(uri) {
			reads++;
			const entries = await textFiles(`${folder}/`, texts).readFolder(uri);
			if (entries.length === 0) throw new Error(`There is no ${uri}`);
			return entries;
		},
		report: (message) => reports.push(message),
	});
	const change = (path: string, text: string | undefined): boolean => {
		if (text === undefined) delete texts[path];
		else texts[path] = text;
		return catalogs.changed([`${folder}/${path}`]);
	};
	return { catalogs, reports, change, reads: () => reads };
}

suite('the catalogs of a folder', () => {
	test('are those in .api-errors beside those that come with us', async () => {
		const { catalogs, reports } = opened({
			'.api-errors/acme.json': `\uFEFF${catalogText('acme', 'ACME_KEY_OLD')}`,
			'.api-errors/notes.txt': 'not read',
			'.api-errors/more/deep.json': catalogText('deep', 'DEEP_ONE'),
		});
		const index = await catalogs.of(folder);
		assert.equal(index.byString('ACME_KEY_OLD')[0]?.catalog.id, 'acme');
		assert.ok([...index.ofFolder].every(({ id }) => id === 'acme'));
		assert.ok(index.byId('silentchat'));
		assert.equal(index.byId('deep'), undefined);
		assert.deepEqual(reports, []);
	});

	test('are those that come with us where there is no such folder, at the cost of one look', async () => {
		const { catalogs, reports, reads } = opened({ 'a.ts': '' });
		const index = await catalogs.of(folder);
		assert.equal(index, await catalogs.of(undefined));
		assert.equal(await catalogs.of(folder), index);
		assert.equal(reads(), 1);
		assert.deepEqual(reports, []);
	});

	test('stay the same object until one says something else', async () => {
		const { catalogs, change } = opened({ '.api-errors/acme.json': catalogText('acme', 'ACME_KEY_OLD') });
		const first = await catalogs.of(folder);
		assert.equal(change('src/a.ts', 'x'), false);
		assert.equal(await catalogs.of(folder), first);
		assert.equal(change('.api-errors/acme.json', catalogText('acme', 'ACME_KEY_OLD')), true);
		assert.equal(await catalogs.of(folder), first);
		change('.api-errors/acme.json', catalogText('acme', 'ACME_KEY_NEW'));
		const second = await catalogs.of(folder);
		assert.notEqual(second, first);
		assert.equal(second.byString('ACME_KEY_OLD').length, 0);
		assert.equal(second.byString('ACME_KEY_NEW').length, 1);
	});

	test('appear and go with their files', async () => {
		const { catalogs, change } = opened({});
		const plain = await catalogs.of(folder);
		assert.equal(change('.api-errors/acme.json', catalogText('acme', 'ACME_KEY_OLD')), true);
		assert.ok((await catalogs.of(folder)).byId('acme'));
		change('.api-errors/acme.json', undefined);
		assert.equal(await catalogs.of(folder), plain);
	});

	test('keep what a file said before while it is broken, and say so once in a sentence', async () => {
		const { catalogs, change, reports } = opened({ '.api-errors/acme.json': catalogText('acme', 'ACME_KEY_OLD') });
		const first = await catalogs.of(folder);
		change('.api-errors/acme.json', '{ "id": "acme", "entr');
		assert.equal(await catalogs.of(folder), first);
		assert.equal(reports.length, 1);
		assert.match(reports[0] ?? '', /^\.api-errors\/acme\.json is no catalog, so what it said before stays in use: \S/);
		change('.api-errors/acme.json', catalogText('acme', 'ACME_KEY_NEW'));
		assert.ok((await catalogs.of(folder)).byString('ACME_KEY_NEW')[0]);
		assert.equal(reports.length, 1);
	});

	test('lose only what is broken', async () => {
		const { catalogs, reports } = opened({
			'.api-errors/a.json': 'no JSON',
			'.api-errors/b.json': '[]',
			'.api-errors/c.json': catalogText('acme', 'ACME_KEY_OLD'),
			'.api-errors/d.json': '{ "id": "deep", "entries": [{ "value": "DEEP_ONE", "title": "Deep" }, 1] }',
		});
		const index = await catalogs.of(folder);
		assert.deepEqual(
			[...index.ofFolder].map(({ id }) => id),
			['acme', 'deep'],
		);
		assert.equal(index.byString('DEEP_ONE')[0]?.catalog.hasProblems, true);
		assert.equal(index.byId('acme')?.hasProblems, undefined);
		assert.deepEqual(reports.map((report) => report.replace(/: .*/s, '')).sort(), [
			'.api-errors/a.json is no catalog, so it is left out',
			'.api-errors/b.json is no catalog, so it is left out',
			'.api-errors/d.json is used as far as it can be read',
		]);
	});

	test('take the place of another with the same id, and say so', async () => {
		const { catalogs, reports } = opened({
			'.api-errors/a.json': catalogText('silentchat', 'OUR_OWN'),
			'.api-errors/b.json': catalogText('silentchat', 'OUR_OTHER'),
		});
		const index = await catalogs.of(folder);
		assert.deepEqual(
			index.byId('silentchat')?.entries.map(({ value }) => value),
			['OUR_OTHER'],
		);
		assert.deepEqual(reports, [
			'.api-errors/a.json has the id silentchat and takes the place of the one that comes with us.',
			'.api-errors/b.json has the id silentchat and takes the place of .api-errors/a.json.',
		]);
	});

	test('are the newest, however many changes come while they are read', async () => {
		const { catalogs, change } = opened({ '.api-errors/acme.json': catalogText('acme', 'ACME_KEY_1') });
		const early = catalogs.of(folder);
		change('.api-errors/acme.json', catalogText('acme', 'ACME_KEY_2'));
		const late = catalogs.of(folder);
		await early;
		assert.ok((await late).byString('ACME_KEY_2')[0]);
		assert.equal(await catalogs.of(folder), await late);
	});

	test('are read once where they are asked for twice at once', async () => {
		const { catalogs, reads } = opened({ '.api-errors/acme.json': catalogText('acme', 'ACME_KEY_OLD') });
		const [one, other] = await Promise.all([catalogs.of(folder), catalogs.of(folder)]);
		assert.equal(one, other);
		assert.equal(reads(), 1);
	});
});
