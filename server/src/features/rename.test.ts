import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyzed, noContext } from '../../../test/support/analyzed.ts';
import { readCursor } from '../../../test/support/marked-source.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { renameRefusal } from './rename.ts';

const acme: Catalog = {
	id: 'acme',
	name: 'Acme',
	evidence: { packages: [], hosts: [] },
	entries: [
		{
			kind: 'code',
			value: 'ACME_KEY_OLD',
			title: 'Old key',
			description: 'The key is too old.',
			required: false,
			origins: [{ source: 'test:///project/.api-errors/acme.json', path: ['entries', 0], fields: ['title'] }],
		},
	],
};
const catalogs = buildCatalogIndex(builtinCatalogs, [acme]);

async function refusal(source: string): Promise<string | undefined> {
	const { text, offset } = readCursor(source);
	return renameRefusal(await analyzed(text, 'typescript', { ...noContext, catalogs }), offset);
}

describe('renaming is refused', () => {
	const cases: readonly (readonly [title: string, source: string, says: string])[] = [
		[
			'for a code, which is what the API sends',
			"// api-errors: silentchat\nif (error.code === 'RATE_█LIMITED') wait();",
			'RATE_LIMITED is what SilentChat sends; renaming it here would not change the API. Give it to a constant, whose name is yours to choose.',
		],
		[
			'for the literal of a constant, which may be renamed instead',
			"// api-errors: silentchat\nenum Code { Limited = 'RATE_█LIMITED' }",
			'RATE_LIMITED is what SilentChat sends; renaming it here would not change the API. Rename the constant Code.Limited, which holds it, instead.',
		],
		[
			'for a code of a catalog of the user, which has to follow the API',
			"// api-errors: acme\nif (error.code === 'ACME_█KEY_OLD') wait();",
			'ACME_KEY_OLD is what Acme sends; renaming it here would not change the API. Give it to a constant, whose name is yours to choose. If Acme has renamed it, edit its catalog.',
		],
		[
			'for a status',
			'if (response.status === 4█04) stop();',
			'404 is an HTTP status; it cannot be renamed. Give it to a constant, whose name is yours to choose.',
		],
	];
	for (const [title, source, says] of cases) test(title, async () => assert.equal(await refusal(source), says));
});

describe('renaming is left to the language', () => {
	const cases: readonly (readonly [title: string, source: string])[] = [
		['of a constant', "// api-errors: silentchat\nenum Code { Lim█ited = 'RATE_LIMITED' }"],
		['of a variable', "// api-errors: silentchat\nconst err█or = f();\nif (error.code === 'RATE_LIMITED') wait();"],
		['of a string that is no code', "// api-errors: silentchat\nlog('RATE_█LIMITED: wait');"],
	];
	for (const [title, source] of cases) test(title, async () => assert.equal(await refusal(source), undefined));
});
