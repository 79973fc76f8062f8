import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { PathEdit } from '../../catalog/problem.ts';
import { readDataText } from './data-text.ts';
import { applied, editsFor } from './edit-data-text.ts';

const yaml = `# Acme
id: acme # the id
evidence:
  hosts: [api.acme.example]
entries:
  # the first
  - value: A # about A
    title: 'Letter A'
    status: "429"
    description: |
      Long
      text.
  - value: B
    todo: [retry]

  # the last
  - value: C
`;

const json = `{
  "id": "acme", // the id
  "entries": [
    { "value": "A", "title": "x" },
    {
      "value": "B", // bee
      "title": "y" // why
    }
  ],
  "evidence": {}
}
`;

/** The lines that are other after edits: `-` before those that go, `+` before those that come. */
function changes(text: string, ...edits: readonly PathEdit[]): readonly string[] {
	const data = readDataText(text);
	const after = applied(text, editsFor(data, edits)).split('\n');
	const before = text.split('\n');
	return [
		...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
		...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
	];
}

suite('edits of YAML', () => {
	test('put a value in the place of another, and keep the quotes of a text', () => {
		assert.deepEqual(changes(yaml, { path: ['entries', 0, 'status'], value: 429 }), [
			'-    status: "429"',
			'+    status: 429',
		]);
		assert.deepEqual(changes(yaml, { path: ['entries', 0, 'title'], value: "It's A" }), [
			"-    title: 'Letter A'",
			"+    title: 'It''s A'",
		]);
	});

	test('take an item with its lines, and leave the comments around it', () => {
		assert.deepEqual(changes(yaml, { path: ['entries', 0], remove: true }), [
			'-  - value: A # about A',
			"-    title: 'Letter A'",
			'-    status: "429"',
			'-    description: |',
			'-      Long',
			'-      text.',
		]);
	});

	test('add a key as its siblings are, and an item as the others are', () => {
		const added = { value: 'D', title: 'Dee', description: 'Two\nlines.' };
		assert.deepEqual(
			changes(
				yaml,
				{ path: ['entries', 0, 'retry'], value: 'never' },
				{ path: ['entries', 3], value: added },
				{ path: ['extends'], value: ['river', './other.yaml'] },
			),
			[
				'+    retry: never',
				'+  - value: D',
				'+    title: Dee',
				'+    description: |-',
				'+      Two',
				'+      lines.',
				'+extends: [river, ./other.yaml]',
			],
		);
	});

	test('work within brackets', () => {
		assert.deepEqual(changes(yaml, { path: ['entries', 1, 'todo', 0], remove: true }), [
			'-    todo: [retry]',
			'+    todo: []',
		]);
		assert.deepEqual(changes(yaml, { path: ['evidence', 'hosts', 1], value: 'acme.example' }), [
			'-  hosts: [api.acme.example]',
			'+  hosts: [api.acme.example, acme.example]',
		]);
	});

	test('make what is not there yet on the way to a field', () => {
		assert.deepEqual(changes('id: a\nentries: []\n', { path: ['evidence', 'packages', 0], value: 'acme' }), [
			'+evidence:',
			'+  packages: [acme]',
		]);
		assert.deepEqual(changes('', { path: ['id'], value: 'acme' }), ['+id: acme']);
	});

	test('are none where a value counts in another place too', () => {
		const text = 'a: &a { b: 1 }\nc: *a\n';
		assert.deepEqual(changes(text, { path: ['a', 'b'], value: 2 }), []);
		assert.deepEqual(changes(text, { path: ['c', 'b'], value: 2 }), []);
		assert.deepEqual(changes(text, { path: ['c'], value: 2 }), ['-c: *a', '+c: 2']);
	});
});

suite('edits of JSON', () => {
	test('take a field, and leave what is said about others', () => {
		assert.deepEqual(changes(json, { path: ['entries', 1, 'title'], remove: true }), [
			'-      "value": "B", // bee',
			'-      "title": "y" // why',
			'+      "value": "B" // bee',
			'+      // why',
		]);
	});

	test('add fields and items on lines of their own, where the others have some', () => {
		assert.deepEqual(
			changes(
				json,
				{ path: ['entries', 1, 'retry'], value: 'never' },
				{ path: ['entries', 2], value: { value: 'C' } },
				{ path: ['evidence', 'hosts'], value: ['acme.example'] },
			),
			[
				'-      "title": "y" // why',
				'-    }',
				'-  "evidence": {}',
				'+      "title": "y", // why',
				'+      "retry": "never"',
				'+    },',
				'+    { "value": "C" }',
				'+  "evidence": { "hosts": ["acme.example"] }',
			],
		);
	});

	test('give a key another name, unless it is taken', () => {
		const rename = { path: ['entries', 0, 'title'], rename: 'description' };
		assert.deepEqual(changes(json, rename), [
			'-    { "value": "A", "title": "x" },',
			'+    { "value": "A", "description": "x" },',
		]);
		assert.deepEqual(changes(json, { path: ['entries', 0, 'title'], rename: 'value' }), []);
	});

	test('are none where the path leads nowhere, and where the text is broken', () => {
		assert.deepEqual(changes(json, { path: ['entries', 7], remove: true }), []);
		assert.deepEqual(changes(json, { path: ['id', 'x'], value: 1 }), []);
		assert.deepEqual(changes(json.replace(']', ''), { path: ['id'], value: 'b' }), []);
	});

	test('keep to one line what stands in one', () => {
		const text = '{"id": "a", "entries": []}';
		assert.deepEqual(changes(text, { path: ['name'], value: 'A' }), [
			`-${text}`,
			'+{"id": "a", "entries": [], "name": "A"}',
		]);
	});
});
