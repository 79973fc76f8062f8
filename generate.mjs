// Writes what is derived from our sources: settings and grammars in package.json, syntaxes/, the HTTP catalog.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { staleFiles } from './scripts/generated-files.ts';

const stale = staleFiles();
for (const [file, text] of stale) {
	const target = path.join(import.meta.dirname, file);
	mkdirSync(path.dirname(target), { recursive: true });
	writeFileSync(target, text);
	console.log(`${file} is written anew`);
}
if (stale.size === 0) console.log('Everything is up to date');
