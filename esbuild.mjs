// Builds dist/: the bundles and the files that they read. `--watch` builds on change, with source maps; otherwise
// everything is minified, so that what is tested is what is published.

import { globSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, context } from 'esbuild';
import { grammarFile } from './scripts/grammar-file.ts';
import { thirdPartyNotices } from './scripts/third-party-notices.mjs';
import { languages } from './server/src/languages/index.ts';

const root = import.meta.dirname;
const watch = process.argv.includes('--watch');

/** A bundle holds of each package what is for Node and what is for browsers, and loads what fits where it runs. */
const everywhere = {
	platform: 'node',
	conditions: ['node', 'browser', 'module'],
	mainFields: ['module', 'main'],
	// Its own choice would be the one that only Node can load.
	alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
	// What Node.js 20 knows, which is in VS Code 1.93, the oldest we run in, and browsers that are as old.
	target: ['node20', 'es2022'],
	define: { 'import.meta.url': 'scriptPlace' },
};
/** A script has no import.meta, and the parser's package wants to know where it is. */
const scriptPlace = `'use strict'; const scriptPlace = typeof __filename === 'string' ? __filename : self.location.href;`;
const firstLine = '#!/usr/bin/env node\n';

let building = 0;

const bundles = [
	{ entry: 'client/src/main.ts', to: 'extension.js', format: 'cjs', external: ['vscode'] },
	{ entry: 'server/src/main.ts', to: 'server.js', format: 'iife', banner: { js: scriptPlace } },
	{ entry: 'server/src/cli-main.ts', to: 'commands.js', format: 'iife', banner: { js: scriptPlace } },
	{ entry: 'server/src/library/index.ts', to: 'library.js', format: 'cjs', banner: { js: scriptPlace } },
].map(({ entry, to, ...options }) => ({
	...everywhere,
	...options,
	entryPoints: [path.join(root, entry)],
	outfile: path.join(root, 'dist', to),
	bundle: true,
	minify: !watch,
	sourcemap: watch,
	metafile: true,
	absWorkingDir: root,
	legalComments: 'none',
	logLevel: 'warning',
	plugins: watch ? [announceBuilds()] : [],
}));

/**
 * What starts the bundles in a terminal; a web worker has no use for the first line. Node.js keeps what it compiles of a
 * bundle for the next start, from version 22 on, where the script that loads it asks for that.
 */
const starters = [
	['cli.js', 'commands.js'],
	['server.node.js', 'server.js'],
].map(([name, bundle]) => [path.join(root, 'dist', name), bundle]);

const types = path.join(root, 'dist/library.d.ts');

const copies = [...assets(), ...catalogs(), ...schemas(), ...rulePages(), catalogReference()];
for (const [from, to] of copies) {
	await mkdir(path.dirname(to), { recursive: true });
	await copyFile(from, to);
}
for (const [, catalog] of catalogs()) await nameShippedSchema(catalog);
await writeFile(types, await declarations());
for (const [file, bundle] of starters)
	await writeFile(file, `${firstLine}require('node:module').enableCompileCache?.();\nrequire('./${bundle}');\n`);
if (watch) await Promise.all(bundles.map(async (options) => (await context(options)).watch()));
else await buildAll();

async function buildAll() {
	const results = await Promise.all(bundles.map((options) => build(options)));
	const sources = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
	const notices = path.join(root, 'dist/THIRD-PARTY-NOTICES.txt');
	await writeFile(notices, await thirdPartyNotices(root, [...sources, ...copies.map(([from]) => from)]));
	const others = [...copies.map(([, to]) => to), ...starters.map(([file]) => file), types, notices];
	await tidy(new Set([...bundles.map(({ outfile }) => outfile), ...others]));
}

/** Says when the first bundle begins to build and the last one has ended; the editor's task waits for both lines. */
function announceBuilds() {
	return {
		name: 'announce-builds',
		setup(bundle) {
			bundle.onStart(() => {
				if (building++ === 0) console.log('[watch] build started');
			});
			bundle.onEnd(() => {
				if (--building === 0) console.log('[watch] build finished');
			});
		},
	};
}

/** The parser and the grammars of all dialects. */
function assets() {
	const require = createRequire(import.meta.url);
	const grammars = new Set(languages.flatMap(({ dialects }) => dialects.map(({ grammar }) => grammar)));
	const files = [require.resolve('web-tree-sitter/web-tree-sitter.wasm'), ...[...grammars].map(grammarFile)];
	return files.map((file) => [file, path.join(root, 'dist/assets', path.basename(file))]);
}

/** The catalogs that come with us, as definitions show them. */
function catalogs() {
	const files = globSync('server/src/catalog/builtin/*.json', { cwd: root });
	return files.map((file) => [path.join(root, file), path.join(root, 'dist/assets/catalogs', path.basename(file))]);
}

/** A catalog has the schema elsewhere beside it once both are shipped. */
async function nameShippedSchema(catalog) {
	const text = await readFile(catalog, 'utf8');
	await writeFile(
		catalog,
		text.replace('"$schema": "../catalog.schema.json"', '"$schema": "../schemas/catalog-1.json"'),
	);
}

/** What editors complete and check the user's catalogs and project files by. */
function schemas() {
	const files = {
		'catalog-1.json': 'server/src/catalog/catalog.schema.json',
		'project-1.json': 'server/src/project-file/project-file.schema.json',
	};
	return Object.entries(files).map(([name, file]) => [
		path.join(root, file),
		path.join(root, 'dist/assets/schemas', name),
	]);
}

/** The pages of the rules, which diagnostics link to. */
function rulePages() {
	const pages = globSync('server/src/rules/*/*.md', { cwd: root });
	return pages.map((page) => [path.join(root, page), path.join(root, 'dist/rules', path.basename(page))]);
}

/** What a catalog may say, to which the guides of the npm package link. */
function catalogReference() {
	return [path.join(root, 'server/src/catalog/README.md'), path.join(root, 'dist/catalog-reference.md')];
}

/** What the library has, for programs that are written in TypeScript: one file that stands alone. */
async function declarations() {
	const texts = ['library.d.ts', 'data.d.ts'].map((name) =>
		readFile(path.join(root, 'server/src/library', name), 'utf8'),
	);
	const alone = (await Promise.all(texts)).map((text) =>
		text.replaceAll(/^(?:im|ex)port type [^;]* from '[^']+';\n+/gm, ''),
	);
	return alone.join('\n');
}

/** Removes what an earlier build left, and prints what is there, in kB as it is and compressed. */
async function tidy(built) {
	const dist = path.join(root, 'dist');
	let total = 0;
	for (const name of (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) =>
		entry.isFile(),
	)) {
		const file = path.join(name.parentPath ?? name.path, name.name);
		if (!built.has(file)) {
			await rm(file);
			continue;
		}
		const contents = await readFile(file);
		const compressed = gzipSync(contents).length;
		total += compressed;
		console.log(`${path.relative(root, file).padEnd(46)} ${inKilobytes(contents.length)} ${inKilobytes(compressed)}`);
	}
	console.log(`${'in all, compressed'.padEnd(46)} ${''.padStart(5)} ${inKilobytes(total)} kB`);
}

function inKilobytes(bytes) {
	return String(Math.ceil(bytes / 1000)).padStart(5);
}
