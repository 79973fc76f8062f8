import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lentConstants } from '../../../../test/support/lent-constants.ts';
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

const codes = (declared: string, name = 'com.example.chat'): string => `package ${name};\n\npublic ${declared}\n`;
const constants = 'class Codes { static final String SLOW = "RATE_LIMITED", GONE = "RESOURCE_GONE"; }';
const values = 'enum ErrorCode { SLOW("RATE_LIMITED"), @JsonProperty("RESOURCE_GONE") GONE; }';
const nested = 'class Api { interface Codes { String SLOW = "RATE_LIMITED"; } }';
const client = (imports: string, body: string): string =>
	`package com.example.chat;\n\n${imports}class Client {\n\tboolean is(ApiException e) {\n\t\treturn ${body};\n\t}\n}\n`;
const asks = (name: string): string => `${name}.equals(e.getCode())`;
const folder = 'src/main/java/com/example';
const main = `${folder}/chat/Client.java`;

/** What it shows, the files, the file that is lent something, and what. */
const lent: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
	[
		'constants of a class of the same package',
		{ [`${folder}/chat/Codes.java`]: codes(constants), [main]: client('', asks('Codes.SLOW')) },
		['Codes.GONE = RESOURCE_GONE', 'Codes.SLOW = RATE_LIMITED'],
	],
	[
		'an enum of the same package',
		{ [`${folder}/chat/ErrorCode.java`]: codes(values), [main]: client('', asks('ErrorCode.SLOW.getValue()')) },
		['ErrorCode.GONE = RESOURCE_GONE', 'ErrorCode.SLOW = RATE_LIMITED'],
	],
	[
		'a class of a package that is imported whole',
		{
			[`${folder}/codes/Codes.java`]: codes(constants, 'com.example.codes'),
			[main]: client('import com.example.codes.*;\n\n', asks('Codes.SLOW')),
		},
		['Codes.GONE = RESOURCE_GONE', 'Codes.SLOW = RATE_LIMITED'],
	],
	[
		'what is imported rather than what stands beside',
		{
			[`${folder}/chat/ErrorCode.java`]: codes('enum ErrorCode { SLOW("CONFLICT"); }'),
			[`${folder}/codes/ErrorCode.java`]: codes(values, 'com.example.codes'),
			[main]: client('import com.example.codes.ErrorCode;\n\n', asks('ErrorCode.SLOW.code')),
		},
		['ErrorCode.GONE = RESOURCE_GONE', 'ErrorCode.SLOW = RATE_LIMITED'],
	],
	[
		'members by a static import',
		{
			[`${folder}/codes/Codes.java`]: codes(constants, 'com.example.codes'),
			[main]: client('import static com.example.codes.Codes.SLOW;\n\n', asks('SLOW')),
		},
		['SLOW = RATE_LIMITED'],
	],
	[
		'a class in a class',
		{
			[`${folder}/codes/Api.java`]: codes(nested, 'com.example.codes'),
			[main]: client('import com.example.codes.Api;\n\n', asks('Api.Codes.SLOW')),
		},
		['Api.Codes.SLOW = RATE_LIMITED'],
	],
	[
		'nothing of classes that the file does not name',
		{ [`${folder}/chat/Codes.java`]: codes(constants), [main]: client('', asks('SLOW')) },
		[],
	],
];

describe('a file has', () => {
	for (const [title, texts, expected] of lent)
		it(title, async () => assert.deepEqual(await lentConstants('java', texts, main), expected));
});
