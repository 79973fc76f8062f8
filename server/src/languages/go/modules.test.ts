import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { catalogs, newAnalyzer, noContext } from '../../../../test/support/analyzed.ts';
import { textFiles } from '../../../../test/support/text-files.ts';
import { alone } from '../../analysis/names/neighbourhood.ts';
import { Neighbours } from '../../project/neighbours.ts';
import { Outlines } from '../../project/outlines.ts';
import { keptFiles } from '../../project/project-files.ts';
import type { Import } from '../../syntax/code.ts';
import { findModule } from './modules.ts';

const analyzer = newAnalyzer();
const root = 'file:///project/';

/** What `main.go`, or another file, has from the files around it: constants, and why it is about an API. */
async function around(texts: Readonly<Record<string, string>>, path = 'main.go') {
	const files = keptFiles(textFiles(root, texts));
	const sourceOf = async (uri: string) => {
		const text = await files.read(uri);
		return text === undefined ? undefined : { languageId: 'go', text };
	};
	const outlines = new Outlines({ sourceOf, outline: (source, all) => analyzer.outline(source, all) });
	const neighbours = new Neighbours({
		files,
		outlineOf: (uri, all) => outlines.of(uri, all),
		findModuleFor: () => findModule,
	});
	let imports: readonly Import[] = [];
	await analyzer.analyze(TextDocument.create(root + path, 'go', 1, texts[path] ?? ''), {
		...noContext,
		neighbourhood: async (found) => {
			imports = found;
			return alone;
		},
	});
	const { constants, inPlay } = await neighbours.imported(root + path, imports, catalogs);
	analyzer.forget(root + path);
	return {
		constants: [...constants].map(([name, { literal }]) => `${name} = ${literal.value}`).sort(),
		reasons: inPlay.map(({ reason }) => reason),
	};
}

const constantsFor = async (texts: Readonly<Record<string, string>>): Promise<readonly string[]> =>
	(await around(texts)).constants;

const module = 'module example.com/chat // ours\n\ngo 1.21\n';
const limited = 'package apierr\n\nconst CodeRateLimited Code = "RATE_LIMITED"\n';
const refused = 'package apierr\n\nconst (\n\tCodeToken = "AUTH_INVALID_TOKEN"\n)\n';

const cases: Readonly<Record<string, readonly [Readonly<Record<string, string>>, readonly string[]]>> = {
	'all files of a package of the module, without its tests': [
		{
			'go.mod': module,
			'main.go': 'package main\n\nimport "example.com/chat/internal/apierr"\n',
			'internal/apierr/limited.go': limited,
			'internal/apierr/refused.go': refused,
			'internal/apierr/limited_test.go': 'package apierr\n\nconst other = "NOT_FOUND"\n',
		},
		['apierr.CodeRateLimited = RATE_LIMITED', 'apierr.CodeToken = AUTH_INVALID_TOKEN'],
	],
	'a package by another name': [
		{
			'go.mod': module,
			'main.go': 'package main\n\nimport (\n\tcodes "example.com/chat/apierr"\n)\n',
			'apierr/codes.go': limited,
		},
		['codes.CodeRateLimited = RATE_LIMITED'],
	],
	'a package without a name': [
		{ 'go.mod': module, 'main.go': 'package main\n\nimport . "example.com/chat/apierr"\n', 'apierr/a.go': limited },
		['CodeRateLimited = RATE_LIMITED'],
	],
	'the files of its own package': [
		{ 'main.go': 'package main\n', 'codes.go': 'package main\n\nconst limited = "RATE_LIMITED"\n' },
		['limited = RATE_LIMITED'],
	],
	'nothing of another module': [
		{ 'go.mod': module, 'main.go': 'package main\n\nimport "example.org/apierr"\n', 'apierr/a.go': limited },
		[],
	],
	'nothing without a module': [
		{ 'main.go': 'package main\n\nimport "example.com/chat/apierr"\n', 'apierr/a.go': limited },
		[],
	],
};

for (const [title, [texts, expected]] of Object.entries(cases)) {
	test(`a file has ${title}`, async () => assert.deepEqual(await constantsFor(texts), expected));
}

test('a package is named by the last word of its path that says what it is', async () => {
	const main = (path: string) => `package main\n\nimport "${path}"\n`;
	const texts = (path: string) => ({
		'go.mod': 'module example.com/chat\n',
		'main.go': main(`example.com/chat/${path}`),
		[`${path}/a.go`]: limited,
	});
	assert.deepEqual(await constantsFor(texts('apierr/v2')), ['apierr.CodeRateLimited = RATE_LIMITED']);
	assert.deepEqual(await constantsFor(texts('go-apierr')), ['apierr.CodeRateLimited = RATE_LIMITED']);
});

test('a file of the same package is told by its name', async () => {
	const { reasons } = await around({
		'main.go': 'package main\n',
		'client.go': 'package main\n\nconst host = "https://api.silentchat.de"\n',
	});
	assert.deepEqual(reasons, ['client.go, of the same package, names api.silentchat.de']);
});
