import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProjectFiles } from '../../syntax/language.ts';
import { importedAs } from './imported-as.ts';
import { findModule } from './modules.ts';

const paths = ['app/src/main/java/com/example/chat/ErrorCodes.java', 'lib/com/example/Codes.java'];

const files: ProjectFiles = {
	list: async (folder) =>
		new Map(
			paths
				.map((path) => `test:///${path}`)
				.filter((uri) => uri.startsWith(folder) && !uri.slice(folder.length).includes('/'))
				.map((uri) => [uri.slice(folder.length), false]),
		),
	readJson: async () => undefined,
	read: async () => undefined,
};

describe('the file of a class', () => {
	const found: readonly (readonly [string, string, string, number | undefined])[] = [
		['beside the importer', 'com.example.chat.ErrorCodes', 'app/src/main/java/com/example/chat/Client.java', 0],
		['in another package', 'com.example.chat.ErrorCodes', 'app/src/main/java/com/example/ui/View.java', 0],
		['a member of it', 'com.example.chat.ErrorCodes.RATE_LIMITED', 'app/src/main/java/com/example/Main.java', 0],
		['for a test', 'com.example.chat.ErrorCodes', 'app/src/test/java/com/example/chat/ClientTest.java', 0],
		['in folders of another name', 'com.example.Codes', 'lib/com/example/inner/Use.java', 1],
		['of a library', 'org.library.Codes', 'lib/com/example/inner/Use.java', undefined],
		['of a whole package', 'com.example.chat', 'app/src/main/java/com/example/Main.java', undefined],
	];
	for (const [title, module, importer, index] of found) {
		it(title, async () => {
			const expected = index === undefined ? undefined : `test:///${paths[index]}`;
			assert.equal(await findModule(module, `test:///${importer}`, files), expected);
		});
	}
});

describe('what an import names', () => {
	it('a class', () => assert.deepEqual(importedAs('a.b.Codes', undefined), [{ name: 'Codes', alias: 'Codes' }]));
	it('a member, by its last word', () =>
		assert.deepEqual(importedAs('a.b.Codes.LIMITED', undefined), [
			{ name: 'Codes.LIMITED', alias: 'LIMITED' },
			{ name: 'LIMITED', alias: 'LIMITED' },
		]));
	it('all members', () => assert.deepEqual(importedAs('a.b.Codes', '*'), [{ name: '*', alias: '*' }]));
	it('nothing of a whole package', () => assert.deepEqual(importedAs('a.b', '*'), []));
});
