import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { catalogText, folder, opened } from '../../../test/support/opened-catalogs.ts';

suite('the catalogs of a folder', () => {
	test('are those in .api-errors beside those that come with us', async () => {
		const { of, reports } = opened({
			'.api-errors/acme.json': `\uFEFF${catalogText('acme', 'ACME_KEY_OLD')}`,
			'.api-errors/soap.yaml':
				'id: soap\nentries:\n  - value: SOAP_FAULT\n    title: Fault\n    description: A fault.\n',
			'.api-errors/salt.yml': 'id: salt\nentries:\n  - value: SALT_GONE\n    title: Gone\n    description: Gone.\n',
			'.api-errors/notes.txt': 'not read',
			'.api-errors/more/deep.json': catalogText('deep', 'DEEP_ONE'),
		});
		const index = await of('src/a.ts');
		assert.equal(index.byString('ACME_KEY_OLD')[0]?.catalog.id, 'acme');
		assert.deepEqual([...index.ofFolder].map(({ id }) => id).sort(), ['acme', 'salt', 'soap']);
		assert.ok(index.byId('silentchat'));
		assert.equal(index.byId('deep'), undefined);
		assert.deepEqual(reports, []);
	});

	test('of all folders are the same, whichever was asked for first, and however they are spelled', async () => {
		const [a, b] = [catalogText('acme', 'ACME_A'), catalogText('acme', 'ACME_B')];
		for (const order of [
			['a/x.ts', 'b/x.ts'],
			['b/x.ts', 'a/x.ts'],
			['a/x.ts', '%62/x.ts'],
		]) {
			const spelled = order.includes('b/x.ts') ? 'b' : '%62';
			const { of, catalogs } = opened({ 'a/.api-errors/acme.json': a, [`${spelled}/.api-errors/acme.json`]: b });
			for (const path of order) await of(path);
			assert.equal((await catalogs.ofAll([])).byString('ACME_B').length, 1);
			const [, last] = await catalogs.reports();
			assert.match(decodeURIComponent(last?.uri ?? ''), /\/b\/\.api-errors/);
		}
	});

	test('of a folder that goes while they are read are forgotten', async () => {
		let isGone = false;
		const { of, catalogs } = opened(
			{ '.api-errors/acme.json': catalogText('acme', 'ACME_ONE') },
			{
				beforeRead() {
					if (!isGone) catalogs.forgetScopes();
					isGone = true;
				},
			},
		);
		await of('a.ts');
		assert.deepEqual(await catalogs.reports(), []);
		await of('a.ts');
		assert.equal((await catalogs.reports()).length, 1);
	});

	test('are those that come with us where there is none, at the cost of one look into each folder above', async () => {
		const { of, catalogs, reports, looks } = opened({ 'src/pages/a.ts': '', 'src/pages/b.ts': '' });
		const index = await of('src/pages/a.ts');
		assert.equal(index, catalogs.plain);
		assert.equal(await of('src/pages/b.ts'), index);
		assert.equal(await of('src/c.ts'), index);
		assert.deepEqual(looks.sort(), ['', 'src/', 'src/pages/']);
		assert.deepEqual(reports, []);
	});

	test('count for what is below their folder, the nearest most', async () => {
		const { of } = opened({
			'.api-errors/acme.json': catalogText('acme', 'ACME_OUTER'),
			'packages/a/.api-errors/acme.json': catalogText('acme', 'ACME_INNER'),
			'packages/a/.api-errors/own.json': catalogText('own', 'OWN_CODE'),
		});
		const [outside, inside, beside] = [
			await of('src/x.ts'),
			await of('packages/a/src/x.ts'),
			await of('packages/b/x.ts'),
		];
		assert.equal(outside, beside);
		assert.equal(outside.byString('ACME_OUTER').length, 1);
		assert.equal(outside.byId('own'), undefined);
		assert.equal(inside.byString('ACME_OUTER').length, 0);
		assert.equal(inside.byString('ACME_INNER').length, 1);
		assert.ok(inside.byId('own'));
	});

	test('stay the same object until one says something else', async () => {
		const { of, change } = opened({ '.api-errors/acme.json': catalogText('acme', 'ACME_KEY_OLD') });
		const first = await of('a.ts');
		assert.equal(change('src/a.ts', 'x'), false);
		assert.equal(await of('a.ts'), first);
		assert.equal(change('.api-errors/acme.json', catalogText('acme', 'ACME_KEY_OLD')), true);
		assert.equal(await of('a.ts'), first);
		change('.api-errors/acme.json', `\n${catalogText('acme', 'ACME_KEY_OLD').replaceAll(',', ' ,\n')}`);
		assert.equal(await of('a.ts'), first);
		change('.api-errors/acme.json', catalogText('acme', 'ACME_KEY_NEW'));
		const second = await of('a.ts');
		assert.notEqual(second, first);
		assert.equal(second.byString('ACME_KEY_OLD').length, 0);
		assert.equal(second.byString('ACME_KEY_NEW').length, 1);
	});

	test('stay the same for documents that a change does not concern', async () => {
		const { of, change } = opened({
			'a/.api-errors/acme.json': catalogText('acme', 'ACME_ONE'),
			'b/.api-errors/acme.json': catalogText('acme', 'ACME_TWO'),
		});
		const [one, other] = [await of('a/x.ts'), await of('b/x.ts')];
		change('b/.api-errors/acme.json', catalogText('acme', 'ACME_THREE'));
		assert.equal(await of('a/x.ts'), one);
		assert.notEqual(await of('b/x.ts'), other);
	});

	test('appear and go with their files, and with the folders around them', async () => {
		const { of, catalogs, change, move } = opened({});
		assert.equal(await of('src/a.ts'), catalogs.plain);
		assert.equal(change('.api-errors/acme.json', catalogText('acme', 'ACME_KEY_OLD')), true);
		assert.ok((await of('src/a.ts')).byId('acme'));
		assert.equal(move('.api-errors', 'src/.api-errors'), true);
		assert.ok((await of('src/a.ts')).byId('acme'));
		assert.equal(await of('a.ts'), catalogs.plain);
		assert.equal(move('src', 'lib'), true);
		assert.equal(await of('src/a.ts'), catalogs.plain);
		assert.ok((await of('lib/a.ts')).byId('acme'));
		change('lib/.api-errors/acme.json', undefined);
		assert.equal(await of('lib/a.ts'), catalogs.plain);
	});

	test('keep what a file said before while it is broken, and say so once in a sentence', async () => {
		const { of, change, reports } = opened({ '.api-errors/acme.json': catalogText('acme', 'ACME_KEY_OLD') });
		const first = await of('a.ts');
		change('.api-errors/acme.json', '{ "id": "acme", "entr');
		assert.equal(await of('a.ts'), first);
		assert.equal(await of('src/b.ts'), first);
		assert.equal(reports.length, 1);
		assert.match(reports[0] ?? '', /^\.api-errors\/acme\.json is no catalog, so what it said before stays in use: \S/);
		change('.api-errors/acme.json', catalogText('acme', 'ACME_KEY_NEW'));
		assert.ok((await of('a.ts')).byString('ACME_KEY_NEW')[0]);
		assert.equal(reports.length, 1);
	});

	test('lose only what is broken', async () => {
		const { of, reports } = opened({
			'.api-errors/a.json': 'no JSON',
			'.api-errors/b.json': '[]',
			'.api-errors/c.json': catalogText('acme', 'ACME_KEY_OLD'),
			'.api-errors/d.json':
				'{ "id": "deep", "entries": [{ "value": "DEEP_ONE", "title": "Deep", "description": "Deep." }, 1] }',
		});
		const index = await of('a.ts');
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
		const { of, problems } = opened({
			'.api-errors/a.json': catalogText('silentchat', 'OUR_OWN'),
			'.api-errors/b.json': catalogText('silentchat', 'OUR_OTHER'),
		});
		const values = (await of('a.ts')).byId('silentchat')?.entries.map(({ value }) => value);
		assert.deepEqual(values, ['OUR_OTHER']);
		assert.deepEqual(await problems(), {
			'.api-errors/a.json': ['same-id: "silentchat"'],
			'.api-errors/b.json': ['same-id: "silentchat"'],
		});
	});

	test('say nothing of an id that counts in one folder and not in another', async () => {
		const { of, problems } = opened({
			'.api-errors/acme.json': catalogText('acme', 'ACME_OUTER'),
			'a/.api-errors/acme.json': catalogText('acme', 'ACME_INNER'),
			'b/.api-errors/acme.json': catalogText('acme', 'ACME_OTHER'),
		});
		await Promise.all(['x.ts', 'a/x.ts', 'b/x.ts'].map((path) => of(path)));
		const found = await problems();
		assert.equal(found['.api-errors/acme.json'], undefined);
	});

	test('are the newest, however many changes come while they are read', async () => {
		const { of, change } = opened({ '.api-errors/acme.json': catalogText('acme', 'ACME_KEY_1') });
		const early = of('a.ts');
		change('.api-errors/acme.json', catalogText('acme', 'ACME_KEY_2'));
		const late = of('a.ts');
		await early;
		assert.ok((await late).byString('ACME_KEY_2')[0]);
		assert.equal(await of('a.ts'), await late);
	});

	test('are read once where they are asked for twice at once', async () => {
		const { of, looks, reads } = opened({ '.api-errors/acme.json': catalogText('acme', 'ACME_KEY_OLD') });
		const [one, other] = await Promise.all([of('a.ts'), of('b.ts')]);
		assert.equal(one, other);
		assert.deepEqual(looks.sort(), ['', '.api-errors/']);
		assert.deepEqual(reads, ['.api-errors/acme.json']);
	});
});

suite('folders of a workspace', () => {
	test('one in another: what the outer has counts in the inner, however often either is there', async () => {
		const { of } = opened({
			'.api-errors/acme.json': catalogText('acme', 'ACME_OUTER'),
			'packages/a/.api-errors/own.json': catalogText('own', 'OWN_CODE'),
		});
		const folders = [`${folder}/packages/a`, folder, `${folder}/`, `${folder}/packages/a/`];
		const index = await of('packages/a/src/x.ts', { folders });
		assert.deepEqual([...index.ofFolder].map(({ id }) => id).sort(), ['acme', 'own']);
		assert.equal(await of('packages/a/src/x.ts'), index);
	});

	test('two with the same id have each its own', async () => {
		const { of, catalogs } = opened({
			'a/.api-errors/acme.json': catalogText('acme', 'ACME_ONE'),
			'b/.api-errors/acme.json': catalogText('acme', 'ACME_TWO'),
		});
		const folders = [`${folder}/a`, `${folder}/b`];
		assert.equal((await of('a/x.ts', { folders })).byString('ACME_TWO').length, 0);
		assert.equal((await of('b/x.ts', { folders })).byString('ACME_TWO').length, 1);
		const all = await catalogs.ofAll(folders.map((one) => ({ uri: `${one}/a`, folders, named: [] })));
		assert.equal(all.byId('acme')?.entries.length, 1);
	});

	test('what is in none of them has what comes with us, and what has no path belongs to the first', async () => {
		const { catalogs } = opened({ '.api-errors/acme.json': catalogText('acme', 'ACME_ONE') });
		const at = (uri: string, folders = [folder]) => catalogs.of({ uri, folders, named: [] });
		assert.equal(await at('file:///home/other/a.ts'), catalogs.plain);
		assert.equal(await at(`${folder}ping/a.ts`), catalogs.plain);
		assert.equal(await at('untitled:Untitled-1', []), catalogs.plain);
		assert.ok((await at('untitled:Untitled-1')).byId('acme'));
	});
});

suite('what is no catalog', () => {
	test('a file called .api-errors, and a folder called like a catalog', async () => {
		const { of, catalogs, reports } = opened({
			'.api-errors': 'a file',
			'src/.api-errors/acme.json/deep.json': catalogText('acme', 'ACME_ONE'),
		});
		assert.equal(await of('src/a.ts'), catalogs.plain);
		assert.deepEqual(reports, []);
	});

	test('a file that goes before it is read', async () => {
		const texts: Record<string, string> = { '.api-errors/acme.json': catalogText('acme', 'ACME_ONE') };
		const { of, catalogs, reports } = opened(texts, { beforeRead: () => delete texts['.api-errors/acme.json'] });
		assert.equal(await of('a.ts'), catalogs.plain);
		assert.deepEqual(reports, []);
	});

	test('a file that cannot be read is told of, and what it said before stays in use', async () => {
		let isLocked = false;
		const { of, change, reports, problems } = opened(
			{ '.api-errors/acme.json': catalogText('acme', 'ACME_ONE') },
			{ beforeRead: () => isLocked && assert.fail('Nobody may read this.') },
		);
		const first = await of('a.ts');
		isLocked = true;
		change('.api-errors/acme.json', 'whatever');
		assert.equal(await of('a.ts'), first);
		assert.match(reports.join('\n'), /^\.api-errors\/acme\.json .*stays in use: .*Nobody may read this\.$/);
		assert.deepEqual(Object.keys(await problems()), ['.api-errors/acme.json']);
		isLocked = false;
		change('.api-errors/acme.json', catalogText('acme', 'ACME_TWO'));
		assert.equal((await of('a.ts')).byString('ACME_TWO').length, 1);
		assert.deepEqual(await problems(), {});
	});

	test('a file of 50 MB is refused with the limit', async () => {
		const { of, catalogs, reports } = opened({ '.api-errors/acme.json': `{ "id": "${'x'.repeat(50_000_000)}" }` });
		assert.equal(await of('a.ts'), catalogs.plain);
		assert.match(reports.join('\n'), /^\.api-errors\/acme\.json is no catalog, .*larger than 10 MB/);
	});

	test('more files than anybody has in one folder', async () => {
		const names = Array.from({ length: 250 }, (_, index) => `c${index}`);
		const { of, reports } = opened(
			Object.fromEntries(names.map((name) => [`.api-errors/${name}.json`, catalogText(name, 'SHARED_CODE')])),
		);
		assert.equal((await of('a.ts')).ofFolder.size, 200);
		assert.match(reports.join('\n'), /more than 200 catalogs/);
	});
});
