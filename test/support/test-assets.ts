import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { grammarFile } from '../../scripts/grammar-file.ts';

const parser = 'web-tree-sitter.wasm';

/** The parser and the grammars out of their packages, as a build copies them. */
export function readAsset(name: string): Promise<Uint8Array> {
	const isParser = name === parser;
	return readFile(isParser ? createRequire(import.meta.url).resolve(`web-tree-sitter/${parser}`) : grammarFile(name));
}
