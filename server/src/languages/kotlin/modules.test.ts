import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProjectFiles } from '../../syntax/language.ts';
import { importedAs } from './imported-as.ts';
import { findModule } from './modules.ts';

const paths = [
	'app/src/main/kotlin/com/example/chat/ErrorCodes.kt',
	'app/src/main/kotlin/com/example/chat/limits.kt',
	'app/src/main/kotlin/com/example/chat/LimitsTest.kt',
	'short/src/commonMain/kotlin/errors/Codes.kt',
];

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

describe('the file of what is imported', () => {
	const found: readonly (readonly [string, string, string, number | undefined])[] = [
		['a class beside the importer', 'com.example.chat.ErrorCodes', 'app/src/main/kotlin/com/example/chat/Client.kt', 0],
		['a class of another package', 'com.example.chat.ErrorCodes', 'app/src/main/kotlin/com/example/ui/View.kt', 0],
		['a member of it', 'com.example.chat.ErrorCodes.GONE', 'app/src/main/kotlin/com/example/Main.kt', 0],
		['a constant of the package', 'com.example.chat.RATE_LIMITED', 'app/src/main/kotlin/com/example/Main.kt', 0],
		['all of the package', 'com.example.chat', 'app/src/main/kotlin/com/example/Main.kt', 0],
		['from a test', 'com.example.chat.ErrorCodes', 'app/src/test/kotlin/com/example/chat/ClientTest.kt', 0],
		['folders without what all packages share', 'com.example.errors.Codes', 'short/src/jvmMain/kotlin/App.kt', 3],
		['the file’s own package', '.', 'app/src/main/kotlin/com/example/chat/ErrorCodes.kt', 1],
		['a library', 'org.library.Codes', 'app/src/main/kotlin/com/example/Main.kt', undefined],
	];
	for (const [title, module, importer, index] of found) {
		it(title, async () => {
			const expected = index === undefined ? undefined : `test:///${paths[index]}`;
			assert.equal(await findModule(module, `test:///${importer}`, files), expected);
		});
	}
	it('with the other files of the package, without its tests', async () =>
		assert.deepEqual(await findModule.besides?.(`test:///${paths[0]}`, files), [`test:///${paths[1]}`]));
});

describe('what an import names', () => {
	it('a class', () => assert.deepEqual(importedAs('a.b.Codes', undefined), [{ name: 'Codes', alias: 'Codes' }]));
	it('a class by another name', () =>
		assert.deepEqual(importedAs('a.b.Codes', 'Other'), [{ name: 'Codes', alias: 'Other' }]));
	it('a constant', () =>
		assert.deepEqual(importedAs('a.b.LIMITED', undefined), [{ name: 'LIMITED', alias: 'LIMITED' }]));
	it('a member, by its last word', () =>
		assert.deepEqual(importedAs('a.b.Codes.Companion.LIMITED', undefined), [
			{ name: 'Codes.LIMITED', alias: 'LIMITED' },
			{ name: 'LIMITED', alias: 'LIMITED' },
		]));
	it('all that is there', () => assert.deepEqual(importedAs('a.b', '*'), [{ name: '*', alias: '*' }]));
});
