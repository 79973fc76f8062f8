import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { grammarFile } from '../../scripts/grammar-file.ts';

const parser = 'web-tree-sitter.wasm';

const catalogs = fileURLToPath(new URL('../../server/src/catalog/builtin/', import.meta.url));

/** The parser and the grammars out of their packages, and our catalogs, as a build copies them. */
export function readAsset(name: string): Promise<Uint8Array> {
	if (name.startsWith('catalogs/')) return readFile(catalogs + path.basename(name));
	const isParser = name === parser;
	return readFile(isParser ? createRequire(import.meta.url).resolve(`web-tree-sitter/${parser}`) : grammarFile(name));
}
