import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ableClient } from '../support/capabilities.ts';
import { goodText } from '../support/catalog-workspace-files.ts';
import { connectInMemory } from '../support/connect.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const options: ClientOptions = {
	capabilities: ableClient,
	initializationOptions: { documentStatus: true, readFile: true, readFolder: true },
};
const code = "fetch('https://api.silentchat.de');\nswitch (error.code) {\n\tcase 'CONFLICT':\n\t\tbreak;\n}\n";
const minified =
	"function a(e){if(e.code==='CONFLICT')return 1;const r={b:[1,2,3],c:'x'};return r}var z=a({code:'y'});";

function using(use: (client: TestClient) => Promise<void>, more: ClientOptions = {}): Promise<void> {
	return withClient(connectInMemory(), { ...options, ...more }, use);
}

/** Whether a document is answered for as any other. */
async function isAnswered(client: TestClient): Promise<void> {
	const document = client.open(code);
	assert.deepEqual(
		(await document.diagnostics()).map((diagnostic) => diagnostic.code),
		['missing-required'],
	);
	assert.notEqual(await document.hover(code.indexOf('CONFLICT') + 1), null);
	await document.close();
}

test('a minified file that is too large is said to be, and others are answered for', () =>
	using(async (client) => {
		const text = minified.repeat(Math.ceil(10_500_000 / minified.length));
		const large = client.open(text, { uri: `${folder}/large.js`, languageId: 'javascript' });
		const asked = large.diagnostics();
		await isAnswered(client);
		assert.deepEqual(await asked, []);
		assert.match(client.statuses.get(large.uri)?.problem ?? '', /could not be read|too large/);
		assert.equal(await large.hover(20), null);
		await isAnswered(client);
		await large.replaceAll(code);
		assert.equal((await large.diagnostics()).length, 1);
		assert.equal(client.statuses.get(large.uri)?.problem, undefined);
		assert.deepEqual(client.log, []);
	}));

test('a file of 200,000 lines is edited at its start, in its middle and at its end', () =>
	using(async (client) => {
		const one = 'export const name = {\n\tkey: 1,\n\tother: [2, 3],\n};\n\n';
		const half = one.repeat(20_000);
		const document = client.open(`${half}// api-errors: silentchat\n${code}${half}`, { uri: `${folder}/long.ts` });
		assert.ok(document.text().split('\n').length > 200_000);
		for (const at of [0, half.length, document.text().length]) {
			await document.change(at, at, '\n// A line more.\n');
			const [diagnostic, ...others] = await document.diagnostics();
			assert.deepEqual(others, []);
			const inside = document.text().indexOf("'CONFLICT'") + 1;
			const [hover, items] = [await document.hover(inside), await document.complete(inside)];
			// A machine that has much else to do may take too long, which is said then.
			if (client.statuses.get(document.uri)?.problem !== undefined) continue;
			assert.equal(document.covered(diagnostic?.range), 'switch (error.code)');
			assert.match(JSON.stringify(hover), /CONFLICT/);
			assert.ok(items.length > 5);
		}
		await isAnswered(client);
		assert.deepEqual(client.log, []);
	}));

test('rubbish that is called a program is no trouble', () =>
	using(async (client) => {
		let state = 7;
		const bytes = Uint8Array.from({ length: 200_000 }, () => {
			state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
			return state >>> 24;
		});
		for (const text of [
			new TextDecoder().decode(bytes),
			new TextDecoder('latin1').decode(bytes),
			'\0'.repeat(50_000),
		]) {
			const document = client.open(text);
			assert.deepEqual(await document.diagnostics(), []);
			assert.deepEqual(await document.complete(100), []);
			await document.close();
		}
		await isAnswered(client);
		assert.deepEqual(client.log, []);
	}));

test('a catalog that is far too large is said to be, and others count', async (context) => {
	const place = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	context.after(() => rm(place, { recursive: true }));
	const entry = JSON.stringify({ value: 'HUGE_CODE', title: 'One of many', description: 'x'.repeat(300) });
	const entries = Array.from({ length: 50_000_000 / entry.length }).fill(entry);
	await writeFile(path.join(place, 'huge.json'), `{ "id": "huge", "entries": [${entries.join()}] }`);
	await writeFile(path.join(place, 'small.json'), goodText('small.json'));
	await writeFile(path.join(place, 'api-errors.json'), '{ "catalogs": ["huge.json", "small.json"] }');
	const uri = pathToFileURL(place).href;
	await using(
		async (client) => {
			const text = "switch (error.code) {\n\tcase 'SMALL_CODE_1':\n\t\tbreak;\n}\n";
			const document = client.open(text, { uri: `${uri}/a.ts` });
			assert.match(JSON.stringify(await document.hover(text.indexOf('SMALL') + 1)), /Title of SMALL_CODE_1/);
			assert.match(client.log.join('\n'), /huge\.json[^\n]*(?:larger|large|bytes|MB)/);
			await isAnswered(client);
		},
		{ roots: { rootUri: uri, workspaceFolders: null } },
	);
});

test('folders of the workspace that lie in each other, or are one in several spellings, say nothing twice', () =>
	using(
		async (client) => {
			const document = client.open(code, { uri: `${folder}/app/a.ts` });
			assert.equal((await document.diagnostics()).length, 1);
			const places = await document.references(code.indexOf('CONFLICT') + 1);
			const own = places.filter(({ uri }) => /\.ts$/.test(uri)).map(({ uri, range }) => JSON.stringify([uri, range]));
			assert.deepEqual([...new Set(own)].length, own.length);
			assert.ok(own.length > 0);
			const spelled = client.open(code, { uri: `${folder}/%61pp/%62.ts` });
			assert.deepEqual(await spelled.diagnostics(), [], 'b.ts is told to be none of the API');
			assert.deepEqual(client.log, []);
		},
		{
			files: { [`${folder}/app/a.ts`]: code },
			configuration: { apis: [{ files: 'b.ts', apis: ['none'] }] },
			roots: {
				rootUri: null,
				workspaceFolders: [folder, `${folder}/`, `${folder}/app`, `${folder}/%61pp/`].map((uri) => ({
					uri,
					name: uri,
				})),
			},
		},
	));
