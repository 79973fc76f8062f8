import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importFormats } from '../server/src/import/index.ts';
import { languages } from '../server/src/languages/index.ts';
import { packageManagers } from '../server/src/project/manifests/index.ts';
import { rules } from '../server/src/rules/index.ts';
import { CodeReader } from '../server/src/syntax/code-reader.ts';
import { readAsset } from './support/test-assets.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

/** What the files of a place may import: other places, and packages. */
interface Place {
	/** A folder, or a file. */
	readonly at: string;
	readonly places: readonly string[];
	readonly packages: readonly string[];
}

const server = 'server/src';
const core = [`${server}/catalog`, `${server}/syntax`, `${server}/analysis`, `${server}/rules`];
const beside = [
	`${server}/settings.ts`,
	`${server}/settings-by-file.ts`,
	`${server}/project`,
	`${server}/catalogs`,
	`${server}/globs`,
	`${server}/project-file`,
	`${server}/catalog-globs.ts`,
	`${server}/import`,
	`${server}/export`,
	`${server}/coverage`,
	`${server}/explain`,
	`${server}/version.ts`,
];
const document = 'vscode-languageserver-textdocument';

/** Who may import whom. A file belongs to the first place that holds it; its own place is always allowed. */
const table: readonly Place[] = [
	{
		at: 'client/src',
		places: [
			...[`${server}/protocol.ts`, `${server}/language-ids.ts`, `${server}/catalog-globs.ts`],
			`${server}/catalogs/writing/proposed-id.ts`,
			`${server}/explain/search-entries.ts`,
		],
		packages: ['vscode', 'vscode-languageclient'],
	},
	{ at: `${server}/protocol.ts`, places: [], packages: [] },
	{ at: `${server}/language-ids.ts`, places: [], packages: [] },
	{ at: `${server}/catalog-globs.ts`, places: [], packages: [] },
	{ at: `${server}/version.ts`, places: [], packages: [] },
	{ at: `${server}/catalog`, places: [], packages: ['fastest-levenshtein'] },
	{ at: `${server}/syntax`, places: [], packages: ['web-tree-sitter'] },
	{ at: `${server}/languages`, places: [`${server}/syntax`], packages: [] },
	{ at: `${server}/analysis`, places: [`${server}/catalog`, `${server}/syntax`], packages: [document] },
	{
		at: `${server}/containers`,
		places: [`${server}/analysis`, `${server}/catalog`, `${server}/languages`, `${server}/syntax`],
		packages: [document, 'jsonc-parser'],
	},
	{ at: `${server}/rules`, places: core, packages: [] },
	{ at: `${server}/coverage`, places: core, packages: [] },
	{
		at: `${server}/explain`,
		places: [...core, `${server}/protocol.ts`, `${server}/catalogs/layers/written-layers.ts`],
		packages: [],
	},
	{
		at: `${server}/features`,
		places: [...core, `${server}/explain`, `${server}/protocol.ts`],
		packages: ['vscode-languageserver', document],
	},
	{ at: `${server}/globs`, places: [], packages: [] },
	{ at: `${server}/settings.ts`, places: [...core, `${server}/globs`], packages: [] },
	{
		at: `${server}/settings-by-file.ts`,
		places: [`${server}/settings.ts`, `${server}/globs`, `${server}/project-file`, `${server}/project/places.ts`],
		packages: [],
	},
	{
		at: `${server}/project-file`,
		places: [
			...[`${server}/catalog`, `${server}/catalog-globs.ts`, `${server}/globs`, `${server}/project/places.ts`],
			...[`${server}/catalogs/files`, `${server}/catalogs/text`, `${server}/rules`, `${server}/settings.ts`],
		],
		packages: [],
	},
	{ at: `${server}/project`, places: [...core, `${server}/host/host.ts`], packages: [document, 'jsonc-parser'] },
	{
		at: `${server}/catalogs`,
		places: [
			...[`${server}/catalog`, `${server}/catalog-globs.ts`, `${server}/import/draft.ts`, `${server}/project`],
			`${server}/project-file`,
			...[`${server}/syntax/span.ts`, `${server}/syntax/text-lines.ts`],
		],
		packages: ['jsonc-parser', 'yaml'],
	},
	{
		at: `${server}/import`,
		places: [
			...[`${server}/catalog`, `${server}/catalogs/text`, `${server}/languages`, `${server}/syntax`],
			`${server}/export/entry-comment.ts`,
		],
		packages: ['marked', 'papaparse', 'parse5', 'openapi-types'],
	},
	{ at: `${server}/export`, places: [`${server}/catalog`], packages: [] },
	{ at: `${server}/host/host.ts`, places: [], packages: [] },
	{ at: `${server}/files`, places: [`${server}/host/host.ts`], packages: ['ignore'] },
	{ at: `${server}/host`, places: [`${server}/host/host.ts`, `${server}/files`], packages: [] },
	{
		at: `${server}/lsp`,
		places: [
			...core,
			...beside,
			...[`${server}/containers`, `${server}/features`, `${server}/languages`],
			...[`${server}/host/host.ts`, `${server}/protocol.ts`],
		],
		packages: ['vscode-languageserver', document],
	},
	{
		at: `${server}/cli`,
		places: [
			...[...core, ...beside, `${server}/containers`, `${server}/languages`],
			...[`${server}/files`, `${server}/host/host.ts`],
		],
		packages: [document, 'picomatch'],
	},
	{
		at: `${server}/library`,
		places: [...core, ...beside, `${server}/cli`, `${server}/containers`, `${server}/files`, `${server}/host`],
		packages: [document],
	},
	{ at: `${server}/cli-main.ts`, places: [`${server}/cli`, `${server}/host`], packages: [] },
	{
		at: server,
		places: [`${server}/lsp`, `${server}/host`, `${server}/version.ts`],
		packages: ['vscode-languageserver/node', 'vscode-languageserver/browser'],
	},
];

/** The only places that may use what Node has and browsers have not. */
const withNode = [
	...['client/src/node-main.ts', `${server}/node-main.ts`, `${server}/cli-main.ts`],
	...[`${server}/cli`, `${server}/files`, `${server}/library`],
	...[`${server}/host/node-host.ts`, `${server}/host/unoptimized.ts`],
];
/** The only places that may use what browsers have and Node has not. */
const withBrowser = [`${server}/browser-main.ts`, `${server}/host/browser-host.ts`];

const sources = globSync(['server/src/**/*.ts', 'client/src/**/*.ts'], { cwd: project })
	.map((file) => file.split(path.sep).join('/'))
	.filter((file) => !/\.test\.ts$|\/sample\.ts$/.test(file));

const isIn = (file: string, place: string) => file === place || file.startsWith(`${place}/`);

/** What a file imports: paths from the project's folder, and names of packages. */
function importsOf(file: string): readonly string[] {
	const text = readFileSync(path.join(project, file), 'utf8');
	const modules = [
		...text.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
	];
	return modules.map(([, from, bare, dynamic]) => {
		const module = from ?? bare ?? dynamic ?? '';
		return module.startsWith('.') ? path.posix.join(path.posix.dirname(file), module) : module;
	});
}

test('every import is one that the table of places allows', () => {
	const wrong = sources.flatMap((file) => {
		const place = table.find(({ at }) => isIn(file, at));
		return importsOf(file)
			.filter((module) => !module.startsWith('node:') && !isAllowed(module, place))
			.map((module) => `${file} imports ${module}`);
	});
	assert.deepEqual(wrong, []);
});

function isAllowed(module: string, place: Place | undefined): boolean {
	if (!place) return false;
	const isPackage = !/^(server|client)\//.test(module);
	if (isPackage) return place.packages.some((name) => isIn(module, name));
	const owner = table.find(({ at }) => isIn(module, at));
	return owner === place || place.places.some((allowed) => isIn(module, allowed));
}

test('what only Node has is used by those that run in Node', () => {
	const users = sources.filter((file) => importsOf(file).some((module) => module.startsWith('node:')));
	assert.deepEqual(
		users.filter((file) => !withNode.some((place) => isIn(file, place))),
		[],
	);
});

test('what only browsers have is used by those that run in one', () => {
	const globals = /^declare const self\b|\bself\.location\b|(?<![.#\w])fetch\(|\bnew Worker\(/m;
	const users = sources.filter((file) => {
		// Languages write such code, and run none of it.
		if (!file.startsWith(server) || isIn(file, `${server}/languages`)) return false;
		// Node has workers, too.
		if (importsOf(file).includes('node:worker_threads')) return false;
		return globals.test(readFileSync(path.join(project, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
	});
	assert.deepEqual(users.sort(), [...withBrowser].sort());
});

test('a folder’s name says what is in it, and so does a file’s', () => {
	const empty = /(^|[/-])(utils?|helpers?|common|types|managers?|providers?|handlers?|services?)\.ts$/;
	assert.deepEqual(
		sources.filter((file) => empty.test(file)),
		[],
	);
});

function foldersIn(folder: string): readonly string[] {
	return readdirSync(path.join(project, folder), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
}

test('every rule’s folder is listed, and has its rule and its page', () => {
	const names = rules.map(({ name }) => name);
	assert.deepEqual(foldersIn(`${server}/rules`), [...names].sort());
	for (const name of names) {
		const files = readdirSync(path.join(project, server, 'rules', name));
		assert.ok(files.includes(`${name}.ts`) && files.includes(`${name}.md`), name);
		const page = readFileSync(path.join(project, server, 'rules', name, `${name}.md`), 'utf8');
		assert.ok(page.startsWith(`# ${name}\n`), `${name}.md begins with the rule’s name`);
	}
});

test('every package manager’s file is listed', () => {
	const folder = `${server}/project/manifests`;
	const files = readdirSync(path.join(project, folder)).filter((name) => name !== 'index.ts');
	const imported = importsOf(`${folder}/index.ts`).filter((module) => path.posix.dirname(module) === folder);
	assert.deepEqual(files.sort(), imported.map((module) => path.posix.basename(module)).sort());
	assert.equal(packageManagers.length, files.length);
});

test('every language’s folder is listed', () => {
	const imported = importsOf(`${server}/languages/index.ts`).map((module) => path.posix.dirname(module));
	const listed = imported
		.filter((folder) => folder !== `${server}/syntax`)
		.map((folder) => path.posix.basename(folder));
	assert.deepEqual(foldersIn(`${server}/languages`), listed.sort());
	assert.equal(languages.length, listed.length);
});

test('every import format’s file or folder is listed', () => {
	const folder = `${server}/import`;
	const ground = ['draft.ts', 'index.ts', 'merged-entries.ts', 'reading'];
	const files = sources.filter((file) => path.posix.dirname(file) === folder).map((file) => path.posix.basename(file));
	const imported = importsOf(`${folder}/index.ts`)
		.filter((module) => isIn(module, folder))
		.map((module) => module.slice(folder.length + 1).split('/')[0] ?? '');
	assert.deepEqual(
		new Set(imported.filter((name) => !ground.includes(name))),
		new Set([...foldersIn(folder), ...files].filter((name) => !ground.includes(name))),
	);
	const formats = importFormats(new CodeReader(languages, readAsset));
	assert.equal(new Set(formats.map(({ name }) => name)).size, formats.length);
});

test('every package has its reason', () => {
	const read = (file: string) => readFileSync(path.join(project, file), 'utf8');
	const { dependencies, devDependencies } = JSON.parse(read('package.json'));
	const reasons = read('CONTRIBUTING.md');
	const names = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
	assert.deepEqual(
		names.filter((name) => !reasons.includes(`\`${name}\``)),
		[],
	);
});
