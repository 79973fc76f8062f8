import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFile } from '../../server/src/protocol.ts';
import { ableClient } from '../support/capabilities.ts';
import { goodText } from '../support/catalog-workspace-files.ts';
import { connectInMemory } from '../support/connect.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { folder, type TestClient, withClient } from '../support/test-client.ts';

/** Whose code it is, nothing here shows. */
const code = "switch (error.code) {\n\tcase 'CONFLICT':\n\t\tbreak;\n}\n";
const plain = 'const address = 1;\n';
const value = { start: 'const address = '.length, end: 'const address = 1'.length };
const silentChat = "'https://api.silentchat.de/v1'";
const address = plain.replace('1', silentChat);
/** For documents in the folder `app` alone. */
const ownCatalog = `${folder}/app/.api-errors/own.json`;

function catalogOf(evidence: object): string {
	return JSON.stringify({ id: 'own', evidence, entries: [{ value: 'CONFLICT', title: 'Taken' }] });
}

/** Uses a client whose folder has the files, by their URIs. */
function withFiles(
	files: Readonly<Record<string, string>>,
	use: (client: TestClient) => Promise<void>,
	configuration: unknown = {},
): Promise<void> {
	const initializationOptions = { readFile: true, readFolder: true };
	const options = { capabilities: ableClient, initializationOptions, files, configuration };
	return withClient(connectInMemory(), options, async (client) => {
		await use(client);
		assert.deepEqual(client.log, []);
	});
}

/** Opens a document about which a question is answered: by its own code, or by what other files show. */
async function openWaiting(client: TestClient, path = 'main.ts'): Promise<OpenDocument> {
	const document = client.open(code, { uri: `${folder}/${path}` });
	await document.diagnostics();
	return document;
}

/** What is said of the code, once that fits, or at last. */
async function explained(document: OpenDocument, fits: RegExp): Promise<string> {
	for (const end = performance.now() + 10_000; ; ) {
		const said = await document.explain(document.text().indexOf('CONFLICT'));
		if (fits.test(said) || performance.now() > end) return said;
	}
}

async function showsIt(document: OpenDocument, path: string, host = 'api.silentchat.de'): Promise<void> {
	const reason = new RegExp(`because ${path} names ${host}`.replaceAll('.', '\\.'));
	assert.match(await explained(document, reason), reason);
}

async function showsNoMore(document: OpenDocument, path: string): Promise<void> {
	assert.ok(!(await explained(document, new RegExp(`^(?![\\s\\S]*${path})`))).includes(path));
}

test('a document that is on no disk yet shows to those that are opened later which API is meant', () =>
	withFiles({}, async (client) => {
		await client.open(address, { uri: `${folder}/new.ts` }).diagnostics();
		await showsIt(await openWaiting(client), 'new.ts');
	}));

test('so it does where those have other catalogs', () =>
	withFiles({ [ownCatalog]: goodText('own.json') }, async (client) => {
		await client.open(address, { uri: `${folder}/app/new.ts` }).diagnostics();
		await showsIt(await openWaiting(client), 'app/new.ts');
	}));

for (const [name, files, configuration] of [
	['whose API the settings name', {}, { apis: [{ files: 'app/**', apis: ['chatness'] }] }],
	[
		'that is switched off',
		{ [`${folder}/api-errors.json`]: '{ "overrides": [{ "files": "app/**", "enable": false }] }' },
		{},
	],
] as const)
	test(`what is typed in a document ${name} counts for others`, () =>
		withFiles(
			files,
			async (client) => {
				const document = await openWaiting(client);
				const typed = client.open(plain, { uri: `${folder}/app/typed.ts` });
				await typed.diagnostics();
				await typed.change(value.start, value.end, silentChat);
				await typed.diagnostics();
				await showsIt(document, 'app/typed.ts');
			},
			configuration,
		));

test('what is typed of an API of which only other documents have a catalog counts for these', () =>
	withFiles({ [ownCatalog]: catalogOf({ hosts: ['api.own.example'] }) }, async (client) => {
		const document = await openWaiting(client, 'app/main.ts');
		const typed = client.open(plain, { uri: `${folder}/typed.ts` });
		await typed.diagnostics();
		await typed.change(value.start, value.end, "'https://api.own.example'");
		await typed.diagnostics();
		await showsIt(document, 'typed.ts', 'api.own.example');
		await typed.change(0, 0, '// ');
		await typed.diagnostics();
		await showsNoMore(document, 'typed.ts');
	}));

test('all code in a page shows together which API is meant, until there is none', () =>
	withFiles({}, async (client) => {
		const document = await openWaiting(client);
		const text = `<script>${address}</script>\n<script lang="ts">const other = 1;</script>\n`;
		const page = client.open(text, { uri: `${folder}/page.html`, languageId: 'html' });
		await page.diagnostics();
		await showsIt(document, 'page.html');
		await page.diagnostics();
		assert.match(await document.explain(code.indexOf('CONFLICT')), /page\.html/);
		await page.replaceAll(text.replaceAll('<script', '<pre'));
		await page.diagnostics();
		await showsNoMore(document, 'page.html');
	}));

test('a comment that names an API shows nothing to others once the code names no host any more', () =>
	withFiles({}, async (client) => {
		const document = await openWaiting(client);
		const comment = '// api-errors: silentchat\n';
		const other = client.open(comment + address, { uri: `${folder}/other.ts` });
		await other.diagnostics();
		assert.match(await explained(document, /other\.ts/), /because other\.ts names it in a comment/);
		await other.change(comment.length, other.text().length, '');
		await other.diagnostics();
		await showsNoMore(document, 'other.ts');
	}));

test('a manifest that is code shows what it depends on while it is open, too', () => {
	const manifest = "dependencies { implementation('own:client:1.0') }\n";
	const uri = `${folder}/build.gradle.kts`;
	const own = catalogOf({ packages: ['own:client'] });
	return withFiles({ [`${folder}/.api-errors/own.json`]: own, [uri]: manifest }, async (client) => {
		const document = await openWaiting(client);
		assert.match(await explained(document, /gradle/), /build\.gradle\.kts depends on own:client/);
		const open = client.open(manifest, { uri, languageId: 'kotlin' });
		await open.diagnostics();
		assert.match(await document.explain(code.indexOf('CONFLICT')), /build\.gradle\.kts depends on own:client/);
		await open.replaceAll('\n');
		await open.diagnostics();
		await showsNoMore(document, 'gradle');
	});
});

test('an editor is told to ask again about what changed, though somebody asked while others were looked at', () =>
	withFiles({ [`${folder}/other.ts`]: address, [ownCatalog]: goodText('own.json') }, async (client) => {
		const document = await openWaiting(client);
		await showsIt(document, 'other.ts');
		await client.open(plain, { uri: `${folder}/app/a.ts` }).diagnostics();
		const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		client.link.connection.onRequest(readFile, async ({ uri }: { uri: string }) => {
			if (uri !== ownCatalog) return plain;
			asked.resolve();
			await answer.promise;
			return goodText('own.json');
		});
		const before = client.refreshes();
		await client.write(ownCatalog, goodText('own.json'));
		await asked.promise;
		await client.write(`${folder}/other.ts`, plain);
		await showsNoMore(document, 'other.ts');
		assert.equal(client.refreshes(), before);
		answer.resolve();
		for (const end = performance.now() + 10_000; client.refreshes() === before && performance.now() < end; )
			await document.explain(0);
		assert.ok(client.refreshes() > before);
	}));
