import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { rm, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { plain } from '../../server/src/cli/reports/style.ts';
import { run } from '../../server/src/cli/run.ts';
import type { Host } from '../../server/src/host/host.ts';
import { nodeHost } from '../../server/src/host/node-host.ts';
import { assetsFolder, folderWith, type TestFolder } from './folder-with.ts';
import { commitAll } from './git-in.ts';

const evidence = "fetch('https://api.silentchat.de');\n";
const wrong = `${evidence}switch (error.code) {\n	case 'CONFLICT':\n		merge();\n}\n`;
/** Something is wrong with it only where something else shows the API. */
const quiet = "switch (error.code) {\n	case 'WIDGET_KEY_INVALID':\n		stop();\n}\n";
const imports = (from: string) =>
	`import { codes } from '${from}';\nswitch (error.code) {\n	case codes.one:\n		merge();\n		break;\n	case codes.two:\n		stop();\n}\n`;
const constants = (two: string) => `${evidence}export const codes = { one: 'CONFLICT', two: '${two}' } as const;\n`;
const catalog = (required: string) => {
	const entries = ['ACME_OLD', 'ACME_SHUT', 'ACME_USED_UP'].map((value) => ({
		...{ value, title: value, description: `${value}.`, required: value === required },
	}));
	return JSON.stringify({ id: 'acme', evidence: { packages: ['acme'] }, entries });
};
const ofAcme =
	"switch (error.code) {\n	case 'ACME_USED_UP':\n		stop();\n		break;\n	case 'ACME_SHUT':\n		stop();\n}\n";

interface Ended {
	readonly code: number;
	readonly out: string;
	readonly errors: string;
	/** How many files were read through the host, grammars among them, without which nothing can be found anew. */
	readonly reads: number;
}

/** As the program is run; what has changed an instant ago counts as old, unless the time is given. */
async function check(folder: TestFolder, args: readonly string[] = [], now = Date.now() + 60_000): Promise<Ended> {
	const ended = { out: '', errors: '', reads: 0 };
	const printError = (text: string) => {
		ended.errors += text;
	};
	const plainHost = nodeHost({ assets: assetsFolder, log: (message) => printError(`${message}\n`) });
	const host: Host = {
		...plainHost,
		readFile(uri, largest) {
			ended.reads++;
			return plainHost.readFile(uri, largest);
		},
		readAsset(name) {
			ended.reads++;
			return plainHost.readAsset(name);
		},
	};
	const terminal = {
		...{ folder: folder.path, style: plain, printError, program: fileURLToPath(import.meta.url), now: () => now },
		print: (text: string) => {
			ended.out += text;
		},
		printBytes: () => undefined,
		readInput: async () => new Uint8Array(),
	};
	const code = await run(['check', ...args, '--format', 'json'], host, terminal);
	return { code, ...ended };
}

/** A place that no other test shares, beside what is checked. */
async function cacheOf(context: TestContext): Promise<readonly string[]> {
	const { path: place } = await folderWith(context, {});
	return ['--cache-location', place];
}

const changes: readonly {
	readonly of: string;
	readonly files: Readonly<Record<string, string>>;
	/** New texts; a file without one is removed. */
	readonly change: Readonly<Record<string, string | undefined>>;
}[] = [
	{ of: 'a file', files: { 'a.ts': wrong }, change: { 'a.ts': evidence } },
	{
		of: 'a constant of another file',
		files: { 'a.ts': imports('./codes'), 'codes.ts': constants('FORBIDDEN') },
		change: { 'codes.ts': constants('RATE_LIMITED') },
	},
	{
		of: 'a constant of a file that git ignores',
		files: {
			'a.ts': evidence + imports('./gen/codes'),
			'gen/codes.ts': constants('FORBIDDEN'),
			'.gitignore': 'gen/\n',
		},
		change: { 'gen/codes.ts': constants('RATE_LIMITED') },
	},
	{
		of: 'an .env that git ignores',
		files: { 'package.json': '{}', 'a.ts': quiet, '.gitignore': '.env\n', '.env': 'API=https://example.com\n' },
		change: { '.env': 'API=https://api.silentchat.de\n' },
	},
	{
		of: 'an .env that was not there',
		files: { 'package.json': '{}', 'a.ts': quiet, '.gitignore': '.env\n' },
		change: { '.env': 'API=https://api.silentchat.de\n' },
	},
	{
		of: 'a manifest',
		files: {
			...{ 'package.json': '{}', 'a.ts': ofAcme },
			'node_modules/acme/package.json': '{ "name": "acme", "apiErrors": "errors.json" }',
			'node_modules/acme/errors.json': catalog('ACME_OLD'),
		},
		change: { 'package.json': '{ "dependencies": { "acme": "1" } }' },
	},
	{
		of: 'a catalog',
		files: {
			...{ 'package.json': '{ "dependencies": { "acme": "1" } }', 'a.ts': ofAcme },
			'.api-errors/acme.json': catalog('ACME_OLD'),
		},
		change: { '.api-errors/acme.json': catalog('ACME_SHUT') },
	},
	{
		of: 'a catalog of a package',
		files: {
			...{ 'package.json': '{ "dependencies": { "acme": "1" } }', 'a.ts': ofAcme, '.gitignore': 'node_modules\n' },
			'node_modules/acme/package.json': '{ "name": "acme", "apiErrors": "errors.json" }',
			'node_modules/acme/errors.json': catalog('ACME_OLD'),
		},
		change: { 'node_modules/acme/errors.json': catalog('ACME_SHUT') },
	},
	{
		of: "the project's file",
		files: { 'a.ts': wrong, 'api-errors.json': '{}' },
		change: { 'api-errors.json': '{ "rules": { "missing-required": "off" } }' },
	},
	{
		of: "a project's file that was not there",
		files: { 'src/a.ts': wrong },
		change: { 'src/api-errors.json': '{ "rules": { "missing-required": "off" } }' },
	},
	{ of: 'a new file', files: { 'a.ts': wrong }, change: { 'src/b.ts': wrong } },
	{ of: 'a file that is gone', files: { 'a.ts': wrong, 'b.ts': wrong }, change: { 'b.ts': undefined } },
	{ of: 'what is ignored', files: { 'a.ts': wrong, 'b.ts': wrong }, change: { '.gitignore': 'b.ts\n' } },
];

for (const where of ['in a repository', 'elsewhere'])
	for (const { of, files, change } of changes)
		test(`a check knows of a change of ${of}, ${where}`, async (context) => {
			const folder = await folderWith(context, files);
			const cache = await cacheOf(context);
			if (where === 'in a repository') commitAll(folder.path);
			const apply = async (to: Readonly<Record<string, string | undefined>>) => {
				for (const [name, text] of Object.entries(to))
					if (text === undefined) await rm(path.join(folder.path, name));
					else await folder.write(name, text);
			};
			// A file that git has in its list is checked whatever is ignored.
			const isListed = where === 'in a repository' && of === 'what is ignored';
			const first = await check(folder, cache);
			const again = await check(folder, cache);
			assert.deepEqual({ ...again, reads: first.reads }, first);
			assert.ok(first.reads > 0);
			assert.equal(again.reads, 0);
			await apply(change);
			const changed = await check(folder, cache);
			assert.deepEqual(changed, await check(folder, ['--no-cache']));
			if (!isListed) assert.notEqual(changed.out, first.out);
			await apply(Object.fromEntries(Object.keys(change).map((name) => [name, files[name]])));
			const back = await check(folder, cache);
			assert.deepEqual([back.code, back.out, back.errors], [first.code, first.out, first.errors]);
		});

test('of a file that was written a moment before nothing is kept: it may be written again at what counts as the same time', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong });
	const [option = '', place = ''] = await cacheOf(context);
	const { ctimeMs } = statSync(path.join(folder.path, 'a.ts'));
	await check(folder, [option, place], ctimeMs + 1);
	assert.deepEqual(readdirSync(place), []);
	await check(folder, [option, place]);
	assert.equal(readdirSync(place).length, 1);
});

test('a file that has the size and the time of the one before is another', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong });
	const cache = await cacheOf(context);
	const file = path.join(folder.path, 'a.ts');
	const { atime, mtime } = statSync(file);
	const first = await check(folder, cache);
	await folder.write('a.ts', wrong.replace("'CONFLICT'", "'NOT_FOUN'"));
	await utimes(file, atime, mtime);
	assert.deepEqual(await check(folder, cache), await check(folder, ['--no-cache']));
	assert.notEqual((await check(folder, cache)).out, first.out);
});

test('a link to a catalog that leads nowhere may lead somewhere later', {
	skip: process.platform === 'win32',
}, async (context) => {
	const folder = await folderWith(context, { 'package.json': '{ "dependencies": { "acme": "1" } }', 'a.ts': ofAcme });
	const elsewhere = await folderWith(context, {});
	const cache = await cacheOf(context);
	await folder.write('.api-errors/other.json', catalog('ACME_OLD').replace('"acme"', '"other"'));
	await symlink(path.join(elsewhere.path, 'acme.json'), path.join(folder.path, '.api-errors/acme.json'));
	await check(folder, cache);
	await elsewhere.write('acme.json', catalog('ACME_SHUT'));
	assert.deepEqual(
		{ ...(await check(folder, cache)), reads: 0 },
		{ ...(await check(folder, ['--no-cache'])), reads: 0 },
	);
});

test('other paths, options and programs have results of their own', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong, 'src/b.ts': wrong });
	const cache = await cacheOf(context);
	for (const args of [[], ['src'], ['a.ts'], ['--exclude', 'src'], ['--no-ignore']])
		for (const round of ['first', 'second'])
			assert.equal(
				(await check(folder, [...cache, ...args])).out,
				(await check(folder, ['--no-cache', ...args])).out,
				`${round} ${args}`,
			);
});

test('what is broken, or cannot be kept, is as if nothing were kept', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong });
	const [option = '', place = ''] = await cacheOf(context);
	const first = await check(folder, [option, place]);
	const [name = ''] = readdirSync(place);
	const kept = path.join(place, name);
	const bytes = readFileSync(kept);
	const broken: readonly (() => void)[] = [
		() => truncateSync(kept, bytes.length - 20),
		() => truncateSync(kept, 0),
		() => writeFileSync(kept, 'rubbish'),
		() => writeFileSync(kept, Buffer.concat([bytes.subarray(0, 40), Buffer.alloc(20), bytes.subarray(60)])),
	];
	for (const spoil of broken) {
		spoil();
		assert.deepEqual(await check(folder, [option, place]), first);
	}
	const file = path.join(place, 'file');
	writeFileSync(file, '');
	assert.deepEqual(await check(folder, [option, file]), first);
});

test('two checks at the same time do each other no harm, and leave nothing unfinished', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong });
	const [option = '', place = ''] = await cacheOf(context);
	const all = await Promise.all(Array.from({ length: 6 }, () => check(folder, [option, place])));
	assert.deepEqual(new Set(all.map(({ out }) => out)).size, 1);
	assert.deepEqual(
		readdirSync(place).map((name) => path.extname(name)),
		['.run'],
	);
});

test('a file that could not be read is told of each time', async (context) => {
	const folder = await folderWith(context, { 'a.ts': wrong });
	const cache = await cacheOf(context);
	const first = await check(folder, [...cache, 'a.ts', 'gone.ts']);
	assert.match(first.errors, /gone\.ts/);
	assert.deepEqual(await check(folder, [...cache, 'a.ts', 'gone.ts']), first);
});
