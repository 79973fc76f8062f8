import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { partFields, partKinds } from '../syntax/parts/part.ts';

const page = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const words = new Set([...page.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`(\w[\w-]*)`/g)].map(([, word]) => word));

/** The members of an interface, as its file has them. */
function membersOf(name: string, file: string): readonly string[] {
	const text = readFileSync(new URL(file, import.meta.url), 'utf8');
	const body = new RegExp(`^export interface ${name} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(text)?.[1] ?? '';
	return [...body.matchAll(/^\treadonly (\w+)/gm)].flatMap(([, member]) => member ?? []);
}

const missing = (names: readonly string[]): readonly string[] => names.filter((name) => !words.has(name));

test('the page on languages has every word of the table of nodes', () => {
	const members = membersOf('NodeRole', '../syntax/parts/node-roles.ts');
	assert.ok(members.length > 20);
	assert.deepEqual(missing(members), [], 'give each a row in languages/README.md');
});

test('it has every word of the vocabulary', () => {
	assert.deepEqual(missing(partKinds), [], 'say in languages/README.md what each is');
	assert.deepEqual(missing(partFields), [], 'say in languages/README.md of what each is a part');
});

test('it has all that a language may say', () => {
	const members = membersOf('Language', '../syntax/language.ts');
	assert.ok(members.length > 10);
	assert.deepEqual(missing(members), [], 'say in languages/README.md when a language has each');
});
