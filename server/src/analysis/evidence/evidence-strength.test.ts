import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzed, noContext } from '../../../../test/support/analyzed.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { buildCatalogIndex } from '../../catalog/catalog-index.ts';

const entry = { kind: 'code', description: '', retry: 'never' } as const;
const acme: Catalog = {
	id: 'acme',
	name: 'Acme',
	evidence: { packages: ['acme'], hosts: [] },
	entries: [
		{ ...entry, value: 'ACME_KEY_OLD', title: 'Old', required: true },
		{ ...entry, value: 'ACME_USED_UP', title: 'Used up', required: false },
		{ ...entry, value: 'ACME_SHUT', title: 'Shut', required: false },
	],
};

const source =
	"import acme from 'acme';\nswitch (error.code) { case 'ACME_USED_UP': one(); break; case 'ACME_SHUT': two(); break; }";

async function silenceWith(catalog: Catalog): Promise<string | undefined> {
	const { blocks } = await analyzed(source, 'typescript', { ...noContext, catalogs: buildCatalogIndex([catalog]) });
	const dispatch = blocks.flatMap(({ dispatches }) => dispatches)[0];
	assert.ok(dispatch);
	return dispatch.silence;
}

test('a catalog that could be read only in part is no ground for a warning', async () => {
	assert.equal(await silenceWith(acme), undefined);
	assert.equal(await silenceWith({ ...acme, hasProblems: true }), 'the catalog of Acme has problems');
});

test('outcomes of which some are codes are whatever their author says they are', async () => {
	const catalogs = buildCatalogIndex([acme]);
	const silenceOver = async (subject: string, label: string): Promise<string | undefined> => {
		const labels = ['ACME_USED_UP', 'ACME_SHUT', label].map((one) => `case '${one}': show(); break;`);
		const code = `import acme from 'acme';\nswitch (${subject}) { ${labels.join(' ')} }`;
		const { blocks } = await analyzed(code, 'typescript', { ...noContext, catalogs });
		return blocks.flatMap(({ dispatches }) => dispatches)[0]?.silence;
	};
	const told = 'some labels are none of Acme, and what is looked at is no error';
	assert.equal(await silenceOver('result.type', 'success'), told);
	assert.equal(await silenceOver('outcome.kind', 'success'), told);
	assert.equal(await silenceOver('result.type', 'ACME_SHUT'), undefined);
	assert.equal(await silenceOver('error.type', 'success'), undefined);
	assert.equal(await silenceOver('result.code', 'success'), undefined);
});

test('an import may say before the package that it is one', async () => {
	const catalogs = buildCatalogIndex([acme]);
	const isShownBy = async (module: string): Promise<boolean> => {
		const code = source.replace("'acme'", `'${module}'`).replace(/ break; case 'ACME_SHUT': two\(\);/, '');
		const { blocks } = await analyzed(code, 'typescript', { ...noContext, catalogs });
		return blocks.flatMap(({ dispatches }) => dispatches).some(({ step }) => step === 'file');
	};
	for (const module of ['acme', 'npm:acme', 'package:acme/acme.dart']) assert.ok(await isShownBy(module), module);
	for (const module of ['file:acme', 'other', 'npm:other/acme']) assert.ok(!(await isShownBy(module)), module);
});
