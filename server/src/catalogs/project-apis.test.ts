import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { catalogText, opened } from '../../../test/support/opened-catalogs.ts';

suite('an API that a project’s file names', () => {
	test('has to be one that is known below the folder of which it speaks', async () => {
		const apis = [
			...['silentchat', 'acme', 'none', 'silentcht', 'gone'],
			{ files: 'a/**', apis: ['inner', 'acme'] },
			{ files: 'b/**', apis: ['inner'] },
			{ files: '**/c/**', apis: ['deep', 'chatnes'] },
		];
		const { of, problems } = opened({
			'api-errors.json': JSON.stringify({ apis }),
			'.api-errors/acme.json': catalogText('acme', 'ACME'),
			'a/.api-errors/inner.json': catalogText('inner', 'INNER'),
		});
		await of('x.ts');
		assert.deepEqual(await problems(), {
			'api-errors.json': ['"silentcht"', '"gone"', '"inner"', '"chatnes"'].map((id) => `unknown-api: ${id}`),
		});
	});

	test('is known once there is a catalog of it', async () => {
		const { catalogs, of, change, problems } = opened({ 'api-errors.json': '{ "apis": ["acme"] }' });
		await of('x.ts');
		assert.deepEqual(await problems(), { 'api-errors.json': ['unknown-api: "acme"'] });
		const [report] = await catalogs.reports();
		assert.match(report?.problems[0]?.message ?? '', /^There is no catalog "acme" here\. There are .*silentchat/);
		change('.api-errors/acme.json', catalogText('acme', 'ACME'));
		assert.deepEqual(await problems(), {});
	});
});
