import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../writing/merge/apply-edits.ts';
import { readDataText } from './data-text.ts';
import { insertItems } from './insert-items.ts';
import type { Layout } from './write-data.ts';

const layout: Layout = { unit: '\t', indentation: '', linesOf: (path) => (path.length === 0 ? 'many' : undefined) };

/** The text with `{ "v": "N" }` after the item of the index. */
function inserted(text: string, after: number, name: string): string {
	const data = readDataText(text, name);
	const edits = insertItems(data, 'list', layout, [{ after, items: [{ v: 'N' }] }]);
	return applyEdits(text, edits);
}

const item = '{\n\t\t\t"v": "N"\n\t\t}';

suite('an item that is put into a list', () => {
	const json: readonly (readonly [string, number, string])[] = [
		['{\n\t"list": [\n\t\t1,\n\t\t2\n\t]\n}', 0, `{\n\t"list": [\n\t\t1,\n\t\t${item},\n\t\t2\n\t]\n}`],
		['{\n\t"list": [\n\t\t1,\n\t\t2\n\t]\n}', 1, `{\n\t"list": [\n\t\t1,\n\t\t2,\n\t\t${item}\n\t]\n}`],
		['{\n\t"list": [\n\t\t1,\n\t\t2\n\t]\n}', -1, `{\n\t"list": [\n\t\t${item},\n\t\t1,\n\t\t2\n\t]\n}`],
		[
			'{\n\t"list": [\n\t\t1, // one\n\t\t2 // two\n\t]\n}',
			0,
			`{\n\t"list": [\n\t\t1, // one\n\t\t${item},\n\t\t2 // two\n\t]\n}`,
		],
		[
			'{\n\t"list": [\n\t\t1, // one\n\t\t2 // two\n\t]\n}',
			1,
			`{\n\t"list": [\n\t\t1, // one\n\t\t2, // two\n\t\t${item}\n\t]\n}`,
		],
		['{\n\t"list": [\n\t\t1,\n\t]\n}', 0, `{\n\t"list": [\n\t\t1,\n\t\t${item},\n\t]\n}`],
		['{"list":[1,2]}', 0, '{"list":[1, { "v": "N" },2]}'],
		['{"list":[1,2]}', 1, '{"list":[1,2, { "v": "N" }]}'],
		['{"list":[1,2]}', -1, '{"list":[{ "v": "N" }, 1,2]}'],
	];
	for (const [before, after, expected] of json)
		test(`of JSON is laid out as the list is: ${JSON.stringify(before)} ${after}`, () => {
			assert.equal(inserted(before, after, 'a.json'), expected);
			assert.deepEqual(readDataText(expected, 'a.json').faults, []);
		});

	const yaml: readonly (readonly [string, number, string])[] = [
		['list:\n  - 1\n  - 2\n', 0, 'list:\n  - 1\n  - v: N\n  - 2\n'],
		['list:\n  - 1\n  - 2\n', 1, 'list:\n  - 1\n  - 2\n  - v: N\n'],
		['list:\n  - 1\n  - 2\n', -1, 'list:\n  - v: N\n  - 1\n  - 2\n'],
		['list:\n- 1\n- 2\nmore: 3\n', 1, 'list:\n- 1\n- 2\n- v: N\nmore: 3\n'],
		['list:\n  - a: 1 # one\n  - b: 2 # two', 1, 'list:\n  - a: 1 # one\n  - b: 2 # two\n  - v: N\n'],
		[
			'list:\n  - a: |\n      x\n\n      y\n  # two\n  - b: 2\n',
			0,
			'list:\n  - a: |\n      x\n\n      y\n  - v: N\n  # two\n  - b: 2\n',
		],
		['list: [1, 2]\n', 0, 'list: [1, { "v": "N" }, 2]\n'],
		['list:\r\n  - 1\r\n', 0, 'list:\r\n  - 1\r\n  - v: N\r\n'],
	];
	for (const [before, after, expected] of yaml)
		test(`of YAML is laid out as the list is: ${JSON.stringify(before)} ${after}`, () => {
			assert.equal(inserted(before, after, 'a.yaml'), expected);
			assert.deepEqual(readDataText(expected, 'a.yaml').faults, []);
		});
});
