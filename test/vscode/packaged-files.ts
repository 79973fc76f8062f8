/** What is in the package, and what for. */
interface Part {
	readonly names: readonly string[];
	readonly reason: string;
}

const below = (folder: string, ending: string, names: readonly string[]) =>
	names.map((name) => `${folder}/${name}.${ending}`);

/** Every file of the package. */
export const packagedFiles: readonly Part[] = [
	{ names: ['package.json'], reason: 'the manifest' },
	{ names: ['README.md', 'CHANGELOG.md', 'LICENSE', 'media/icon.png'], reason: 'the extension’s page in VS Code' },
	{ names: ['dist/extension.js'], reason: 'the client, in a Node.js process and in a web worker' },
	{ names: ['dist/server.js'], reason: 'the language server, in a Node.js process and in a web worker' },
	{ names: ['dist/THIRD-PARTY-NOTICES.txt'], reason: 'the licences of what is in both' },
	{ names: ['dist/assets/web-tree-sitter.wasm'], reason: 'the parser' },
	{
		names: below('dist/assets', 'wasm', [
			...['tree-sitter-c-sharp', 'tree-sitter-dart', 'tree-sitter-go', 'tree-sitter-java', 'tree-sitter-javascript'],
			...['tree-sitter-kotlin', 'tree-sitter-php', 'tree-sitter-python', 'tree-sitter-ruby', 'tree-sitter-rust'],
			...['tree-sitter-swift', 'tree-sitter-tsx', 'tree-sitter-typescript'],
		]),
		reason: 'the grammars, each fetched when a file of its language is opened',
	},
	{
		names: below('dist/assets/catalogs', 'json', ['chatness', 'http', 'silentchat']),
		reason: 'the catalogs that come with us, shown where definitions lead',
	},
	{
		names: below('dist/assets/schemas', 'json', ['catalog-1', 'project-1']),
		reason: 'what VS Code completes and checks catalogs and project files by',
	},
	{
		names: below('dist/rules', 'md', [
			...['deprecated-code', 'duplicate-branch', 'missing-required', 'retry-after', 'status-mismatch'],
			...['undocumented-status', 'unknown-code', 'unused-directive'],
		]),
		reason: 'the pages of the rules, to which diagnostics link',
	},
	{
		names: below('docs/walkthrough', 'md', ['catalogs', 'completion', 'fix', 'hover', 'look-up', 'settings']),
		reason: 'the steps of the walkthrough',
	},
	{
		names: below('syntaxes', 'tmLanguage.json', ['codes', 'directives']),
		reason: 'the colours of codes and of comments to us',
	},
];
