import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzed, newAnalyzer, noContext } from '../../../../test/support/analyzed.ts';
import { builtinCatalogs } from '../../catalog/builtin/index.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { buildCatalogIndex } from '../../catalog/catalog-index.ts';
import { occurrenceAt } from '../occurrence-at.ts';

function catalogOf(id: string, envelope: string, values: readonly string[]): Catalog {
	const evidence = { packages: [id, `${id}-client`], hosts: [`api.${id}.example`] };
	const entry = { kind: 'code', description: '', required: false, retry: 'never' } as const;
	const entries = values.map((value) => ({ ...entry, value, title: value }));
	return { id, name: id, evidence, envelope: { code: envelope }, entries };
}

const acme = catalogOf('acme', 'error.code', [
	'ACME_KEY_OLD',
	'acme/no-such-user',
	'quota_used_up',
	'NOT_FOUND',
	'gone',
]);
const reasons = {
	...catalogOf('acme-reasons', 'error.decline_reason', ['quota_used_up', 'no_money']),
	evidence: acme.evidence,
};
const other = catalogOf('other', 'error.message', ['EMAIL_IN_USE', 'ACME_KEY_OLD']);

const known = buildCatalogIndex([...builtinCatalogs, acme]);
const brought = buildCatalogIndex(builtinCatalogs, [acme, reasons, other]);

/** The APIs whose code the last string in the source is, and how sure that is. */
async function meantBy(source: string, catalogs = brought): Promise<readonly string[]> {
	const analysis = await analyzed(source, 'typescript', { ...noContext, catalogs });
	const strings = [
		...source.matchAll(/'(?:ACME_KEY_OLD|acme\/no-such-user|quota_used_up|NOT_FOUND|gone|EMAIL_IN_USE|no_money)'/g),
	];
	const found = occurrenceAt(analysis, (strings.at(-1)?.index ?? -1) + 1);
	return found?.occurrence.meanings.map(({ catalog, step }) => `${catalog.id} ${step}`) ?? [];
}

function all(sources: readonly string[], expected: readonly string[], catalogs = brought): void {
	for (const source of sources) test(source, async () => assert.deepEqual(await meantBy(source, catalogs), expected));
}

suite('a code that is written like nothing else', () => {
	suite('is meant wherever it stands', () => {
		all(
			[
				"if (error.code === 'acme/no-such-user') stop();",
				"const list = ['acme/no-such-user'];",
				"save('acme/no-such-user');",
				"type Failure = 'acme/no-such-user' | 'x';",
				"expect(spy).toHaveBeenCalledWith(texts['acme/no-such-user']);",
				"await expect(load()).rejects.toThrow('acme/no-such-user');",
				"it.each(['acme/no-such-user', 'x'])('%s', check);",
			],
			['acme none'],
			known,
		);
	});

	suite('but not in text for people', () => {
		all(
			[
				"test('ACME_KEY_OLD', () => {});",
				"it.skip('ACME_KEY_OLD', () => {});",
				"test.serial('ACME_KEY_OLD', run);",
				"logger.warn('ACME_KEY_OLD');",
				"showError('ACME_KEY_OLD');",
				"t('ACME_KEY_OLD');",
				"throw new Error('ACME_KEY_OLD');",
				"const cases = [{ name: 'ACME_KEY_OLD', code: 1 }];",
				"const view = { title: 'ACME_KEY_OLD' };",
				"if (error.message === 'ACME_KEY_OLD') stop();",
				"const text = 'ACME_KEY_OLD' + detail;",
				"import x from 'ACME_KEY_OLD';",
			],
			[],
			known,
		);
	});

	test('is nobody’s where two APIs have it and nothing shows which', async () => {
		const both = buildCatalogIndex([...builtinCatalogs, acme, other]);
		assert.deepEqual(await meantBy("if (error.code === 'ACME_KEY_OLD') stop();", both), []);
	});
});

suite('words that may be anything', () => {
	suite('are codes where the place says so', () => {
		const places = [
			"if (error.code === 'quota_used_up') stop();",
			"if ('quota_used_up' === body.error.code) stop();",
			"if ((error as any)?.code === 'quota_used_up') stop();",
			"return error && error.code === 'quota_used_up';",
			"switch (result.errorCode) { case 'quota_used_up': stop(); }",
			"if (['quota_used_up', 'x'].includes(error.code)) stop();",
			"const RETRYABLE_CODES = new Set(['quota_used_up', 'x']);",
			"const failure = { code: 'quota_used_up', message: 'x' };",
			"error.code = 'quota_used_up';",
			"class Failure { code = 'quota_used_up'; }",
			"enum LoadError { First = 'quota_used_up' }",
			"const errorMessages = { 'quota_used_up': 'You have used it all.' };",
			"const text = errorMessages['quota_used_up'];",
			"assert.equal(error.code, 'quota_used_up');",
			"expect(error.code).not.toBe('quota_used_up');",
			"match(error.code).with('x', one).with('quota_used_up', two);",
			"if (isRetryableError('quota_used_up')) stop();",
			"function codeOf() { return 'quota_used_up'; }",
			"if (error.raw.type === 'quota_used_up') stop();",
			"['x', 'quota_used_up'].forEach((code) => add(code));",
			"const lastError = { type: 'quota_used_up' };",
			"throw new ShopError({ type: 'quota_used_up' });",
			"const tags = { 'error.code': 'quota_used_up' };",
		];
		all(places, ['acme none'], known);
	});

	suite('are codes as the keys of a table of texts that has no name', () => {
		all(
			[
				"function getMessages() { return { ACME_KEY_OLD: 'Old.', 'acme/no-such-user': 'Who?', 'quota_used_up': 'Used.' }; }",
				"filter('texts', { 'ACME_KEY_OLD': 'Old.', 'acme/no-such-user': 'Who?', 'quota_used_up': 'Used.' });",
				"filter('texts', { 'ACME_KEY_OLD': t('Old.'), 'acme/no-such-user': t('Who?'), 'gone': t('Gone.') });",
			],
			['acme file'],
			known,
		);
	});

	suite('and not where it says something else, or nothing', () => {
		all(
			[
				"if (user.status === 'quota_used_up') stop();",
				"const state = 'quota_used_up';",
				"cache.get('quota_used_up');",
				"if (settings['quota_used_up']) stop();",
				"const options = { 'quota_used_up': true };",
				"save('quota_used_up');",
				"const reservedNames = ['a', 'b', 'quota_used_up'];",
				"type View = 'list' | 'quota_used_up';",
				"const error = { field: 'quota_used_up' };",
				"throw new ShopError({ field: 'quota_used_up' });",
				"markFailure(id, { reason: 'quota_used_up' });",
				"if (country.code === 'quota_used_up') stop();",
				"if (exitCode === 'quota_used_up') stop();",
			],
			[],
			known,
		);
	});

	test('are codes in a file that speaks of the API, unless what stands beside them is something else', async () => {
		const file = "import acme from 'acme';\n";
		assert.deepEqual(await meantBy(`${file}save('quota_used_up');`, known), ['acme file']);
		assert.deepEqual(await meantBy(`${file}switch (x) { case 'a': save('quota_used_up'); }`, known), ['acme file']);
		assert.deepEqual(await meantBy(`${file}const words = ['a', 'b', 'quota_used_up'];`, known), []);
	});

	test('are codes in the company of codes', async () => {
		assert.deepEqual(await meantBy("switch (x) { case 'ACME_KEY_OLD': case 'quota_used_up': stop(); }", known), [
			'acme file',
		]);
		assert.deepEqual(await meantBy("switch (x) { case 'a': case 'b': case 'quota_used_up': stop(); }", known), []);
		assert.deepEqual(await meantBy("const some = ['NOT_FOUND', 'ACME_KEY_OLD', 'quota_used_up'];", known), [
			'acme file',
		]);
	});
});

suite('what everybody says', () => {
	suite('needs a place that says so, and something that speaks for the API', () => {
		all(["if (error.code === 'NOT_FOUND') stop();", "const failure = { code: 'gone' };"], [], known);
		test('a catalog that the folder brings', async () => {
			assert.deepEqual(await meantBy("if (error.code === 'gone') stop();"), ['acme workspace']);
		});
		test('a name after it', async () => {
			assert.deepEqual(await meantBy("throw new AcmeError({ code: 'gone' });", known), ['acme workspace']);
			assert.deepEqual(await meantBy("throw new AcmeError('gone');", known), ['acme workspace']);
		});
		test('an import of a file that is called after it', async () => {
			const source = "import { api } from '../../acme/api';\nif (error.code === 'gone') stop();";
			assert.deepEqual(await meantBy(source, known), ['acme workspace']);
		});
	});

	test('follows an import that comes while one writes', async () => {
		const analyzer = newAnalyzer();
		const text = "const a = 1;\nexport function load() {\n\tif (error.code === 'gone') stop();\n}\n";
		const context = { ...noContext, catalogs: known };
		const read = async (version: number, written: string) => {
			const document = TextDocument.create('test:///a.ts', 'typescript', version, written);
			const analysis = await analyzer.analyze(document, context);
			return analysis && occurrenceAt(analysis, written.indexOf("'gone'") + 1);
		};
		assert.equal(await read(1, text), undefined);
		assert.ok(await read(2, text.replace('const a = 1;', "import a from '../acme/a';")));
	});

	suite('is somebody else’s word in a place that says nothing, or in an error of its own', () => {
		all(
			[
				"if (license.status === 'gone') stop();",
				"const states = ['here', 'gone'];",
				"save('gone');",
				"throw new ShopError('gone');",
				"throw new Error('NOT_FOUND');",
				"const LICENSE_STATE = { NOT_FOUND: 'NOT_FOUND', ACTIVE: 'ACTIVE' };",
				"const schema = { status: z.enum(['ACTIVE', 'NOT_FOUND']) };",
				"match(license.status).with('gone', one);",
				"'gone' in result;",
				"this.handleError(error, 'gone');",
			],
			[],
		);
	});
});

suite('codes that begin with a digit', () => {
	const sql = catalogOf('sql', 'code', ['23P99', '23599']);
	const named = { ...sql, entries: sql.entries.map((one) => ({ ...one, otherNames: [`unique_${one.value}`] })) };
	const digits = buildCatalogIndex(builtinCatalogs, [named]);

	test('are codes where the place says so', async () => {
		for (const code of sql.entries.map(({ value }) => value)) {
			const analysis = await analyzed(`const isTaken = (error: any) => error?.code === '${code}';\n`, 'typescript', {
				...noContext,
				catalogs: digits,
			});
			assert.ok(occurrenceAt(analysis, analysis.document.getText().indexOf("'") + 1), `${code}`);
		}
	});

	test('are codes under the name that the API has for them', async () => {
		const isShown = async (name: string) => {
			const source = `export const ${name} = '23599';\n`;
			const analysis = await analyzed(source, 'typescript', { ...noContext, catalogs: digits });
			return occurrenceAt(analysis, source.indexOf("'") + 1) !== undefined;
		};
		assert.ok(await isShown('PG_UNIQUE_23599'));
		assert.ok(!(await isShown('POSTAL')));
	});
});

suite('of several catalogs', () => {
	test('those of one API stand together', async () => {
		const both = buildCatalogIndex([...builtinCatalogs, acme, reasons]);
		assert.deepEqual(await meantBy("const knownErrors = ['quota_used_up'];", both), ['acme none', 'acme-reasons none']);
	});

	test('the one is meant whose envelope the place names', async () => {
		assert.deepEqual(await meantBy("if (error.decline_reason === 'quota_used_up') stop();"), [
			'acme-reasons workspace',
		]);
		assert.deepEqual(await meantBy("if (error.code === 'quota_used_up') stop();"), ['acme workspace']);
	});

	test('a path of the envelope says code, even where it ends in a message', async () => {
		assert.deepEqual(await meantBy("if (body.error.message === 'EMAIL_IN_USE') stop();"), ['other workspace']);
		assert.deepEqual(await meantBy("if (body.message === 'EMAIL_IN_USE') stop();"), []);
	});
});

test('a name that holds a word is a code only where the name says so', async () => {
	const namesIn = async (source: string): Promise<readonly (string | undefined)[]> => {
		const { blocks } = await analyzed(source, 'typescript', { ...noContext, catalogs: brought });
		return blocks.flatMap(({ occurrences }) => occurrences.flatMap(({ name }) => name ?? []));
	};
	assert.deepEqual(await namesIn("const rule = { type: 'gone', name: 'gone' };"), []);
	assert.deepEqual(await namesIn("enum Column { Used = 'quota_used_up' }\nshow(Column.Used);"), []);
	assert.deepEqual(await namesIn("enum ErrorCode { Gone = 'gone' }"), ['ErrorCode.Gone']);
	assert.deepEqual(await namesIn("const goneCode = 'gone';"), ['goneCode']);
	assert.deepEqual(await namesIn("const oldKey = 'ACME_KEY_OLD';"), ['oldKey']);
	const told = '// api-errors: acme\n';
	assert.deepEqual(await namesIn(`${told}enum Column { Used = 'quota_used_up' }`), ['Column.Used']);
	assert.deepEqual(await namesIn(`${told}const column = { name: 'quota_used_up' };`), []);
});

test('a short number is no code because the folder has a catalog with it', async () => {
	const entry = { kind: 'code', title: '', description: '', required: false, retry: 'never' } as const;
	const entries = [403, 250, 10_008].map((value) => ({ ...entry, value }));
	const mail: Catalog = { id: 'mail', name: 'Mail', evidence: { packages: ['mail'], hosts: [] }, entries };
	const catalogs = buildCatalogIndex(builtinCatalogs, [mail]);
	const apisIn = async (source: string): Promise<readonly string[]> => {
		const { blocks } = await analyzed(source, 'typescript', { ...noContext, catalogs });
		return blocks.flatMap(({ occurrences }) => occurrences.flatMap(({ meanings: [first] }) => first?.catalog.id ?? []));
	};
	assert.deepEqual(await apisIn('if (response.statusCode === 403) f();'), ['http']);
	assert.deepEqual(await apisIn('if (error.code === 250) f();'), []);
	const imported = "import mail from 'mail';\n";
	assert.deepEqual(await apisIn(`${imported}if (error.code === 250) f();`), ['mail']);
	assert.deepEqual(await apisIn(`${imported}if (channel.type === 250) f();`), []);
});
