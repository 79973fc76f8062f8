import { readFileSync } from 'node:fs';
import path from 'node:path';
import { generateGrammars } from './generate-grammars.ts';
import { generateHttpCatalog, httpCatalogPath } from './generate-http-catalog.ts';
import { generateLanguageIds, languageIdsPath } from './generate-language-ids.ts';
import { generateProjectSchema, projectSchemaPath } from './generate-project-schema.ts';
import { generateReadme } from './generate-readme.ts';
import { generateManifest } from './manifest.ts';

const root = path.join(import.meta.dirname, '..');

/** Every file that is derived from others, or has a part that is: its path from the root, and what it must hold. */
function generatedFiles(): ReadonlyMap<string, string> {
	const manifest = generateManifest(readRoot('package.json'));
	return new Map([
		[httpCatalogPath, generateHttpCatalog()],
		[languageIdsPath, generateLanguageIds()],
		[projectSchemaPath, generateProjectSchema()],
		...generateGrammars(),
		['package.json', manifest],
		['README.md', generateReadme(readRoot('README.md'), manifest)],
	]);
}

/** The generated files that do not hold what they must, by path from the root, and what they must hold. */
export function staleFiles(): ReadonlyMap<string, string> {
	return new Map([...generatedFiles()].filter(([file, text]) => readRoot(file) !== text));
}

/** A file by its path from the root of the repository; empty where there is none. */
function readRoot(file: string): string {
	try {
		return readFileSync(path.join(root, file), 'utf8');
	} catch {
		return '';
	}
}
