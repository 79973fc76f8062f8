import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import { ableClient, plainClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const file = `${folder}/api-errors.json`;
const source = `const { error } = await (await fetch('https://api.silentchat.de/v1')).json();
switch (error.code) {
	case 'CONFLICT':
		break;
}
`;
const code = source.indexOf('CONFLICT');
const uri = `${folder}/src/send.ts`;
const initializationOptions = { readFile: true, readFolder: true, documentStatus: true };

function using(
	texts: Readonly<Record<string, object>>,
	use: (client: TestClient) => Promise<void>,
	options: ClientOptions = {},
): Promise<void> {
	const files = Object.fromEntries(
		Object.entries(texts).map(([path, value]) => [`${folder}/${path}`, JSON.stringify(value)]),
	);
	return withClient(connectInMemory(), { capabilities: ableClient, initializationOptions, files, ...options }, use);
}

const rules = (level: string) => ({ rules: { 'missing-required': level } });
const severities = (found: readonly Diagnostic[]) => found.map(({ severity }) => severity);
const [error, warning, information, hint] = [1, 2, 3, 4];

suite('the project’s file', () => {
	test('counts for documents, the nearer on top, and overrides for what they name', () =>
		using(
			{
				'api-errors.json': { ...rules('error'), overrides: [{ files: 'old/**', ...rules('hint') }] },
				'deep/api-errors.json': rules('information'),
			},
			async (client) => {
				for (const [path, expected] of [
					['src/send.ts', error],
					['old/send.ts', hint],
					['deep/send.ts', information],
				] as const) {
					const document = client.open(source, { uri: `${folder}/${path}` });
					assert.deepEqual(severities(await document.diagnostics()), [expected], path);
				}
				const outside = client.open(source, { uri: 'test:///elsewhere/send.ts' });
				assert.deepEqual(severities(await outside.diagnostics()), [warning]);
				const untitled = client.open(source, { uri: 'untitled:Untitled-1' });
				assert.deepEqual(severities(await untitled.diagnostics()), [error]);
				assert.deepEqual(client.log, []);
			},
		));

	test('is outweighed by what the user set, also where that is the default, and by nothing else', () =>
		using(
			{ 'api-errors.json': { ...rules('off'), whenDefault: 'off', requiredCodes: ['NOT_FOUND'] } },
			async (client) => {
				const document = client.open(source);
				assert.deepEqual(await document.diagnostics(), []);
				await client.configure({ rules: { 'missing-required': 'warning' } });
				const [found] = await document.diagnostics();
				assert.equal(found?.severity, warning);
				assert.match(String(found.message), /NOT_FOUND/);
				await client.configure({});
				assert.deepEqual(await document.diagnostics(), []);
			},
		));

	test('is followed as it comes, changes, moves and goes, and as it is written', () =>
		using({}, async (client) => {
			const document = client.open(source, { uri });
			const now = async () => severities(await document.diagnostics());
			assert.deepEqual(await now(), [warning]);
			await client.write(file, JSON.stringify(rules('error')));
			assert.deepEqual(await now(), [error]);
			await client.write(file, '{ "rules": {');
			assert.deepEqual(await now(), [error]);
			const written = client.open(JSON.stringify(rules('hint')), { uri: file, languageId: 'json' });
			await client.pushed(file, (found) => found.length === 0);
			assert.deepEqual(await now(), [hint]);
			await written.replaceAll(JSON.stringify(rules('information')));
			for (let found = await now(); found[0] !== information; ) found = await now();
			await written.close();
			await client.write(`${folder}/src/api-errors.json`, JSON.stringify(rules('error')));
			assert.deepEqual(await now(), [error]);
			await client.remove(`${folder}/src/api-errors.json`);
			await client.remove(file);
			assert.deepEqual(await now(), [warning]);
		}));

	test('has the server ask for new diagnostics where it matters, and nowhere else', () =>
		using({ 'a/api-errors.json': rules('error') }, async (client) => {
			const [inside, outside] = ['a/x.ts', 'b/x.ts'].map((path) => client.open(source, { uri: `${folder}/${path}` }));
			assert.deepEqual(severities((await inside?.diagnostics()) ?? []), [error]);
			assert.deepEqual(severities((await outside?.diagnostics()) ?? []), [warning]);
			const before = client.refreshes();
			await client.write(`${folder}/a/api-errors.json`, JSON.stringify({ ...rules('error'), catalogs: [] }));
			await inside?.hover(code);
			await outside?.hover(code);
			assert.equal(client.refreshes(), before);
			await client.write(`${folder}/a/api-errors.json`, JSON.stringify(rules('off')));
			assert.deepEqual(await inside?.diagnostics(), []);
			assert.equal(client.refreshes(), before + 1);
		}));

	test('has diagnostics pushed anew only for the documents that it concerns', () =>
		using(
			{ 'a/api-errors.json': rules('error') },
			async (client) => {
				const inside = client.open(source, { uri: `${folder}/a/x.ts` });
				await client.pushed(inside.uri, (found) => found[0]?.severity === error);
				// The first one had the grammar read, so that its pause is the longer one: what is said of this one comes first.
				const outside = client.open(source, { uri: `${folder}/b/x.ts` });
				await client.pushed(outside.uri, (found) => found[0]?.severity === warning);
				const pushes: string[] = [];
				const isPushed = new Promise<void>((resolve) => {
					client.link.connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string }) => {
						pushes.push(params.uri);
						if (params.uri === inside.uri) resolve();
					});
				});
				await client.write(`${folder}/a/api-errors.json`, JSON.stringify(rules('hint')));
				await isPushed;
				await outside.hover(code);
				assert.deepEqual(pushes, [inside.uri]);
			},
			{ capabilities: pushing },
		));

	test('counts for the cells of a notebook as for its file', () =>
		using({ 'api-errors.json': { overrides: [{ files: 'books/*.ipynb', ...rules('error') }] } }, async (client) => {
			const cell = `${folder.replace(/^\w+:/, 'vscode-notebook-cell:')}/books/a.ipynb#W0sdGVzdA%3D%3D`;
			assert.deepEqual(severities(await client.open(source, { uri: cell }).diagnostics()), [error]);
		}));

	test('leaves files alone that it excludes: hovers and completions stay, and the status says why', () =>
		using({ 'api-errors.json': { exclude: ['src'] } }, async (client) => {
			const document = client.open(source, { uri });
			assert.deepEqual(await document.diagnostics(), []);
			assert.notEqual(await document.hover(code), null);
			assert.ok((await document.complete(code)).length > 0);
			assert.equal(client.statuses.get(uri)?.excludedBy, 'src');
			assert.match(await document.explain(code), /Nothing is reported in this file, because `src` in api-errors\.json/);
		}));

	test('says which files are tests, which APIs are meant, and where nothing is to be said', () =>
		using(
			{
				'api-errors.json': {
					testFiles: ['checks/**'],
					overrides: [
						{ files: 'bots/**', apis: ['chatness'] },
						{ files: 'mute/**', enable: false },
					],
				},
			},
			async (client) => {
				const open = (path: string, text = source) => client.open(text, { uri: `${folder}/${path}` });
				assert.deepEqual(await open('checks/x.ts').diagnostics(), []);
				assert.equal((await open('src/x.test.ts').diagnostics()).length, 1);
				const bot = open('bots/x.ts', 'switch (error.code) {\n\tcase 400:\n\t\tbreak;\n}\n');
				assert.match(String((await bot.diagnostics())[0]?.message), /429/);
				const mute = open('mute/x.ts');
				assert.deepEqual([await mute.diagnostics(), await mute.hover(code)], [[], null]);
			},
		));

	test('has its own mistakes underlined, with a fix', () =>
		using({ 'api-errors.json': { rules: { 'missing-requird': 'error' }, apis: ['silentcht'] } }, async (client) => {
			await client.open(source, { uri }).diagnostics();
			const found = await client.pushed(file, (all) => all.length === 2);
			assert.deepEqual(found.map((one) => one.code).sort(), ['unknown-api', 'unknown-field']);
			const document = client.open(JSON.stringify({ rules: { 'missing-requird': 'error' }, apis: ['silentcht'] }), {
				uri: file,
				languageId: 'json',
			});
			for (const [wrong, right] of [
				['missing-requird', '"missing-required"'],
				['silentcht', '"silentchat"'],
			] as const) {
				const [action] = await document.codeActions(document.text().indexOf(wrong));
				assert.ok(action);
				assert.ok(document.applied(action).includes(right), document.applied(action));
			}
		}));
});

/** A client that has diagnostics pushed, and tells of files. */
const pushing: ClientCapabilities = {
	...plainClient,
	workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
};
