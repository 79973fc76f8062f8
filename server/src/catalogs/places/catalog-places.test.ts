import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { catalogText, folder, opened } from '../../../../test/support/opened-catalogs.ts';

const ids = async (index: Promise<{ readonly ofFolder: ReadonlySet<{ readonly id: string }> }>) =>
	[...(await index).ofFolder].map(({ id }) => id);

suite('a project’s file', () => {
	test('names files and folders, from its own folder', async () => {
		const { of, problems } = opened({
			'packages/a/api-errors.json':
				'{\n// comments are fine\n"catalogs": ["../../docs/errors.yaml", "api", "./own.json",],\n}',
			'docs/errors.yaml': 'id: docs\nentries: []\n',
			'packages/a/api/one.json': catalogText('one', 'ONE'),
			'packages/a/api/two.yml': 'id: two\nentries: []\n',
			'packages/a/api/readme.md': '',
			'packages/a/own.json': catalogText('own', 'OWN'),
		});
		assert.deepEqual(await ids(of('packages/a/src/x.ts')), ['docs', 'one', 'two', 'own']);
		assert.deepEqual(await ids(of('packages/b/x.ts')), []);
		assert.deepEqual(await problems(), {});
	});

	test('is outweighed by .api-errors beside it, and outweighs what is farther away', async () => {
		const { of } = opened({
			'.api-errors/acme.json': catalogText('acme', 'FAR'),
			'a/api-errors.json': '{ "catalogs": ["named.json", "other.json"] }',
			'a/named.json': catalogText('acme', 'NAMED'),
			'a/other.json': catalogText('other', 'NAMED'),
			'a/.api-errors/other.json': catalogText('other', 'BESIDE'),
		});
		const index = await of('a/x.ts');
		assert.deepEqual(
			['acme', 'other'].map((id) => index.byId(id)?.entries[0]?.value),
			['NAMED', 'BESIDE'],
		);
	});

	test('has what is wrong with it at the place, and counts without it', async () => {
		const { of, problems, reports } = opened({
			'api-errors.json': `{
				"catalog": [],
				"catalogs": ["../outside.json", "/etc/passwd", "gone.json", "notes.txt", "empty", 7, "own.json"]
			}`,
			'notes.txt': '',
			'empty/readme.md': '',
			'own.json': catalogText('own', 'OWN'),
		});
		assert.deepEqual(await ids(of('x.ts')), ['own']);
		assert.deepEqual(await problems(), {
			'api-errors.json': [
				'unknown-field: "catalog"',
				'wrong-value: 7',
				...['"../outside.json"', '"/etc/passwd"', '"gone.json"', '"notes.txt"', '"empty"'].map(
					(path) => `wrong-value: ${path}`,
				),
			],
		});
		assert.equal(reports.length, 1);
		assert.match(reports[0] ?? '', /^api-errors\.json is used as far as it can be read: /);
	});

	test('is no catalog itself, however it is named', async () => {
		const { of, problems } = opened({
			'api-errors.json': '{ "catalogs": [".", "api-errors.json"] }',
			'own.json': catalogText('own', 'OWN'),
		});
		assert.deepEqual(await ids(of('x.ts')), ['own']);
		assert.deepEqual(await problems(), { 'api-errors.json': ['wrong-value: "api-errors.json"'] });
	});

	test('keeps what it said before while it is broken', async () => {
		const { of, change, problems } = opened({
			'api-errors.json': '{ "catalogs": ["own.json"] }',
			'own.json': catalogText('own', 'OWN'),
		});
		const first = await of('x.ts');
		change('api-errors.json', '{ "catalogs": ["o');
		assert.equal(await of('x.ts'), first);
		assert.ok((await problems())['api-errors.json']?.every((one) => one.startsWith('not-readable')));
		change('api-errors.json', '{}');
		assert.deepEqual(await ids(of('x.ts')), []);
		assert.deepEqual(await problems(), {});
	});

	test('of any form is no fault', async () => {
		for (const text of [
			'',
			'[]',
			'null',
			'7',
			'{"catalogs": {}}',
			'{"catalogs": "x"}',
			'{"__proto__": 1}',
			'\0',
			'[['.repeat(9_999),
		]) {
			const { of, catalogs } = opened({ 'api-errors.json': text });
			assert.equal(await of('x.ts'), catalogs.plain);
		}
	});

	test('is followed together with what it names, there or not', async () => {
		const { of, change, move } = opened({ 'docs/x.ts': '', 'api-errors.json': '{}' });
		assert.deepEqual(await ids(of('docs/x.ts')), []);
		assert.equal(change('docs/errors.json', catalogText('docs', 'ONE')), false);
		change('api-errors.json', '{ "catalogs": ["docs/errors.json", "more"] }');
		assert.deepEqual(await ids(of('docs/x.ts')), ['docs']);
		assert.equal(change('more/late.yaml', 'id: late\nentries: []\n'), true);
		assert.deepEqual(await ids(of('docs/x.ts')), ['docs', 'late']);
		assert.equal(move('docs', 'pages'), true);
		assert.deepEqual(await ids(of('x.ts')), ['late']);
		assert.equal(move('pages', 'docs'), true);
		assert.deepEqual(await ids(of('x.ts')), ['docs', 'late']);
		change('docs/errors.json', undefined);
		assert.deepEqual(await ids(of('x.ts')), ['late']);
	});
});

suite('the setting', () => {
	const texts = {
		'.api-errors/acme.json': catalogText('acme', 'FOUND'),
		'shared/acme.json': catalogText('acme', 'NAMED'),
		'a/shared/acme.json': catalogText('acme', 'INNER'),
	};

	test('names files and folders that outweigh all others', async () => {
		for (const named of [['shared/acme.json'], ['shared'], ['./shared/'], ['shared', 'shared\\acme.json']]) {
			const index = await opened({ ...texts }).of('x.ts', { named });
			assert.deepEqual(
				index.byId('acme')?.entries.map(({ value }) => value),
				['NAMED'],
			);
		}
	});

	test('counts from the innermost folder of the workspace', async () => {
		const { of } = opened({ ...texts });
		const index = await of('a/x.ts', { named: ['shared'], folders: [folder, `${folder}/a`] });
		assert.equal(index.byString('INNER').length, 1);
	});

	test('that leads elsewhere or nowhere is told of, and costs nothing else', async () => {
		const { of, catalogs, reports } = opened({ ...texts });
		const named = ['../other/acme.json', '/etc', 'gone.json'];
		const index = await of('x.ts', { named });
		assert.equal(index.byString('FOUND').length, 1);
		assert.deepEqual(
			reports,
			await catalogs
				.wrongNamesFor({ uri: `${folder}/x.ts`, folders: [folder], named })
				.then((all) => all.map((one) => `apiErrors.catalogs: ${one}`)),
		);
		assert.equal(reports.length, 3);
		assert.match(reports[0] ?? '', /"\.\.\/other\/acme\.json" is left out: .* inside the workspace folder/);
		assert.match(reports[2] ?? '', /There is no file or folder "gone\.json"/);
	});
});

suite('what one catalog extends by its path', () => {
	const additions = (path: string) => JSON.stringify({ id: 'ours', extends: path, entries: [] });

	test('need not count by itself', async () => {
		const { of, problems, change } = opened({
			'.api-errors/ours.json': additions('../base/acme.json'),
			'base/acme.json': JSON.stringify({ id: 'acme', extends: './deep.json', entries: [] }),
			'base/deep.json': catalogText('deep', 'DEEP'),
		});
		const index = await of('x.ts');
		assert.deepEqual(
			[...index.ofFolder].map(({ id }) => id),
			['ours'],
		);
		assert.equal(index.byString('DEEP')[0]?.catalog.id, 'ours');
		assert.deepEqual(await problems(), {});
		assert.equal(change('base/deep.json', catalogText('deep', 'DEEPER')), true);
		assert.equal((await of('x.ts')).byString('DEEPER').length, 1);
	});

	test('must not be outside', async () => {
		const { of, reads, problems } = opened({ '.api-errors/ours.json': additions('../../other/acme.json') });
		await of('x.ts');
		assert.deepEqual(reads, ['.api-errors/ours.json']);
		assert.deepEqual(Object.keys(await problems()), ['.api-errors/ours.json']);
	});

	test('may go round in a circle', async () => {
		const { of, problems } = opened({
			'.api-errors/a.json': JSON.stringify({ id: 'a', extends: '../b.json', entries: [] }),
			'b.json': JSON.stringify({ id: 'b', extends: './.api-errors/a.json', entries: [] }),
		});
		await of('x.ts');
		assert.ok(Object.keys(await problems()).length > 0);
	});
});
