import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAsset } from '../../../test/support/test-assets.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import type { Catalog, Entry, ErrorCode } from '../catalog/catalog.ts';
import { importFormats, importFrom } from '../import/index.ts';
import { languages } from '../languages/index.ts';
import { CodeReader } from '../syntax/code-reader.ts';
import { exportMarkdown } from './markdown.ts';

const formats = importFormats(new CodeReader(languages, readAsset));

function code(value: string | number, facts: Partial<ErrorCode> = {}): Entry {
	return { kind: 'code', value, title: 'A title', description: 'A text.', required: false, ...facts };
}

const status = (value: number): Entry => {
	return { kind: 'status', value, title: 'A title', description: 'A text.', required: false };
};

function catalog(entries: readonly Entry[], facts: Partial<Catalog> = {}): Catalog {
	return { id: 'acme', name: 'Acme', evidence: { packages: [], hosts: [] }, entries, ...facts };
}

test('codes and statuses have a table each', () => {
	const entries = [
		code('QUOTA_USED_UP', { status: 429, title: 'Quota', remedy: 'Wait.', required: true, retry: 'retry-after' }),
		code('OLD_CODE', { replacedBy: 'QUOTA_USED_UP', removedIn: '3', retry: 'never' }),
		status(503),
	];
	assert.equal(
		exportMarkdown(catalog(entries, { version: '2', url: 'https://acme.example/errors' })),
		`# Errors of Acme 2

Documented at <https://acme.example/errors>.

## Error codes

| Code | HTTP status | Meaning | What to do | Retry | Must be handled |
| --- | --- | --- | --- | --- | --- |
| \`QUOTA_USED_UP\` | 429 | **Quota**<br>A text. | Wait. | yes, after \`Retry-After\` | yes |
| \`OLD_CODE\` |  | **A title**<br>A text.<br>**Deprecated.** Use \`QUOTA_USED_UP\` instead. Removed in 3. |  | no | no |

## HTTP statuses

| HTTP status | Meaning | Must be handled |
| --- | --- | --- |
| 503 | **A title**<br>A text. | no |
`,
	);
	assert.equal(exportMarkdown(catalog([])), '# Errors of Acme\n\nThe catalog has no entries.\n');
});

test('no text ends its cell, its row or its table', () => {
	const hostile = code('a|b', {
		title: '| [x](javascript:y) <b>',
		description: 'One | `two|three` \\| four\r\n\r\n\n| --- |\n',
		remedy: '\\',
	});
	const row = exportMarkdown(catalog([hostile, code('a\\|b'), code('`'), code(' x ')]))
		.split('\n')
		.slice(6, -1);
	assert.deepEqual(row, [
		'| `a\\|b` | **\\| \\[x\\](javascript:y) \\<b\\>**<br>One \\| `two\\|three` \\| four<br>\\| --- \\| | \\ | no |',
		'| a\\\\\\|b | **A title**<br>A text. |  | no |',
		'| `` ` `` | **A title**<br>A text. |  | no |',
		'| `  x  ` | **A title**<br>A text. |  | no |',
	]);
});

test('what a catalog says is no HTML, no image and no link to anything but the web', () => {
	const description = 'A <script>x</script> ![i](https://evil.example/i.png) [c](command:x) [w](https://acme.example)';
	const remedy = '````\n<img src=x>\n`````\n<b>';
	const page = exportMarkdown(catalog([{ ...code('A'), description, remedy }]));
	assert.ok(page.includes('A &lt;script>x&lt;/script> \\!\\[i\\](https://evil.example/i.png) \\[c\\](command:x)'));
	assert.ok(page.includes('[w](https://acme.example)'));
	assert.doesNotMatch(page, /<(?!br>)/);
});

const anyText = fc.oneof(
	fc.lorem(),
	fc.constantFrom('a | b', '`a|b`', '<br>', '**bold** [x](https://acme.example)', '\\', '| --- |'),
);
const textCode = fc.oneof(
	fc.constantFrom('__proto__', 'constructor', 'toString', 'auth/user-not-found', 'errors.gone', 'E-1'),
	fc.stringMatching(/^[A-Z]{2,8}(_[A-Z]{2,8}){1,4}$/),
	fc.stringMatching(/^[a-z]{2,8}(_[a-z]{2,8}){1,4}$/),
);
/** Codes with texts about them; in one catalog they are of one kind. */
function codesOf(value: fc.Arbitrary<string | number>): fc.Arbitrary<readonly ErrorCode[]> {
	const facts = fc.record({ value, title: anyText, description: anyText, status: fc.integer({ min: 400, max: 599 }) });
	return fc.uniqueArray(
		facts.map((given) => ({ kind: 'code' as const, required: false, ...given })),
		{ minLength: 1, maxLength: 15, selector: (one) => one.value },
	);
}

const keysOf = (entries: readonly Pick<Entry, 'kind' | 'value'>[]) =>
	entries.map(({ kind, value }) => `${kind} ${value}`).sort();

test('what is imported again are the same codes', async () => {
	const codes = fc.oneof(codesOf(textCode), codesOf(fc.integer({ min: -40_000, max: 40_000 })));
	await fc.assert(
		fc.asyncProperty(codes, async (entries) => {
			const { draft } = await importFrom({ text: exportMarkdown(catalog(entries)), fileName: 'errors.md' }, formats);
			assert.deepEqual(keysOf(draft.entries), keysOf(entries));
			for (const { value, status: its } of entries)
				assert.equal(draft.entries.find((one) => one.value === value)?.status, its, String(value));
		}),
		{ numRuns: 100 },
	);
});

test('the built-in catalogs come through', async () => {
	for (const one of builtinCatalogs) {
		const { draft } = await importFrom({ text: exportMarkdown(one), fileName: 'errors.md' }, formats);
		assert.deepEqual(keysOf(draft.entries), keysOf(one.entries), one.id);
	}
});

test('what is exported is imported with each text in its own field', async () => {
	const entries = [
		code('QUOTA_USED_UP', {
			...{ status: 429, title: 'Quota used up', description: 'All calls are made.' },
			...{ remedy: 'Wait.', retry: 'retry-after' },
		}),
		code('OLD_CODE', {
			...{ title: 'Gone_now', description: 'What was.', retry: 'after-refresh' },
			...{ deprecated: 'No longer sent.', replacedBy: 'QUOTA_USED_UP', removedIn: '3' },
		}),
		code('OLDER_CODE', { title: 'Older', description: 'What was before.', deprecated: true, retry: 'backoff' }),
	];
	const text = exportMarkdown({ ...catalog(entries), version: '2.1', url: 'https://docs.acme.dev/errors' });
	const { draft } = await importFrom({ text, fileName: 'errors.md' }, formats);
	const said = entries.map(({ required: _, ...facts }) => facts);
	assert.deepEqual(draft, { name: 'Acme', version: '2.1', url: 'https://docs.acme.dev/errors', entries: said });
});
