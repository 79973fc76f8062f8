import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { catalogText, folder, opened } from '../../../../test/support/opened-catalogs.ts';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';

const idsIn = ({ ofFolder }: CatalogIndex) => [...ofFolder].map(({ id }) => id);

function manifest(fields: object): string {
	return JSON.stringify({ name: 'it', ...fields });
}

const shop = {
	'package.json': manifest({
		dependencies: { acme: '1', '@soap/errors': '^2', plain: '*', missing: '1' },
		devDependencies: { tool: '1' },
	}),
	'node_modules/acme/package.json': manifest({ apiErrors: './errors/acme.json' }),
	'node_modules/acme/errors/acme.json': catalogText('acme', 'ACME'),
	'node_modules/@soap/errors/package.json': manifest({ apiErrors: ['one.yaml', 'two.yml'] }),
	'node_modules/@soap/errors/one.yaml': 'id: soap-one\nentries: []\n',
	'node_modules/@soap/errors/two.yml': 'id: soap-two\nentries: []\n',
	'node_modules/plain/package.json': manifest({}),
	'node_modules/plain/.api-errors/plain.json': catalogText('plain', 'PLAIN'),
	'node_modules/other/package.json': manifest({ apiErrors: 'other.json' }),
	'node_modules/other/other.json': catalogText('other', 'OTHER'),
	'node_modules/tool/package.json': manifest({ apiErrors: 'tool.json' }),
	'node_modules/tool/tool.json': catalogText('tool', 'TOOL'),
};

suite('packages that a manifest depends on', () => {
	test('bring their catalogs, and no others do', async () => {
		const { of, reports } = opened({ ...shop });
		assert.deepEqual(idsIn(await of('src/a.ts')), ['acme', 'soap-one', 'soap-two', 'tool']);
		assert.deepEqual(reports, []);
	});

	test('show their APIs by their names', async () => {
		const index = await opened({ ...shop }).of('src/a.ts');
		assert.deepEqual(
			index.byPackage('acme').map(({ id }) => id),
			['acme'],
		);
		assert.deepEqual(
			index.byPackage('@soap/errors').map(({ id }) => id),
			['soap-one', 'soap-two'],
		);
	});

	test('are outweighed by what the user has', async () => {
		const { of } = opened({ ...shop, '.api-errors/acme.json': catalogText('acme', 'OURS') });
		const index = await of('src/a.ts');
		assert.deepEqual(
			index.byId('acme')?.entries.map(({ value }) => value),
			['OURS'],
		);
	});

	test('are sought in the folders above, the nearest first', async () => {
		const { of } = opened({
			'packages/a/package.json': manifest({ peerDependencies: { acme: '1' }, optionalDependencies: { soap: '1' } }),
			'packages/a/node_modules/acme/package.json': manifest({ apiErrors: 'near.json' }),
			'packages/a/node_modules/acme/near.json': catalogText('near', 'NEAR'),
			'node_modules/acme/package.json': manifest({ apiErrors: 'far.json' }),
			'node_modules/acme/far.json': catalogText('far', 'FAR'),
			'node_modules/soap/package.json': manifest({ apiErrors: 'soap.json' }),
			'node_modules/soap/soap.json': catalogText('soap', 'SOAP'),
		});
		assert.deepEqual(idsIn(await of('packages/a/src/x.ts')), ['near', 'soap']);
		const inside = await of('packages/a/src/x.ts', { folders: [`${folder}/packages/a`] });
		assert.deepEqual(idsIn(inside), ['near', 'soap'], 'also above the folder of the workspace');
		assert.deepEqual(idsIn(await of('packages/b/x.ts')), []);
	});

	test('stay inside of themselves, and are data', async () => {
		const { of, reads, reports } = opened({
			'package.json': manifest({
				dependencies: { acme: '1', '../evil': '1', '@x/../../y': '1', '.hidden': '1', a: 1 },
			}),
			'node_modules/acme/package.json': manifest({
				apiErrors: ['../other/x.json', '/etc/passwd', 'https://acme.example/x.json', 'run.js', 7, 'own.json'],
			}),
			'node_modules/acme/own.json': JSON.stringify({ id: 'own', extends: '../other/x.json', entries: [] }),
			'node_modules/other/x.json': catalogText('x', 'X'),
			secret: '',
		});
		assert.deepEqual(idsIn(await of('a.ts')), ['own']);
		assert.ok(
			reads.every((path) => !/other|evil|hidden|\.\.|run\.js|passwd/.test(path)),
			reads.join(),
		);
		assert.equal(reports.filter((one) => one.startsWith('The package acme')).length, 5);
	});

	test('of any form are no fault', async () => {
		for (const text of ['', '[]', '{', '{"dependencies": []}', '{"dependencies": {"acme": {}}}', '"apiErrors"']) {
			const { of, catalogs } = opened({
				'package.json': text,
				'node_modules/acme/package.json': text,
			});
			assert.equal(await of('a.ts'), catalogs.plain);
		}
	});

	test('are looked at up to a limit', async () => {
		const names = Array.from({ length: 2_500 }, (_, index) => `p${index}`);
		const { of, reads } = opened({
			'package.json': manifest({ dependencies: Object.fromEntries(names.map((name) => [name, '1'])) }),
			'node_modules/p0/package.json': '{}',
		});
		await of('a.ts');
		assert.equal(reads.filter((path) => path.startsWith('node_modules/')).length, 2_000);
	});

	test('are looked at once for all documents, and again when others are installed', async () => {
		const texts = { ...shop };
		const { of, reads, change } = opened(texts);
		const first = await of('src/a.ts');
		const read = reads.length;
		assert.equal(await of('src/deep/b.ts'), first);
		assert.equal(reads.length, read);
		texts['node_modules/acme/errors/acme.json'] = catalogText('acme', 'NEWER');
		assert.equal(change('node_modules/acme/package.json', manifest({ apiErrors: 'errors/acme.json' })), false);
		assert.equal(change('package-lock.json', '{}'), true);
		assert.equal((await of('src/a.ts')).byString('NEWER').length, 1);
		assert.equal(change('package.json', manifest({ dependencies: { tool: '1' } })), true);
		assert.deepEqual(idsIn(await of('src/a.ts')), ['tool']);
		assert.equal(change('package.json', undefined), true);
		assert.deepEqual(idsIn(await of('src/a.ts')), []);
	});

	test('are not waited for longer than is felt', async () => {
		const { of, catalogs, lates } = opened(
			{ ...shop, '.api-errors/own.json': catalogText('own', 'OWN') },
			{ patience: 0, beforeRead: (path) => (path.startsWith('node_modules/') ? slow() : undefined) },
		);
		assert.deepEqual(idsIn(await of('src/a.ts')), ['own']);
		while (lates() === 0) await slow();
		assert.deepEqual(idsIn(await of('src/a.ts')), ['acme', 'soap-one', 'soap-two', 'tool', 'own']);
		catalogs.recheck();
		await of('src/a.ts');
		while ((await of('src/a.ts')).ofFolder.size < 5) await slow();
		assert.equal(lates(), 1);
	});
});

function slow(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
