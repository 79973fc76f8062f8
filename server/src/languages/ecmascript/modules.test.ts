import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'jsonc-parser';
import { textFiles } from '../../../../test/support/text-files.ts';
import type { ProjectFiles } from '../../syntax/language.ts';
import { findModule } from './modules.ts';

const root = 'file:///project/';

function filesOf(texts: Readonly<Record<string, string>>): ProjectFiles {
	const { readFile, readFolder } = textFiles(root, texts);
	return {
		list: async (folder) => new Map((await readFolder(folder)).map(({ name, isFolder }) => [name, isFolder])),
		readJson: (uri) =>
			readFile(uri).then(
				(text) => parse(text),
				() => undefined,
			),
		read: (uri) => readFile(uri).catch(() => undefined),
	};
}

interface Case {
	readonly module: string;
	readonly from?: string;
	readonly files: Readonly<Record<string, string>>;
	/** Path of the file that is meant; undefined for none. */
	readonly finds: string | undefined;
}

const cases: Readonly<Record<string, Case>> = {
	'a file beside, without its ending': { module: './codes', files: { 'src/codes.ts': '' }, finds: 'src/codes.ts' },
	'a file above': { module: '../codes', files: { 'codes.js': '' }, finds: 'codes.js' },
	'a whole name': { module: './codes.ts', files: { 'src/codes.ts': '' }, finds: 'src/codes.ts' },
	'the source of what it is compiled to': {
		module: './codes.js',
		files: { 'src/codes.ts': '' },
		finds: 'src/codes.ts',
	},
	'a source rather than its declarations': {
		module: './codes',
		files: { 'src/codes.d.ts': '', 'src/codes.ts': '' },
		finds: 'src/codes.ts',
	},
	'the index of a folder': { module: './codes', files: { 'src/codes/index.ts': '' }, finds: 'src/codes/index.ts' },
	'the index of its own folder': { module: '.', files: { 'src/index.ts': '' }, finds: 'src/index.ts' },
	'the index of the folder above': { module: '..', files: { 'index.js': '' }, finds: 'index.js' },
	'a file rather than the folder of the same name': {
		module: './codes',
		files: { 'src/codes/index.ts': '', 'src/codes.ts': '' },
		finds: 'src/codes.ts',
	},
	'a name with a dot': { module: './error.codes', files: { 'src/error.codes.ts': '' }, finds: 'src/error.codes.ts' },
	'nothing where there is no such file': { module: './codes', files: { 'src/other.ts': '' }, finds: undefined },
	'nothing for a package': { module: 'axios', files: { 'src/axios.ts': '' }, finds: undefined },
	'nothing for a module of Node.js': { module: 'node:fs', files: {}, finds: undefined },
	'a mapped name': {
		module: '@/codes',
		files: {
			'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] }, }, } // by hand',
			'src/codes.ts': '',
		},
		finds: 'src/codes.ts',
	},
	'a mapped name from the base': {
		module: '@codes',
		files: {
			'tsconfig.json': '{ "compilerOptions": { "baseUrl": "src", "paths": { "@codes": ["shared/codes"] } } }',
			'src/shared/codes.ts': '',
		},
		finds: 'src/shared/codes.ts',
	},
	'the longest pattern': {
		module: '@/api/codes',
		files: {
			'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./a/*"], "@/api/*": ["./b/*"] } } }',
			'a/api/codes.ts': '',
			'b/codes.ts': '',
		},
		finds: 'b/codes.ts',
	},
	'the next target where the first is not there': {
		module: '@/codes',
		files: { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./a/*", "./b/*"] } } }', 'b/codes.ts': '' },
		finds: 'b/codes.ts',
	},
	'a name below the base': {
		module: 'shared/codes',
		files: { 'jsconfig.json': '{ "compilerOptions": { "baseUrl": "./src" } }', 'src/shared/codes.js': '' },
		finds: 'src/shared/codes.js',
	},
	'a mapping of the configuration that is extended': {
		module: '@/codes',
		files: {
			'src/tsconfig.json': '{ "extends": "../tsconfig.base" }',
			'tsconfig.base.json': '{ "compilerOptions": { "paths": { "@/*": ["src/*"] } } }',
			'src/codes.ts': '',
		},
		finds: 'src/codes.ts',
	},
	'a mapping of a project that is referred to': {
		module: '@/codes',
		files: {
			'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
			'tsconfig.app.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
			'src/codes.ts': '',
		},
		finds: 'src/codes.ts',
	},
	'nothing where configurations extend each other': {
		module: '@/codes',
		files: { 'tsconfig.json': '{ "extends": "./other.json" }', 'other.json': '{ "extends": "./tsconfig.json" }' },
		finds: undefined,
	},
	'nothing where the configuration is broken': {
		module: '@/codes',
		files: { 'tsconfig.json': '{ "compilerOptions": { "paths": [1, {' },
		finds: undefined,
	},
	'an import of the package itself': {
		module: '#codes',
		files: { 'package.json': '{ "imports": { "#codes": "./src/codes.js" } }', 'src/codes.js': '' },
		finds: 'src/codes.js',
	},
	'an import of the package itself by pattern and condition': {
		module: '#lib/codes',
		files: {
			'package.json': '{ "imports": { "#lib/*": { "types": "./types/*.d.ts", "default": "./lib/*.ts" } } }',
			'lib/codes.ts': '',
		},
		finds: 'lib/codes.ts',
	},
};

for (const [name, { module, from = 'src/client.ts', files, finds }] of Object.entries(cases)) {
	test(`an import means ${name}`, async () => {
		const found = await findModule(module, root + from, filesOf(files));
		assert.equal(found, finds === undefined ? undefined : root + finds);
	});
}

test('a document without a folder imports nothing', async () => {
	assert.equal(await findModule('./codes', 'untitled:Untitled-1', filesOf({})), undefined);
});
