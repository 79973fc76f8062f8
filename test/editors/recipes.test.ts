import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse as parseToml } from 'smol-toml';
import { languageIds } from '../../server/src/language-ids.ts';
import { recipe } from './recipe.ts';

// Recipes for editors in which nothing is tried: that they can be read, start the server, and leave out no language.

const command = 'api-errors-language-server';
const words = ['--stdio'];

interface HelixLanguages {
	readonly 'language-server': Readonly<Record<string, { readonly command: string; readonly args: readonly string[] }>>;
	readonly language: readonly { readonly name: string; readonly 'language-servers': readonly string[] }[];
}

test('Helix starts the server, beside others', () => {
	const { 'language-server': servers, language } = parseToml(recipe('helix')) as unknown as HelixLanguages;
	assert.deepEqual([servers['api-errors']?.command, servers['api-errors']?.args], [command, words]);
	for (const { name, 'language-servers': used } of language) {
		assert.equal(used.at(-1), 'api-errors', name);
		assert.ok(used.length > 1, name);
	}
});

interface ZedExtension {
	readonly schema_version: number;
	readonly language_servers: Readonly<Record<string, { readonly languages: readonly string[] }>>;
}

test('the extension for Zed names every language, and the server by one name', () => {
	const { schema_version: version, language_servers: servers } = parseToml(
		recipe('zed-extension'),
	) as unknown as ZedExtension;
	assert.deepEqual([version, Object.keys(servers)], [1, ['api-errors']]);
	const names = servers['api-errors']?.languages.map((name) => zedIds[name] ?? name.toLowerCase()) ?? [];
	// Zed has no language of its own for these.
	const others = ['javascriptreact', 'mdx', 'jupyter'];
	assert.deepEqual(names.filter((id) => !['json', 'yaml'].includes(id)).sort(), without(others));
	const { package: made, lib } = parseToml(recipe('zed-cargo')) as unknown as {
		readonly package: { readonly name: string };
		readonly lib: { readonly 'crate-type': readonly string[] };
	};
	assert.deepEqual([made.name, lib['crate-type']], ['api-errors', ['cdylib']]);
	assert.deepEqual(Object.keys(parsedJson('zed-settings').lsp), ['api-errors']);
});

const zedIds: Readonly<Record<string, string>> = { TSX: 'typescriptreact', 'C#': 'csharp', 'Vue.js': 'vue' };

const without = (others: readonly string[]) => languageIds.filter((id) => !others.includes(id)).sort();

test('Sublime Text starts the server for every language', () => {
	const { clients } = parsedJson('sublime');
	const { enabled, command: started, selector } = clients['api-errors'];
	assert.deepEqual([enabled, started], [true, [command, ...words]]);
	const scopes = new Set<string>(selector.split(' | '));
	for (const id of languageIds) assert.ok(scopes.has(sublimeScopes[id] ?? `source.${id}`), id);
});

/** Components and pages are all kinds of HTML there, and so is Markdown. */
const sublimeScopes: Readonly<Record<string, string>> = {
	javascript: 'source.js',
	javascriptreact: 'source.jsx',
	typescript: 'source.ts',
	typescriptreact: 'source.tsx',
	csharp: 'source.cs',
	php: 'embedding.php',
	rust: 'source.rust',
	jupyter: 'source.json',
	...Object.fromEntries(['vue', 'svelte', 'astro', 'html', 'markdown', 'mdx'].map((id) => [id, 'text.html'])),
};

test('Kate starts the server for every programming language', () => {
	const { servers } = parsedJson('kate');
	const { command: started, highlightingModeRegex: modes } = servers['api-errors'];
	assert.deepEqual(started, [command, ...words]);
	const names = ['JavaScript', 'JavaScript React (JSX)', 'TypeScript', 'TypeScript React (TSX)', 'C#', 'Dart', 'Go'];
	const more = ['Java', 'Kotlin', 'PHP/PHP', 'Python', 'Ruby', 'Rust', 'Swift', 'JSON', 'YAML'];
	for (const mode of [...names, ...more]) assert.match(mode, new RegExp(modes));
});

test('Neovim is told of every language', () => {
	for (const name of ['neovim', 'neovim-before-0.11']) {
		const types = new Set([...recipe(name).matchAll(/'([a-z]+)'/g)].map(([, type]) => type));
		for (const id of without(['jupyter'])) assert.ok(types.has(id === 'csharp' ? 'cs' : id), `${name}: ${id}`);
	}
});

const parsedJson = (name: string) => JSON.parse(recipe(name));
