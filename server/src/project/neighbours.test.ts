import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { catalogs, newAnalyzer, noContext } from '../../../test/support/analyzed.ts';
import { textFiles } from '../../../test/support/text-files.ts';
import { alone } from '../analysis/names/neighbourhood.ts';
import { languages } from '../languages/index.ts';
import type { Import } from '../syntax/code.ts';
import { Neighbours } from './neighbours.ts';
import { Outlines } from './outlines.ts';
import { keptFiles } from './project-files.ts';

const analyzer = newAnalyzer();
const root = 'file:///project/';

/** What `src/main.ts` or its likes are lent by the files beside it. */
async function around(texts: Readonly<Record<string, string>>, path = 'src/main.ts') {
	const files = keptFiles(textFiles(root, texts));
	const sourceOf = async (uri: string) => {
		const text = await files.read(uri);
		return text === undefined ? undefined : { languageId: uri.endsWith('.js') ? 'javascript' : 'typescript', text };
	};
	const outlines = new Outlines({ sourceOf, outline: (source, all) => analyzer.outline(source, all) });
	const neighbours = new Neighbours({
		files,
		outlineOf: (uri, all) => outlines.of(uri, all),
		findModuleFor: () => languages[0]?.findModule,
	});
	const source = await sourceOf(root + path);
	const document = TextDocument.create(root + path, source?.languageId ?? '', 1, source?.text ?? '');
	let imports: readonly Import[] = [];
	await analyzer.analyze(document, {
		...noContext,
		neighbourhood: async (found) => {
			imports = found;
			return alone;
		},
	});
	const { constants, types, inPlay } = await neighbours.imported(root + path, imports, catalogs);
	return {
		constants: [...constants].map(([name, { literal }]) => `${name} = ${literal.value}`),
		types: [...types].map(([name, { text }]) => `${name}: ${text}`),
		reasons: inPlay.map(({ catalog, step, reason }) => `${catalog.id} ${step}: ${reason}`),
	};
}

const enumeration = "export enum Codes { Limited = 'RATE_LIMITED', Status = 429 }";
const named = ['Codes.Limited = RATE_LIMITED', 'Codes.Status = 429'];

const lent: Readonly<Record<string, readonly [Readonly<Record<string, string>>, readonly string[]]>> = {
	'members of an enum': [{ 'src/main.ts': "import { Codes } from './codes';", 'src/codes.ts': enumeration }, named],
	'an enum under another name': [
		{ 'src/main.ts': "import { Codes as C } from './codes';", 'src/codes.ts': enumeration },
		['C.Limited = RATE_LIMITED', 'C.Status = 429'],
	],
	'all of a module': [
		{ 'src/main.ts': "import * as api from './codes';", 'src/codes.ts': enumeration },
		['api.Codes.Limited = RATE_LIMITED', 'api.Codes.Status = 429'],
	],
	'a constant': [
		{ 'src/main.ts': "import { LIMITED } from './codes';", 'src/codes.ts': "export const LIMITED = 'RATE_LIMITED';" },
		['LIMITED = RATE_LIMITED'],
	],
	'a frozen table': [
		{
			'src/main.ts': "import { Codes } from './codes';",
			'src/codes.ts': "export const Codes = Object.freeze({ limited: 'RATE_LIMITED' } as const);",
		},
		['Codes.limited = RATE_LIMITED'],
	],
	'what a list of exports names': [
		{
			'src/main.ts': "import { Errors } from './codes';",
			'src/codes.ts': "const Codes = { limited: 'RATE_LIMITED' } as const;\nexport { Codes as Errors };",
		},
		['Errors.limited = RATE_LIMITED'],
	],
	'what is exported without a name': [
		{
			'src/main.ts': "import Codes from './codes';",
			'src/codes.ts': "const codes = { limited: 'RATE_LIMITED' };\nexport default codes;",
		},
		['Codes.limited = RATE_LIMITED'],
	],
	'names that an index hands on': [
		{
			'src/main.ts': "import { Codes } from './api';",
			'src/api/index.ts': "export * from './codes';",
			'src/api/codes.ts': enumeration,
		},
		named,
	],
	'names that an index hands on one by one, renamed': [
		{
			'src/main.ts': "import { ApiCodes } from './api';",
			'src/api/index.ts': "export { Codes as ApiCodes } from './codes';",
			'src/api/codes.ts': enumeration,
		},
		['ApiCodes.Limited = RATE_LIMITED', 'ApiCodes.Status = 429'],
	],
	'a module that an index hands on under a name': [
		{
			'src/main.ts': "import { errors } from './api';",
			'src/api/index.ts': "export * as errors from './codes';",
			'src/api/codes.ts': enumeration,
		},
		['errors.Codes.Limited = RATE_LIMITED', 'errors.Codes.Status = 429'],
	],
	'names that an index imports and exports': [
		{
			'src/main.ts': "import { Codes } from './api';",
			'src/api/index.ts': "import { Codes } from './codes';\nexport { Codes };",
			'src/api/codes.ts': enumeration,
		},
		named,
	],
	'what a module of CommonJS exports': [
		{
			'src/main.js': "const { Codes } = require('./codes');",
			'src/codes.js': "const Codes = { limited: 'RATE_LIMITED' };\nmodule.exports = { Codes };",
		},
		['Codes.limited = RATE_LIMITED'],
	],
	'a module of CommonJS that is a table': [
		{
			'src/main.js': "const codes = require('./codes');",
			'src/codes.js': "module.exports = { limited: 'RATE_LIMITED' };",
		},
		['codes.limited = RATE_LIMITED'],
	],
	'a module of CommonJS that is one name': [
		{
			'src/main.js': "const { limited } = require('./codes');",
			'src/codes.js': "const codes = Object.freeze({ limited: 'RATE_LIMITED' });\nmodule.exports = codes;",
		},
		['limited = RATE_LIMITED'],
	],
	'a module of CommonJS through an import': [
		{ 'src/main.ts': "import codes from './codes.js';", 'src/codes.js': "exports.LIMITED = 'RATE_LIMITED';" },
		['codes.LIMITED = RATE_LIMITED'],
	],
	'a file that is found by a mapping': [
		{
			'src/main.ts': "import { Codes } from '@/codes';",
			'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
			'src/codes.ts': enumeration,
		},
		named,
	],
	'nothing that is not exported': [
		{ 'src/main.ts': "import { Codes } from './codes';", 'src/codes.ts': enumeration.replace('export ', '') },
		[],
	],
	'nothing of files that are not there': [{ 'src/main.ts': "import { Codes } from './codes';" }, []],
	'what there is where files import each other': [
		{
			'src/main.ts': "import { Codes } from './a';",
			'src/a.ts': "export * from './b';",
			'src/b.ts': `export * from './a';\n${enumeration}`,
		},
		named,
	],
};

describe('a file is lent', () => {
	for (const [name, [texts, expected]] of Object.entries(lent)) {
		test(name, async () => {
			const main = Object.keys(texts).find((path) => path.includes('/main.'));
			assert.deepEqual((await around(texts, main)).constants, expected);
		});
	}
});

test('a file is lent types, through an index too', async () => {
	const { types } = await around({
		'src/main.ts': "import type { Code } from './api';",
		'src/api/index.ts': "export type { ErrorCode as Code } from './codes';",
		'src/api/codes.ts': "export type ErrorCode = 'CONFLICT' | 'NOT_FOUND';\ntype Inner = 'RATE_LIMITED';",
	});
	assert.deepEqual(types, ["Code: type ErrorCode = 'CONFLICT' | 'NOT_FOUND';"]);
});

describe('a neighbour shows an API', () => {
	const client = "export const base = 'https://api.silentchat.de/v1';";

	test('by naming its host', async () => {
		const { reasons } = await around({ 'src/main.ts': "import { base } from './client';", 'src/client.ts': client });
		assert.deepEqual(reasons, ['silentchat near: ./client, which the file imports, names api.silentchat.de']);
	});

	test('by a comment', async () => {
		const texts = { 'src/main.ts': "import './client';", 'src/client.ts': '// api-errors: silentchat\nexport {};' };
		assert.deepEqual((await around(texts)).reasons, [
			'silentchat near: ./client, which the file imports, names it in a comment',
		]);
	});

	test('through an index that hands on the name', async () => {
		const { reasons } = await around({
			'src/main.ts': "import { base } from './api';",
			'src/api/index.ts': "export { base } from './client';\nexport { other } from './other';",
			'src/api/client.ts': client,
			'src/api/other.ts': "export const other = 'https://example.com';",
		});
		assert.deepEqual(reasons, ['silentchat near: ./api, which the file imports, names api.silentchat.de']);
	});

	test('but not two imports away', async () => {
		const { reasons } = await around({
			'src/main.ts': "import { load } from './load';",
			'src/load.ts': "import { base } from './client';\nexport const load = () => fetch(base);",
			'src/client.ts': client,
		});
		assert.deepEqual(reasons, []);
	});
});
