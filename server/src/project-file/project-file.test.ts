import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { readProjectFile } from './project-file.ts';

const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, 'project-file.schema.json'), 'utf8'));
const isValid = new Ajv().compile(schema);
const uri = 'file:///home/shop/api-errors.json';

test('the schema of a project’s file and its reader agree', () => {
	const cases: readonly [unknown, boolean][] = [
		[{}, true],
		[{ $schema: schema.$id, catalogs: [] }, true],
		[{ catalogs: ['docs/errors.yaml', '../elsewhere'] }, true],
		[{ catalog: [] }, false],
		[{ catalogs: 'docs' }, false],
		[{ catalogs: [7] }, false],
		[[], false],
	];
	for (const [value, isRight] of cases) {
		const text = JSON.stringify(value);
		assert.equal(isValid(value), isRight, text);
		assert.equal(readProjectFile(uri, { text }).problems.length === 0, isRight, text);
	}
});

test('a key that is nearly right can be mended', () => {
	const text = '{ "catalog": ["a.json"] }';
	const [problem] = readProjectFile(uri, { text }).problems;
	assert.deepEqual([problem?.code, problem && text.slice(problem.start, problem.end)], ['unknown-field', '"catalog"']);
	const fixes = problem?.fixes.map(({ edits }) => {
		const [edit] = edits;
		return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
	});
	assert.equal(fixes?.[0], '{ "catalogs": ["a.json"] }');
});

test('the same text is the same object', () => {
	const first = readProjectFile(uri, { text: '{}' });
	assert.equal(readProjectFile(uri, { text: '{}' }, first), first);
});
