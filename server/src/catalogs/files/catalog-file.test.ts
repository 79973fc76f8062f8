import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { resolveCatalogs } from '../layers/resolve-catalogs.ts';
import { applied } from '../text/edit-data-text.ts';
import { type CatalogFile, readCatalogFile } from './catalog-file.ts';

const uri = 'file:///home/ada/shop/.api-errors/acme.json';
const good = '{ "id": "acme", "entries": [{ "value": "A", "title": "A", "description": "A." }] }';

/** Each problem with the text that it is about. */
function problemsOf({ text, problems }: CatalogFile): readonly string[] {
	return problems.map(({ code, severity, start, end }) => `${severity} ${code}: ${text.slice(start, end)}`);
}

/** A YAML catalog whose only entry has these lines, and the same as JSON. */
const yaml = (...lines: readonly string[]): string =>
	`id: acme\nentries:\n  - value: GONE\n    title: Gone\n    description: Gone.\n${lines.map((line) => `    ${line}\n`).join('')}`;

suite('a file with a catalog', () => {
	test('is read as JSON or YAML by its name, with comments, a byte order mark and any line break', () => {
		for (const [name, text] of [
			['acme.json', good],
			['acme.json', `\uFEFF${good}`],
			['acme.json', good.replace('{', '{ // ours\r\n').replace(']', ',]')],
			['acme.yaml', yaml()],
			['acme.yml', `\uFEFF${yaml()}`.replaceAll('\n', '\r\n')],
			['acme.yaml', `--- # ours\n${yaml()}...\n`],
		] as const) {
			const file = readCatalogFile(`file:///${name}`, text);
			assert.deepEqual(problemsOf(file), [], text);
			assert.equal(file.layer?.id, 'acme', text);
			assert.equal(file.layer?.entries.length, 1, text);
		}
	});

	test('that breaks keeps what it said, and says what is wrong at its place', () => {
		const before = readCatalogFile(uri, good);
		const broken = readCatalogFile(uri, good.replace(']', ''), before);
		assert.deepEqual([broken.isStale, broken.layer === before.layer], [true, true]);
		assert.deepEqual(problemsOf(broken), ['error not-readable: }', 'error not-readable: ']);
		const nameless = readCatalogFile(uri, good.replace('"id": "acme", ', ''), broken);
		assert.deepEqual([nameless.isStale, nameless.layer === before.layer], [true, true]);
		assert.deepEqual(
			resolveCatalogs([], [nameless]).catalogs.map(({ id }) => id),
			['acme'],
		);
		const mended = readCatalogFile(uri, `${good} `, nameless);
		assert.deepEqual([mended.isStale, mended.problems], [false, []]);
	});

	test('whose text is as it was is the same object', () => {
		const before = readCatalogFile(uri, good);
		assert.equal(readCatalogFile(uri, good, before), before);
	});

	test('that is empty, or larger than is read, says so', () => {
		assert.deepEqual(
			readCatalogFile(uri, '').problems.map(({ message }) => message),
			['A catalog has at least an "id" and "entries".'],
		);
		const large = readCatalogFile(uri, ' '.repeat(10_000_001), readCatalogFile(uri, good));
		assert.deepEqual(
			large.problems.map(({ message }) => message),
			['This file is larger than 10 MB, and is not read.'],
		);
		assert.deepEqual(
			readCatalogFile('file:///a.yaml', '\n'.repeat(2_000_001)).problems.map(({ message }) => message),
			['This file is larger than 2 MB, and is not read. JSON may have 10 MB.'],
		);
		assert.equal(large.layer?.id, 'acme');
	});

	test('that is something else is not quoted', () => {
		const { problems } = readCatalogFile(uri, '{ "aws_secret": "abc", "entrie": [] }');
		assert.deepEqual(
			problems.map(({ message }) => message),
			['"entrie" is not known here. Did you mean "entries"?', '"id" is missing.', '"entries" is missing.'],
		);
	});

	test('has each problem at the key or the value that it is about', () => {
		assert.deepEqual(problemsOf(readCatalogFile('file:///a.yaml', yaml('requierd: true', 'status: "429"'))), [
			'warning unknown-field: requierd',
			'error impossible-status: "429"',
		]);
		assert.deepEqual(problemsOf(readCatalogFile(uri, '{ "id": "acme", "entries": [{ "value": 7, "title": "A" }] }')), [
			'warning missing-field: 7',
		]);
	});

	test('in YAML is told where a code is a number that reads otherwise', () => {
		const text =
			'id: sql\nentries:\n  - { value: 08006, title: A, description: A. }\n  - { value: 22E2, title: B, description: B. }\n';
		const file = readCatalogFile('file:///sql.yaml', text);
		assert.deepEqual(problemsOf(file), ['warning unquoted-code: 08006', 'warning unquoted-code: 22E2']);
		const [edits] = file.problems.map(({ fixes }) => fixes[0]?.edits ?? []);
		assert.match(applied(text, edits ?? []), /value: "08006", title: A/);
	});
});

/** What is wrong, the title of a fix, and the text that it makes of the wrong one. */
const fixes: readonly (readonly [wrong: string, title: string, right: string | RegExp])[] = [
	['# ours\n', 'Begin a catalog', '# ours\nid: shop-errors\nentries: []\n'],
	[yaml('status: "429"'), 'Replace with 429', yaml('status: 429')],
	[yaml('status: 4290 # ?'), 'Remove "status"', /Gone\.\n {4}# \?\n$/],
	[yaml('requierd: true'), 'Rename to "required"', yaml('required: true')],
	[yaml('colour: red'), 'Remove "colour"', yaml()],
	[yaml('required: yes please', 'retry: retry_after'), 'Replace with "retry-after"', /retry: retry-after/],
	[yaml('required: "yes"'), 'Replace with true', yaml('required: true')],
	[yaml('since: 2'), 'Replace with "2"', yaml('since: "2"')],
	[
		yaml('runbook: wiki.example/gone'),
		'Replace with "https://wiki.example/gone"',
		yaml('runbook: https://wiki.example/gone'),
	],
	[yaml('required: true', 'deprecated: true'), 'Remove "required"', yaml('deprecated: true')],
	[yaml('todo: [retry]', 'retry: never'), 'Take "retry" off the list', yaml('todo: []', 'retry: never')],
	[yaml('todo: [retry]'), 'Say that retry is backoff', yaml('todo: []', 'retry: backoff')],
	[yaml('otherNames: Away'), 'Make it a list', yaml('otherNames: [Away]')],
	[yaml().replace('acme', 'Acme Pay'), 'Replace with "acme-pay"', yaml().replace('acme', 'acme-pay')],
	[yaml().replace('id: acme\n', ''), 'Add "id"', `${yaml().replace('id: acme\n', '')}id: shop-errors\n`],
	[
		yaml().replace('    title: Gone\n', ''),
		'Add "title"',
		`${yaml().replace('    title: Gone\n', '')}    title: Gone\n`,
	],
	[yaml().replace('    description: Gone.\n', ''), 'Add "description"', yaml()],
	[`${yaml()}  - value: GONE\n    title: Away\n    description: Away.\n`, 'Remove this one', yaml()],
	[`${yaml()}  - value: Gone\n    title: Away\n    description: Away.\n`, 'Remove this one', yaml()],
	[
		`${yaml('replacedBy: AWA')}  - value: AWAY\n    title: A\n    description: A.\n`,
		'Replace with "AWAY"',
		/replacedBy: AWAY/,
	],
	[`${yaml()}extends: silentchta\n`, 'Replace with "silentchat"', `${yaml()}extends: silentchat\n`],
	[
		`${yaml()}evidence:\n  hosts: ["https://api.acme.example/v1"]\n`,
		'Replace with "api.acme.example"',
		/hosts: \["api.acme.example"\]/,
	],
];

suite('the fixes of a file', () => {
	const river = readCatalogFile('file:///silentchat.yaml', yaml().replace('acme', 'silentchat'));
	for (const [wrong, title, right] of fixes)
		test(`mend it: ${title}`, () => {
			const file = readCatalogFile('file:///shop/shop-errors.yaml', wrong);
			const { problems } = resolveCatalogs([], [river, file]);
			const found = problems.get(file.uri) ?? [];
			const fix = found.flatMap((problem) => problem.fixes).find((one) => one.title === title);
			assert.ok(fix, `${found.map(({ message, fixes }) => `${message} ${fixes.map((one) => one.title)}`)}`);
			const after = applied(wrong, fix.edits);
			if (typeof right === 'string') assert.equal(after, right);
			else assert.match(after, right);
		});
});
