import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAsset } from '../../../test/support/test-assets.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import type { Catalog, Entry, ErrorCode } from '../catalog/catalog.ts';
import { importFormats, importFrom } from '../import/index.ts';
import { languages } from '../languages/index.ts';
import { CodeReader } from '../syntax/code-reader.ts';
import { exportTypescript } from './typescript.ts';

const formats = importFormats(new CodeReader(languages, readAsset));
const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

function code(value: string | number, facts: Partial<ErrorCode> = {}): Entry {
	return { kind: 'code', value, title: 'A title', description: 'A text.', required: false, ...facts };
}

const status = (value: number, title: string): Entry => {
	return { kind: 'status', value, title, description: 'A text.', required: false };
};

function catalog(entries: readonly Entry[], facts: Partial<Catalog> = {}): Catalog {
	return { id: 'acme', name: 'Acme', evidence: { packages: [], hosts: [] }, entries, ...facts };
}

/** Checks texts as files of one program under the strictest settings; what the compiler says about them. */
function compiled(texts: readonly string[]): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'export-'));
	try {
		const files = texts.map((text, index) => {
			const file = path.join(folder, `catalog-${index}.ts`);
			writeFileSync(file, text);
			return file;
		});
		const options =
			'--strict --noEmit --target es2022 --module nodenext --isolatedModules --noUncheckedIndexedAccess --types';
		return spawnSync(process.execPath, [tsc, ...options.split(' '), '', ...files], { encoding: 'utf8', cwd: folder })
			.stdout;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const keysOf = (entries: readonly Pick<Entry, 'kind' | 'value'>[]) =>
	entries.map(({ kind, value }) => `${kind} ${typeof value} ${value}`).sort();

test('a file has an object with a doc comment for each code, a type and a guard', () => {
	const entries = [
		code('QUOTA_USED_UP', {
			status: 429,
			title: 'Quota used up',
			description: 'All calls of today are made.',
			remedy: 'Wait as long as `Retry-After` says.',
			required: true,
			retry: 'retry-after',
			since: '2.1',
			url: 'https://acme.example/quota',
		}),
		code('OLD', { replacedBy: 'QUOTA_USED_UP', removedIn: '3', retry: 'never' }),
		code(-32_700, { title: 'Parse error!' }),
	];
	assert.equal(
		exportTypescript(catalog(entries, { version: '2', url: 'https://acme.example/errors' })),
		`/**
 * The errors of Acme, version 2.
 *
 * Written by API Error IntelliSense from its catalog \`acme\`. Export it again rather than edit this file.
 *
 * @see https://acme.example/errors
 */

/** The error codes of Acme. */
export const AcmeErrorCode = {
  /**
   * Quota used up.
   *
   * All calls of today are made.
   *
   * What to do: Wait as long as \`Retry-After\` says.
   *
   * HTTP status 429. May be sent again after the time that \`Retry-After\` says. Must be handled by name.
   *
   * @since 2.1
   * @see https://acme.example/quota
   */
  QUOTA_USED_UP: "QUOTA_USED_UP",
  /**
   * A title.
   *
   * A text.
   *
   * Not to be sent again unchanged.
   *
   * @deprecated Use {@link AcmeErrorCode.QUOTA_USED_UP} instead. Removed in 3.
   */
  OLD: "OLD",
  /**
   * Parse error!
   *
   * A text.
   */
  PARSE_ERROR: -32700,
} as const;

/** An error code of Acme. */
export type AcmeErrorCode = (typeof AcmeErrorCode)[keyof typeof AcmeErrorCode];

/** Whether a value is one of the error codes of Acme. */
export function isAcmeErrorCode(value: unknown): value is AcmeErrorCode {
  return Object.values(AcmeErrorCode).some((known) => known === value);
}
`,
	);
});

test('statuses stand apart, and by themselves where there are no codes', () => {
	const both = exportTypescript(catalog([code('GONE'), status(429, 'Slow down'), status(430, 'Slow down')]));
	assert.match(
		both,
		/\nexport const AcmeErrorStatus = \{\n[^}]*\n {2}SLOW_DOWN: 429,\n[^}]*\n {2}SLOW_DOWN_430: 430,\n\} as const;\n/,
	);
	const alone = exportTypescript(catalog([status(429, 'Slow down')]));
	assert.match(alone, /export const AcmeStatus = /);
	assert.doesNotMatch(alone, /ErrorCode/);
});

test('the type is called after the API', () => {
	const nameFor = (name: string, id = 'acme-pay') =>
		/export const (\S+)/.exec(exportTypescript(catalog([], { name, id })))?.[1];
	assert.equal(nameFor('SilentChat'), 'SilentChatErrorCode');
	assert.equal(nameFor('acme payments (v2)'), 'AcmePaymentsV2ErrorCode');
	assert.equal(nameFor('Café'), 'CafeErrorCode');
	assert.equal(nameFor('Ω'), 'AcmePayErrorCode');
	assert.equal(nameFor('2checkout'), 'Api2checkoutErrorCode');
	assert.equal(nameFor('*/ alert(1)'), 'Alert1ErrorCode');
});

test('no text ends its comment, and none is a tag', () => {
	const text = exportTypescript(
		catalog(
			[code('A', { title: '*/ x', description: '@deprecated\r\n  @see */ y\u2028z\n\n\n', deprecated: 'No\n*/ more' })],
			{
				name: 'A */ B',
				version: '*/',
				url: 'https://acme.example/*/',
			},
		),
	);
	assert.match(text, /\n {3}\* \*\\\/ x\.\n {3}\*\n {3}\* \\@deprecated\n {3}\* {3}\\@see \*\\\/ y\n {3}\* z\n/);
	assert.match(text, /\n {3}\* @deprecated No \*\\\/ more\.\n/);
	assert.equal(text.match(/\*\//g)?.length, text.match(/\/\*\*/g)?.length);
});

/** Codes that are hard to write, to read, or to tell apart. */
const oddCodes = [
	...[
		'__proto__',
		'constructor',
		'toString',
		'class',
		'default',
		'1_LATE',
		'404',
		'-1',
		'a b',
		"it's",
		'"',
		'\\',
		'`$\u007bx}`',
	],
	...['naïve', '日本', '💥', '\ud800', 'a\u2028b', 'a|b', '*/', '//', '{', '</script>', '$', '_', 'A TITLE', 'A_TITLE'],
];
const codeValue = fc.oneof(
	fc.constantFrom(...oddCodes),
	fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
	fc.integer({ min: -100_000, max: 100_000 }),
	fc.stringMatching(/^[A-Z]{2,8}(_[A-Z]{2,8}){0,5}$/),
);
const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom('*/', '@x', '`', '$\u007ba}', '// x', '\\', '{@link */ }'),
);
const anyCode = fc
	.record({ value: codeValue, title: anyText, description: anyText, deprecated: anyText })
	.map(({ value, ...facts }) => code(value, facts));
const anyStatus = fc
	.record({ value: fc.integer({ min: 100, max: 599 }), title: anyText })
	.map(({ value, title }) => status(value, title));
const anyCatalog = fc
	.tuple(
		fc.uniqueArray(anyCode, { minLength: 1, maxLength: 20, selector: ({ value }) => `${typeof value} ${value}` }),
		fc.uniqueArray(anyStatus, { maxLength: 5, selector: ({ value }) => value }),
		anyText,
	)
	.map(([codes, statuses, name]) => catalog([...codes, ...statuses], { name }));

test('what is imported again are the same codes', async () => {
	await fc.assert(
		fc.asyncProperty(anyCatalog, async (one) => {
			const { draft } = await importFrom({ text: exportTypescript(one), fileName: 'codes.ts' }, formats);
			assert.deepEqual(keysOf(draft.entries), keysOf(one.entries));
		}),
		{ numRuns: 150 },
	);
});

test('the built-in catalogs come through with their statuses and what replaces them', async () => {
	for (const one of builtinCatalogs) {
		const { draft } = await importFrom({ text: exportTypescript(one), fileName: 'codes.ts' }, formats);
		assert.deepEqual(keysOf(draft.entries), keysOf(one.entries));
		for (const entry of one.entries) {
			const again = draft.entries.find(({ kind, value }) => kind === entry.kind && value === entry.value);
			if (entry.kind === 'code') assert.equal(again?.status, entry.status, String(entry.value));
			assert.equal(again?.replacedBy, entry.replacedBy);
		}
	}
});

test('what is written compiles', () => {
	const odd = catalog(oddCodes.map((value) => code(value)));
	const drawn = fc.sample(anyCatalog, 40);
	const texts = [...builtinCatalogs, odd, catalog([]), ...drawn].map(exportTypescript);
	const used = `${exportTypescript(catalog([code('A'), code(404)]))}
const value: unknown = 404;
if (isAcmeErrorCode(value)) { const known: 'A' | 404 = value; void known; }
// @ts-expect-error
const other: AcmeErrorCode = 'B';
void other;
`;
	assert.equal(compiled([...texts, used]), '');
});

const told: Catalog = {
	...catalog([
		code('QUOTA_USED_UP', {
			status: 429,
			title: 'Quota used up',
			description: 'All calls of today are made.\n\nIt counts by key.',
			remedy: 'Wait.\n\nOr buy more.',
			required: true,
			retry: 'retry-after',
			url: 'https://docs.acme.dev/quota',
			since: '2.0',
		}),
		code('OLD_CODE', {
			title: 'Gone?',
			description: 'What was.',
			deprecated: 'No longer sent.',
			replacedBy: 'QUOTA_USED_UP',
			removedIn: '3',
		}),
		code('OLDER_CODE', { title: 'Older', description: 'What was before.', deprecated: true, retry: 'never' }),
		code(4711, { title: 'Label exists', description: 'There is one.', status: 409 }),
		{ ...status(503, 'Service Unavailable'), description: 'Down.', remedy: 'Wait.', retry: 'backoff' },
	]),
	version: '2.1',
	url: 'https://docs.acme.dev/errors',
};

test('what is exported is imported with each text in its own field, and once more without a difference', async () => {
	const { draft } = await importFrom({ text: exportTypescript(told), fileName: 'codes.ts' }, formats);
	// Which codes must be handled is for the catalog to say, not for a source.
	const entries = told.entries.map(({ required: _, ...said }) => said);
	assert.deepEqual(draft, { name: 'Acme', version: '2.1', url: 'https://docs.acme.dev/errors', entries });
	const again = {
		...told,
		entries: told.entries.map((entry, index) => ({ ...entry, ...draft.entries[index] }) as Entry),
	};
	assert.equal(exportTypescript(again), exportTypescript(told));
});

test('comments that only look like those of an export are descriptions', async () => {
	const text = "export enum ErrorCode {\n\t/**\n\t * Gone.\n\t *\n\t * What to do: Look.\n\t */\n\tGONE = 'GONE',\n}";
	const { draft } = await importFrom({ text, fileName: 'codes.ts' }, formats);
	assert.equal(draft.entries[0]?.description, 'Gone.\n\nWhat to do: Look.');
});
