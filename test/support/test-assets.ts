import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The parser and the grammars out of their packages, as a build copies them. */
export function readAsset(name: string): Promise<Uint8Array> {
	const packageName = name === 'web-tree-sitter.wasm' ? 'web-tree-sitter' : '@vscode/tree-sitter-wasm/wasm';
	return readFile(createRequire(import.meta.url).resolve(`${packageName}/${name}`));
}
