import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtinCatalogs } from '../server/src/catalog/builtin/index.ts';
import { readCatalogFile } from '../server/src/catalogs/files/catalog-file.ts';
import { resolveCatalogs } from '../server/src/catalogs/layers/resolve-catalogs.ts';
import { importFormats, importFrom } from '../server/src/import/index.ts';
import { languages } from '../server/src/languages/index.ts';
import { readProjectFile } from '../server/src/project-file/project-file.ts';
import { CodeReader } from '../server/src/syntax/code-reader.ts';
import { readAsset } from './support/test-assets.ts';

const guide = readFileSync(new URL('../docs/catalogs.md', import.meta.url), 'utf8');
const page = readFileSync(new URL('../docs/walkthrough/catalogs.md', import.meta.url), 'utf8');

/** The examples in a text that are written in a language, without the indentation of a list. */
function examplesIn(text: string, language: string): readonly string[] {
	return [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm)].flatMap(([, indentation = '', name, example = '']) =>
		name === language ? [example.replaceAll(new RegExp(`^${indentation}`, 'gm'), '')] : [],
	);
}

test('every catalog that the guide shows can be used as it stands there', () => {
	const catalogs = [...examplesIn(guide, 'json'), ...examplesIn(page, 'json')].filter((text) =>
		text.includes('/catalog-1'),
	);
	assert.equal(catalogs.length, 3);
	for (const text of catalogs) {
		const uri = 'file:///project/.api-errors/example.json';
		const { catalogs: found, problems } = resolveCatalogs(builtinCatalogs, [readCatalogFile(uri, text)]);
		assert.equal(found.length, 1, text);
		assert.deepEqual(
			problems.get(uri)?.map(({ message }) => message),
			[],
			text,
		);
	}
});

test('the project’s file that the guide shows can be used as it stands there', () => {
	const [text = '', ...others] = examplesIn(guide, 'json').filter((example) => example.includes('/project-1'));
	assert.equal(others.length, 0);
	const { catalogs, problems } = readProjectFile('file:///project/api-errors.json', { text });
	assert.deepEqual(problems, []);
	assert.deepEqual(
		catalogs.map(({ path }) => path),
		['docs/errors.yaml', 'contracts/errors'],
	);
});

test('every source that the guide imports has the codes that it shows', async () => {
	const formats = importFormats(new CodeReader(languages, readAsset));
	const sources = {
		openapi: examplesIn(guide, 'yaml'),
		csv: examplesIn(guide, 'csv'),
		markdown: examplesIn(guide, 'text'),
		typescript: examplesIn(guide, 'ts').filter((text) => text.includes('enum')),
	};
	for (const [name, [text = '', ...others]] of Object.entries(sources)) {
		assert.equal(others.length, 0);
		const { draft, format } = await importFrom({ text }, formats);
		const codes = draft.entries.flatMap(({ kind, value }) => (kind === 'code' ? [value] : []));
		assert.deepEqual([format, ...codes.slice(0, 2)], [name, 'CARD_EXPIRED', 'CARD_DECLINED']);
	}
});

test('every command that the guide names is one that there is', () => {
	const manifest: { readonly contributes: { readonly commands: readonly { readonly title: string }[] } } = JSON.parse(
		readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
	);
	const titles = manifest.contributes.commands.map(({ title }) => title);
	const named = [...guide.matchAll(/\*API Errors: ([^*]+)\*/g)].map(([, title = '']) => title);
	assert.ok(named.length > 5);
	for (const title of named) assert.ok(titles.includes(title), title);
});
