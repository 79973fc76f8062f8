import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalog, Entry, ErrorCode } from '../../catalog/catalog.ts';
import { describeDiff } from './describe-diff.ts';
import { diffCatalogs, newEntriesOf } from './diff-catalogs.ts';

function code(value: string | number, facts: Partial<ErrorCode> = {}): Entry {
	return { kind: 'code', value, title: 'A title', description: 'A text.', required: false, ...facts };
}

function status(value: number): Entry {
	return { kind: 'status', value, title: 'A title', description: 'A text.', required: false };
}

function catalog(entries: readonly Entry[], version?: string): Catalog {
	const named = { id: 'acme', name: 'Acme', evidence: { packages: [], hosts: [] }, entries };
	return version === undefined ? named : { ...named, version };
}

const valuesOf = (entries: readonly Entry[]) => entries.map(({ value }) => value);

test('two catalogs that say the same have no difference, wherever their entries are written', () => {
	const origins = [{ source: 'file:///a.json', path: ['entries', 0], fields: ['title'] }];
	const diff = diffCatalogs(catalog([code('A'), code('B')]), catalog([code('B', { origins }), code('A')]));
	assert.deepEqual([diff.added, diff.removed, diff.renamed, diff.changed], [[], [], [], []]);
	assert.equal(describeDiff(diff, 'text'), 'Acme: No code and no status differs.\n');
});

test('a code, a status and a text of the same value are three entries', () => {
	const diff = diffCatalogs(catalog([code(429), code('404')]), catalog([status(429), code(404)]));
	assert.deepEqual(diff.removed, [code(429), code('404')]);
	assert.deepEqual(diff.added, [status(429), code(404)]);
});

test('names of prototypes are codes like any other', () => {
	const diff = diffCatalogs(catalog([code('constructor')]), catalog([code('__proto__'), code('toString')]));
	assert.deepEqual(valuesOf(diff.added), ['__proto__', 'toString']);
	assert.deepEqual(valuesOf(diff.removed), ['constructor']);
});

test('what changed is told field by field', () => {
	const before = code('A', { status: 400, description: 'Old.', sample: '{}' });
	const after = code('A', { status: 409, description: 'New.', required: true, retry: 'never' });
	assert.deepEqual(diffCatalogs(catalog([before]), catalog([after])).changed, [
		{
			before,
			after,
			fields: [
				{ name: 'status', before: 400, after: 409 },
				{ name: 'required', before: false, after: true },
				{ name: 'retry', before: undefined, after: 'never' },
				{ name: 'description', before: 'Old.', after: 'New.' },
				{ name: 'sample', before: '{}', after: undefined },
			],
		},
	]);
});

test('a code is renamed where a catalog says that the two are the same', () => {
	const renames = (before: readonly Entry[], after: readonly Entry[]) => {
		const diff = diffCatalogs(catalog(before), catalog(after));
		return diff.renamed.map((one) => `${one.before.value} ${one.after.value}`);
	};
	assert.deepEqual(renames([code('OLD', { replacedBy: 'NEW' })], [code('NEW')]), ['OLD NEW']);
	assert.deepEqual(renames([code('OLD_CODE')], [code('NEW', { otherNames: ['OldCode'] })]), ['OLD_CODE NEW']);
	assert.deepEqual(renames([code('OLD', { otherNames: ['NEW'] })], [code('NEW')]), ['OLD NEW']);
	assert.deepEqual(renames([code('RATE_LIMIT')], [code('RATE_LIMITED')]), [], 'likeness says nothing');
	assert.deepEqual(renames([code('OLD')], [code('OLD', { otherNames: ['OLD'] })]), [], 'it is still there');
	const both = [code('NEW', { otherNames: ['OLD'] }), code('OTHER', { otherNames: ['OLD'] })];
	assert.deepEqual(renames([code('OLD')], both), [], 'it could be either');
	assert.deepEqual(renames([code('OLD', { replacedBy: 'OTHER' })], both), ['OLD OTHER']);
});

test('what code cannot name yet is what is added and what has another name now', () => {
	const before = catalog([code('A'), code('OLD')]);
	const diff = diffCatalogs(before, catalog([code('FRESH'), code('NEW', { otherNames: ['OLD'] }), code('A')]));
	assert.deepEqual(valuesOf(newEntriesOf(diff)), ['FRESH', 'NEW']);
});

const before = catalog(
	[
		code('GONE', { replacedBy: 'KEPT' }),
		code('OLD_NAME'),
		code('KEPT', { status: 400 }),
		code('WORDED'),
		code('FADING'),
	],
	'1',
);
const after = catalog(
	[
		code('KEPT', { status: 409, title: 'Another title' }),
		code('NEW_NAME', { otherNames: ['OLD_NAME'] }),
		code('WORDED', { description: 'x'.repeat(100), title: 'A | `B`' }),
		code('FADING', { deprecated: 'Nobody sends it.' }),
		code('PLAIN', { status: 404 }),
		code('MUST', { status: 429, required: true }),
		status(503),
	],
	'2',
);

test('in text, counts come first, then what breaks code', () => {
	assert.equal(
		describeDiff(diffCatalogs(before, after), 'text'),
		`Acme, 1 to 2: 3 added, 1 removed, 1 renamed, 3 changed.

Removed:
  GONE: use KEPT

Renamed:
  OLD_NAME: now NEW_NAME

Changed, and code may rely on it:
  KEPT
    HTTP status: 400 → 409
    title: A title → Another title
  FADING
    deprecated: Nobody sends it.

Added, and must be handled:
  MUST: HTTP 429, A title

Added:
  PLAIN: HTTP 404, A title
  HTTP status 503: A title

Changed:
  WORDED
    title: A title → A | \`B\`
    description changed
`,
	);
});

test('in Markdown no text is more than text', () => {
	const hostile = catalog([code('`A`|<b>', { title: '[x](javascript:y) <img>\n# no' })]);
	assert.equal(
		describeDiff(diffCatalogs(catalog([]), hostile), 'markdown'),
		'# Acme\n\n1 added.\n\n## Added\n\n- `` `A`|<b> ``: \\[x\\](javascript:y) \\<img\\> \\# no\n',
	);
	const markdown = describeDiff(diffCatalogs(before, after), 'markdown');
	assert.match(
		markdown,
		/^# Acme, 1 to 2\n\n3 added, 1 removed, 1 renamed, 3 changed\.\n\n## Removed\n\n- `GONE`: use KEPT\n/,
	);
	assert.match(markdown, /\n- `WORDED`\n {2}- title: A title → A \\\| \\`B\\`\n {2}- description changed\n$/);
});

test('10,000 codes are compared at once', () => {
	const many = (from: number) => Array.from({ length: 10_000 }, (_, index) => code(`CODE_${from + index}`));
	const diff = diffCatalogs(catalog(many(0)), catalog(many(5_000)));
	assert.deepEqual([diff.added.length, diff.removed.length, diff.renamed.length], [5_000, 5_000, 0]);
});
