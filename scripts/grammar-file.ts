import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Where packages keep grammars, in the order in which they are asked for one. */
const folders = [
	'@vscode/tree-sitter-wasm/wasm',
	'@tree-sitter-grammars/tree-sitter-kotlin',
	'@lumis-sh/wasm-dart',
	'@repomix/tree-sitter-wasms/out',
];

/**
 * The path of a grammar in the package that brings it.
 * @param name the file's name: `tree-sitter-java.wasm`
 * @throws where no package has it
 */
export function grammarFile(name: string): string {
	for (const folder of folders) {
		try {
			return require.resolve(`${folder}/${name}`);
		} catch {
			// The next package may have it.
		}
	}
	throw new Error(`No package has the grammar ${name}`);
}
