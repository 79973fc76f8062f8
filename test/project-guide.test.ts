import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readGlob } from '../server/src/globs/glob.ts';
import { readProjectFile } from '../server/src/project-file/project-file.ts';

const root = path.join(import.meta.dirname, '..');
const guide = readFileSync(path.join(root, 'docs/project-file.md'), 'utf8');

test('the project’s file that the guide shows can be used as it stands there', () => {
	const [, text = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
	const { problems, parts } = readProjectFile('file:///project/api-errors.json', { text });
	assert.deepEqual(
		problems.map(({ message }) => message),
		[],
	);
	assert.equal(parts.length, 4);
});

test('the guide has every field that the schema has, and no other', () => {
	const schema = JSON.parse(readFileSync(path.join(root, 'server/src/project-file/project-file.schema.json'), 'utf8'));
	const told = [...guide.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
	assert.deepEqual(
		told.sort(),
		Object.keys(schema.properties)
			.filter((name) => name !== '$schema')
			.sort(),
	);
});

test('every glob that the guide shows is one', () => {
	const globs = [...guide.matchAll(/^\| `([^`\s]+[*/][^`]*)`/gm)].map(([, glob = '']) => glob);
	assert.ok(globs.length >= 5);
	for (const glob of globs) assert.ok(!('wrong' in readGlob(glob)), glob);
});
