import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClientCapabilities, MarkupContent } from 'vscode-languageserver';
import { ableClient, plainClient } from '../support/capabilities.ts';
import { connectInMemory, connectOverStdio, connectToWorker, type Link } from '../support/connect.ts';
import { serverProgram, workerAssets, workerProgram } from '../support/server-program.ts';
import { type TestClient, withClient } from '../support/test-client.ts';

const source = `const response = await fetch('https://api.silentchat.de/v1/conversations');
const { error } = await response.json();
switch (error.code) {
	case 'VALIDATION_ERROR':
		showFields(error.message);
		break;
	case ''
}
`;
const typedAt = source.indexOf("case ''") + "case '".length;
const rulePages = 'api-errors:/rules/';

const links: readonly (readonly [string, () => Link])[] = [
	['in memory', connectInMemory],
	['over stdio', () => connectOverStdio(serverProgram, '--stdio')],
	['over stdio by default', () => connectOverStdio(serverProgram)],
	['in a worker', () => connectToWorker(workerProgram, workerAssets)],
];

for (const [where, connect] of links) {
	const using = (capabilities: ClientCapabilities, use: (client: TestClient) => Promise<void>) =>
		withClient(
			connect(),
			{ capabilities, initializationOptions: { rulePages, assets: workerAssets } },
			async (client) => {
				await use(client);
				assert.deepEqual(client.log, []);
			},
		);

	test(`a client that supports nothing optional, ${where}`, () =>
		using(plainClient, async (client) => {
			assert.equal(client.server.diagnosticProvider, undefined);
			assert.equal(client.server.codeActionProvider, undefined);
			const document = client.open(source);

			const hover = await document.hover(source.indexOf('VALIDATION'));
			assert.ok(MarkupContent.is(hover?.contents) && hover.contents.kind === 'plaintext');
			assert.match(hover.contents.value, /^VALIDATION_ERROR · 400 Bad Request/);
			assert.equal(document.covered(hover.range), "'VALIDATION_ERROR'");

			const items = await document.complete(typedAt);
			assert.ok(items.every(({ textEdit }) => textEdit && 'range' in textEdit));
			assert.ok(items.every(({ insertTextFormat = 1 }) => insertTextFormat === 1));
			const item = items.find(({ label }) => label === 'RATE_LIMITED');
			assert.ok(item);
			assert.equal(document.accept(item), source.replace("case ''", "case 'RATE_LIMITED'"));
			const { documentation } = await document.resolve(item);
			assert.ok(MarkupContent.is(documentation) && documentation.kind === 'plaintext');

			await document.change(source.indexOf("\tcase ''"), source.indexOf("\tcase ''") + "\tcase ''\n".length, '');
			const [diagnostic] = await client.pushed(document.uri, (diagnostics) => diagnostics.length === 1);
			assert.deepEqual(Object.keys(diagnostic ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
			assert.equal(document.covered(diagnostic?.range), 'switch (error.code)');

			await document.close();
			await client.pushed(document.uri, (diagnostics) => diagnostics.length === 0);
		}));

	test(`a client that supports all, ${where}`, () =>
		using(ableClient, async (client) => {
			const document = client.open(source);

			const hover = await document.hover(source.indexOf('VALIDATION'));
			assert.ok(MarkupContent.is(hover?.contents) && hover.contents.kind === 'markdown');

			const items = await document.complete(typedAt);
			const all = items.find(({ label }) => label === 'All 2 missing required cases');
			assert.ok(all?.textEdit && 'insert' in all.textEdit && all.insertTextFormat === 2);

			const line = source.indexOf("\tcase ''");
			await document.change(line, line + "\tcase ''\n".length, '');
			const diagnostics = await document.diagnostics();
			assert.deepEqual(
				diagnostics.map(({ source, code, severity, codeDescription }) => [
					source,
					code,
					severity,
					codeDescription?.href,
				]),
				[['api-errors', 'missing-required', 2, `${rulePages}missing-required.md`]],
			);

			const actions = await document.codeActions(source.indexOf('switch'));
			assert.ok(actions.some(({ title }) => title === 'Suppress missing-required for this line'));
			assert.ok(actions.every(({ edit }) => edit?.documentChanges?.length === 1));
		}));
}
