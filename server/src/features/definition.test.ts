import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyzed, noContext } from '../../../test/support/analyzed.ts';
import { readCursor } from '../../../test/support/marked-source.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { definedAt } from './definition.ts';

/** What stands at the cursor, and whose entries define it: `'GONE' is silentchat GONE`. */
async function defined(source: string, languageId?: string, context = noContext): Promise<string | undefined> {
	const { text, offset } = readCursor(source);
	const analysis = await analyzed(text, languageId, context);
	const found = definedAt(analysis, offset);
	if (!found) return undefined;
	const entries = found.entries.map(({ catalog, entry }) => `${catalog.id} ${entry.value}`);
	return `${text.slice(found.span.start, found.span.end)} is ${entries.join(' or ')}`;
}

describe('what defines a place', () => {
	const told = '// api-errors: silentchat\n';
	const cases: readonly (readonly [title: string, source: string, expected: string | undefined])[] = [
		[
			'a label',
			`${told}switch (error.code) { case 'RATE_█LIMITED': wait(); }`,
			"'RATE_LIMITED' is silentchat RATE_LIMITED",
		],
		[
			'a key of a table',
			`${told}const messages = { RATE_█LIMITED: 'Wait', CONFLICT: 'Again' };\nshow(messages[error.code]);`,
			'RATE_LIMITED is silentchat RATE_LIMITED',
		],
		[
			'the literal of a constant',
			`${told}const limited = 'RATE_LIMITED█';`,
			"'RATE_LIMITED' is silentchat RATE_LIMITED",
		],
		['a status of HTTP', 'if (response.status === 4█04) stop();', '404 is http 404'],
		['a status of an API', `// api-errors: chatness\nif (response.status === 4█28) stop();`, '428 is chatness 428'],
		[
			'a constant where it is declared',
			`${told}enum Code { Lim█ited = 'RATE_LIMITED' }`,
			'Limited is silentchat RATE_LIMITED',
		],
		[
			'a name that nothing brings',
			`${told}if (error.code === ErrorCode.RATE_█LIMITED) wait();`,
			'ErrorCode.RATE_LIMITED is silentchat RATE_LIMITED',
		],
		['a word', `${told}swi█tch (error.code) { case 'RATE_LIMITED': wait(); }`, undefined],
	];
	for (const [title, source, expected] of cases)
		test(`${title}: ${expected}`, async () => assert.equal(await defined(source), expected));

	test('where several APIs fit equally well: the entries of all', async () => {
		const [one, other] = ['one', 'other'].map((id): Catalog => {
			const entry = { value: 'KEY_TOO_OLD', title: 'Too old', description: '', required: false };
			return { id, name: id, evidence: { packages: [], hosts: [] }, entries: [{ kind: 'code', ...entry }] };
		});
		assert.ok(one && other);
		const catalogs = buildCatalogIndex(builtinCatalogs, [one, other]);
		const source = "// api-errors: one, other\nif (error.code === 'KEY_█TOO_OLD') renew();";
		assert.equal(
			await defined(source, 'typescript', { ...noContext, catalogs }),
			"'KEY_TOO_OLD' is one KEY_TOO_OLD or other KEY_TOO_OLD",
		);
	});
});

describe('names that their language leads from', () => {
	const cases: readonly (readonly [title: string, source: string, languageId?: string])[] = [
		[
			'a constant of the file',
			"// api-errors: silentchat\nconst Code = { Limited: 'RATE_LIMITED' } as const;\nif (error.code === Code.Lim█ited) wait();",
		],
		[
			'a name that is imported',
			"import { StatusCodes } from 'http-status-codes';\nif (response.status === StatusCodes.TOO_█MANY_REQUESTS) wait();",
		],
		[
			'a name of a package',
			'package a\nimport "net/http"\nfunc f(r *http.Response) { if r.StatusCode == http.StatusTooMany█Requests { g() } }',
			'go',
		],
		[
			'a name out of a namespace',
			'using System.Net;\nclass A { void F(HttpResponseMessage r) { if (r.StatusCode == HttpStatusCode.TooMany█Requests) X(); } }',
			'csharp',
		],
	];
	for (const [title, source, languageId] of cases)
		test(title, async () => assert.equal(await defined(source, languageId), undefined));
});

test('a symbol is declared nowhere, so it leads to the status', async () => {
	const source = 'def show\n  head :not_█found\nend\n';
	assert.equal(await defined(source, 'ruby'), ':not_found is http 404');
});
