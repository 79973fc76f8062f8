import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Draft, DraftEntry } from '../../import/draft.ts';
import { readDataText } from '../text/data-text.ts';
import { hashOf } from './merge/import-record.ts';
import { countImport, describeImport, type Merge, mergeImport } from './merge-import.ts';
import { writeCatalog } from './write-catalog.ts';

const about = { from: 'acme.yaml', importFormat: 'openapi' };
const endings = [
	['json', '\n'],
	['json', '\r\n'],
	['yaml', '\n'],
	['yaml', '\r\n'],
] as const;
type Format = (typeof endings)[number][0];

const declined: DraftEntry = { kind: 'code', value: 'CARD_DECLINED', status: 402, description: 'The bank said no.' };
const used: DraftEntry = { kind: 'code', value: 'USED_UP', status: 429, description: 'All calls\nare made.' };
const unknown: DraftEntry = { kind: 'code', value: 'NO_CUSTOMER' };
const tooMany: DraftEntry = { kind: 'status', value: 429, description: 'Too fast.' };
const draft: Draft = { name: 'Acme', version: '1', entries: [declined, used, unknown, tooMany] };

function withEntries(...entries: readonly DraftEntry[]): Draft {
	return { ...draft, entries };
}

function written(format: Format, lineBreak = '\n', source: Draft = draft): string {
	return writeCatalog(source, { ...about, id: 'acme', format }).replaceAll('\n', lineBreak);
}

function merged(text: string, source: Draft, options: { removeGone?: boolean; importFormat?: string } = {}): Merge {
	const merge = mergeImport(readDataText(text, nameOf(text)), source, { ...about, ...options });
	assert.ok(!merge.isRefused, merge.isRefused ? merge.message : '');
	return merge;
}

const nameOf = (text: string) => (/^[/{]/.test(text) ? 'a.json' : 'a.yaml');

interface Written {
	readonly entries: readonly Readonly<Record<string, unknown>>[];
	readonly [field: string]: unknown;
}

/** A text that begins with a bracket or with a comment of JSON is JSON. */
function saidBy(text: string): Written {
	const { value, faults } = readDataText(text, nameOf(text));
	assert.deepEqual(faults, []);
	return JSON.parse(JSON.stringify(value));
}

const codesIn = (text: string) => saidBy(text).entries.map(({ value }) => value);
const entryIn = (text: string, code: string) => saidBy(text).entries.find(({ value }) => value === code);

for (const [format, lineBreak] of endings)
	suite(`importing again into ${format} with ${JSON.stringify(lineBreak)}`, () => {
		const text = written(format, lineBreak);

		test('the same source changes nothing at all', () => {
			const { edits, changes, text: again } = merged(text, draft);
			assert.deepEqual([edits, changes], [[], []]);
			assert.equal(again, text);
		});

		test('what is as it was written takes what the source says now', () => {
			const merge = merged(text, withEntries({ ...declined, status: 403 }, used, unknown, tooMany));
			assert.equal(entryIn(merge.text, 'CARD_DECLINED')?.status, 403);
			assert.deepEqual(merge.changes, [
				{
					kind: 'updated',
					entry: { kind: 'code', value: 'CARD_DECLINED' },
					...{ field: 'status', before: 402, after: 403 },
				},
			]);
			assert.equal(
				merged(merge.text, withEntries({ ...declined, status: 403 }, used, unknown, tooMany)).text,
				merge.text,
			);
		});

		test('what was written by hand stays, and is told once where the source has changed too', () => {
			const byHand = text.replace('The bank said no.', 'Ask the bank.');
			assert.deepEqual(merged(byHand, draft).text, byHand);
			const source = withEntries({ ...declined, description: 'No.' }, used, unknown, tooMany);
			const merge = merged(byHand, source);
			assert.equal(entryIn(merge.text, 'CARD_DECLINED')?.description, 'Ask the bank.');
			assert.equal(countImport(merge.changes), '1 kept as written by hand.');
			assert.match(
				describeImport(merge.changes, ['Two tables were passed over.']),
				/! CARD_DECLINED: description stays “Ask the bank.”, .+ the source says “No.”\.\n {2}note: Two tables/,
			);
			assert.deepEqual(merged(merge.text, source).changes, []);
		});

		test('what the source knows now is filled in and is no gap any more', () => {
			const source = withEntries(declined, used, { ...unknown, status: 404, description: 'Nobody.' }, tooMany);
			const { text: filled } = merged(text, source);
			assert.deepEqual(entryIn(filled, 'NO_CUSTOMER'), {
				...{ value: 'NO_CUSTOMER', title: 'No customer', status: 404, description: 'Nobody.', todo: ['retry'] },
			});
		});

		test('new codes stand where the source has them', () => {
			const fresh = ['FIRST', 'SECOND', 'THIRD', 'LAST'].map((value): DraftEntry => ({ kind: 'code', value }));
			const [first, second, third, last] = fresh as [DraftEntry, DraftEntry, DraftEntry, DraftEntry];
			const bad: DraftEntry = { kind: 'status', value: 400 };
			const merge = merged(text, withEntries(first, declined, second, third, used, unknown, last, tooMany, bad));
			assert.deepEqual(codesIn(merge.text), [
				...['FIRST', 'CARD_DECLINED', 'SECOND', 'THIRD', 'USED_UP', 'NO_CUSTOMER', 'LAST', 429, 400],
			]);
			assert.equal(countImport(merge.changes), '5 added.');
			assert.equal(/[^\r]\n/.test(merge.text), lineBreak === '\n');
		});

		test('codes that are gone are told, and taken out where that is asked for and nobody has touched them', () => {
			const byHand = text.replace('The bank said no.', 'Ask the bank.');
			const source = withEntries(unknown, tooMany);
			const told = merged(byHand, source);
			assert.equal(told.text, byHand);
			assert.equal(countImport(told.changes), '2 no longer in the source.');
			const removed = merged(byHand, source, { removeGone: true });
			assert.deepEqual(codesIn(removed.text), ['CARD_DECLINED', 'NO_CUSTOMER', 429]);
			assert.equal(countImport(removed.changes), '1 no longer in the source, 1 removed.');
			assert.deepEqual(codesIn(merged(removed.text, draft).text), ['CARD_DECLINED', 'USED_UP', 'NO_CUSTOMER', 429]);
		});

		test('an entry that was taken out by hand stays out', () => {
			const { text: without } = merged(text, withEntries(declined, used, tooMany), { removeGone: true });
			const remembering = without.replace(/("?)code USED_UP\1/, (key) => key.replace('USED_UP', 'NO_CUSTOMER'));
			const merge = merged(remembering, draft);
			assert.ok(!codesIn(merge.text).includes('NO_CUSTOMER'));
			assert.ok(merge.changes.some(({ kind }) => kind === 'left-out'));
		});
	});

const byHandJson = `// The errors of Acme, by hand.
{
  "id": "acme",
  "entries": [
    // Sent at night.
    { "value": "USED_UP", "title": "Used up", "description": "Wait.", "required": true }, // must be handled
    { "value": "OWN", "title": "Own", "description": "Ours." } /* last */
  ]
}
`;
const byHandYaml = `# The errors of Acme, by hand.
id: acme
entries:
  # Sent at night.
  - value: USED_UP
    title: Used up # must be handled
    description: Wait.
    required: true

  - value: OWN
    title: Own
    description: >
      Ours, and
      long.
# The end.
`;

suite('importing into a catalog that was written by hand', () => {
	for (const text of [byHandJson, byHandYaml])
		test(`adds what is missing, and leaves every line as it is: ${text.slice(0, 2)}`, () => {
			const merge = merged(text, draft);
			const after = saidBy(merge.text);
			assert.deepEqual(codesIn(merge.text), ['CARD_DECLINED', 'USED_UP', 'NO_CUSTOMER', 'OWN', 429]);
			assert.equal(entryIn(merge.text, 'USED_UP')?.description, 'Wait.');
			assert.equal(entryIn(merge.text, 'USED_UP')?.status, 429);
			assert.deepEqual([after.name, after.version], ['Acme', '1']);
			const comments = ['The errors of Acme, by hand.', 'Sent at night.', 'must be handled'];
			for (const comment of comments) assert.ok(merge.text.includes(comment), comment);
			assert.deepEqual(entryIn(merge.text, 'OWN'), entryIn(text, 'OWN'));
			assert.deepEqual(merged(merge.text, draft).changes, []);
			assert.equal(merged(merge.text, draft).text, merge.text);
		});

	test('works where there are no entries yet', () => {
		for (const text of [
			'id: acme\n',
			'id: acme\nentries: []\n',
			'id: acme\nentries:\n',
			'{"id":"acme"}',
			'{\n\t"id": "acme",\n\t"entries": []\n}',
		]) {
			const merge = merged(text, draft);
			assert.deepEqual(codesIn(merge.text), ['CARD_DECLINED', 'USED_UP', 'NO_CUSTOMER', 429], text);
			assert.equal(merged(merge.text, draft).text, merge.text);
		}
	});
});

suite('a file that cannot be brought up to date', () => {
	const refusals: readonly (readonly [string, RegExp])[] = [
		['{\n\t"id": "acme",\n\t"entries": [}\n', /^line 3, column \d+: .+ must be mended/],
		['id: acme\nentries: [', /^line 2, column \d+: /],
		['- a\n- b\n', /no catalog/],
		['{ "id": "acme", "entries": {} }', /^line 1, column 28: “entries” must be a list/],
		['id: acme\nentries:\n  - &one { value: CARD_DECLINED, title: Mine }\n  - *one\n', /cannot be changed in place/],
	];
	for (const [text, message] of refusals)
		test(`is refused: ${JSON.stringify(text.slice(0, 30))}`, () => {
			const merge = mergeImport(readDataText(text), draft, about);
			assert.match(merge.isRefused ? merge.message : '', message);
		});
});

test('a source of another kind adds what it knows and takes nothing away', () => {
	const text = written('json');
	const table: Draft = { entries: [{ kind: 'code', value: 'CARD_DECLINED', remedy: 'Ask for another card.' }] };
	const merge = merged(text, table, { importFormat: 'markdown' });
	assert.equal(entryIn(merge.text, 'CARD_DECLINED')?.description, 'The bank said no.');
	assert.equal(entryIn(merge.text, 'CARD_DECLINED')?.remedy, 'Ask for another card.');
	assert.equal(saidBy(merge.text).version, '1');
	assert.equal(countImport(merge.changes), '1 updated.');
	assert.deepEqual(merged(merge.text, table, { importFormat: 'markdown' }).changes, []);
	assert.equal(merged(merge.text, table, { importFormat: 'markdown' }).text, merge.text);
});

test('what the same source no longer says goes, and is a gap again', () => {
	const { description: _description, ...silent } = declined;
	const merge = merged(written('json'), withEntries(silent, used, unknown, tooMany));
	assert.deepEqual(entryIn(merge.text, 'CARD_DECLINED'), {
		...{ value: 'CARD_DECLINED', status: 402, title: 'Card declined', todo: ['retry', 'description'] },
	});
});

/** What a person may write into a field of an entry. */
const hand = fc.record({
	code: fc.constantFrom('CARD_DECLINED', 'USED_UP', 'NO_CUSTOMER'),
	field: fc.constantFrom('title', 'description', 'remedy', 'runbook', 'since'),
	text: fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
});
const said = fc.record(
	{
		status: fc.constantFrom(400, 402, 404),
		title: fc.constantFrom('One', 'Two'),
		description: fc.constantFrom('One.', 'Two\nlines.', '- "three": #\n'),
		remedy: fc.constantFrom('Wait.', 'Go.'),
	},
	{ requiredKeys: [] },
);
const source = fc
	.array(fc.tuple(fc.constantFrom('CARD_DECLINED', 'USED_UP', 'NO_CUSTOMER', 'NEW', 'NEWER'), said), { maxLength: 6 })
	.map((entries): Draft => ({ entries: entries.map(([value, fields]) => ({ kind: 'code', value, ...fields })) }));

test('nothing that was written by hand is ever lost, whatever sources come after it', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...endings),
			fc.array(hand, { maxLength: 5 }),
			fc.array(source, { maxLength: 3 }),
			(ending, hands, sources) => {
				const [format, lineBreak] = ending;
				const value = saidBy(written(format, lineBreak));
				const entries = value.entries.map((entry) => {
					const mine = hands.filter(({ code }) => code === entry.value).map(({ field, text }) => [field, text]);
					return { ...entry, ...Object.fromEntries(mine), own: 'kept' };
				});
				const catalog = { ...value, entries };
				let text = (format === 'json' ? JSON.stringify(catalog, undefined, 2) : stringify(catalog)).replaceAll(
					'\n',
					lineBreak,
				);
				for (const draft of sources) {
					const merge = mergeImport(readDataText(text, `a.${format}`), draft, { ...about, removeGone: true });
					assert.ok(!merge.isRefused);
					text = merge.text;
					const again = mergeImport(readDataText(text, `a.${format}`), draft, { ...about, removeGone: true });
					assert.ok(!again.isRefused && again.text === text);
				}
				const last = new Map(hands.map((one) => [`${one.code} ${one.field}`, one]));
				for (const { code, field, text: mine } of last.values()) assert.equal(entryIn(text, code)?.[field], mine);
				assert.equal(entryIn(text, 'CARD_DECLINED')?.own, 'kept');
			},
		),
	);
});

test('a record of an import that somebody has forged takes nothing away that no import writes', () => {
	const entry = { value: 'CARD_DECLINED', title: 'Mine', description: 'Mine.', required: true };
	const hashes = { value: hashOf(entry.value), required: hashOf(entry.required), __proto__: 'x' };
	const imported = { format: 'openapi', fields: { 'code CARD_DECLINED': hashes, 'status x': 1, catalog: null } };
	const text = JSON.stringify({ id: 'acme', entries: [entry], imported }, undefined, 1);
	const merge = merged(text, withEntries(declined));
	assert.deepEqual(entryIn(merge.text, 'CARD_DECLINED'), { ...entry, status: 402 });
});
