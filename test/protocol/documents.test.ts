import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes, type ResponseError } from 'vscode-languageserver';
import { explainPlace, type ListedEntry, listEntries } from '../../server/src/protocol.ts';
import { ableClient, plainClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const source = `const { error } = await (await fetch('https://api.silentchat.de/v1')).json();
switch (error.code) {
	case 'CONFLICT':
		break;
}
`;
const code = source.indexOf('CONFLICT');
const cancelled: readonly number[] = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled];
const able: ClientOptions = {
	capabilities: ableClient,
	initializationOptions: { documentStatus: true, readFile: true },
};

function inMemory(options: ClientOptions, use: (client: TestClient) => Promise<void>): Promise<void> {
	return withClient(connectInMemory(), options, async (client) => {
		await use(client);
		assert.deepEqual(client.log, []);
	});
}

test('a document that is not open, or of another language, has nothing to show', () =>
	inMemory(able, async (client) => {
		const closed = client.open(source);
		await closed.close();
		for (const document of [closed, client.open(source, { languageId: 'plaintext' })]) {
			assert.equal(await document.hover(code), null);
			assert.deepEqual(await document.complete(code), []);
			assert.deepEqual(await document.codeActions(0, code), []);
			assert.equal(await document.explain(code), 'Nothing is known here.');
		}
	}));

test('every language id is read', () =>
	inMemory(able, async (client) => {
		for (const languageId of ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'])
			assert.notEqual(await client.open(source, { languageId }).hover(code), null, languageId);
	}));

test('documents of any scheme are read', () =>
	inMemory(able, async (client) => {
		for (const uri of [
			'untitled:Untitled-1',
			'vscode-vfs://github/owner/project/a.ts',
			'git:/a/b.ts?%7B%22ref%22%3A%22~%22%7D',
			'odd',
		])
			assert.notEqual(await client.open(source, { uri }).hover(code), null, uri);
	}));

test('positions beyond the text are taken as its end', () =>
	inMemory(able, async (client) => {
		const document = client.open(source);
		const params = { textDocument: { uri: document.uri }, position: { line: 999, character: 999 } };
		for (const method of ['textDocument/hover', 'textDocument/completion', explainPlace])
			await client.link.connection.sendRequest(method, params);
	}));

test('a cancelled request ends as cancelled, and the next is answered', () =>
	inMemory(able, async ({ link: { connection }, open }) => {
		const position = { line: 2, character: 9 };
		const place = { position, range: { start: position, end: position }, context: { diagnostics: [] } };
		const methods = ['hover', 'completion', 'codeAction', 'diagnostic'].map((name) => `textDocument/${name}`);
		for (const method of [...methods, explainPlace]) {
			// The server asks for the settings of a new document first, so that the cancellation is there in time.
			const document = open(source);
			const cancellation = new CancellationTokenSource();
			const params = { textDocument: { uri: document.uri }, ...place };
			const answer = connection.sendRequest(method, params, cancellation.token);
			cancellation.cancel();
			await assert.rejects(answer, ({ code }: ResponseError) => cancelled.includes(code), method);
			assert.notEqual(await document.hover(code), null);
		}
	}));

test('requests that arrive together are all answered', () =>
	inMemory(able, async ({ open }) => {
		const document = open(source);
		const hovers = await Promise.all(Array.from({ length: 20 }, () => document.hover(code)));
		assert.ok(hovers.every((hover) => hover !== null));
	}));

test('a dependency in the project’s manifest is evidence, as long as it is there', () =>
	inMemory(
		{ ...able, files: { [`${folder}/package.json`]: '{"dependencies":{"@chatness/server":"1"}}' } },
		async (client) => {
			const document = client.open('if (result.error.code === 428) fix();\n');
			const api = async () => {
				await document.diagnostics();
				return client.statuses.get(document.uri)?.apis;
			};
			assert.deepEqual(await api(), [
				{ id: 'chatness', name: 'Chatness', reason: 'package.json depends on @chatness/server' },
			]);
			await client.write(`${folder}/package.json`, '{}');
			assert.deepEqual(await api(), []);
			assert.equal(client.refreshes(), 1);
		},
	));

test('a client that cannot tell of changed files has its manifests read when it saves', () =>
	inMemory({ capabilities: plainClient, initializationOptions: { readFile: true }, files: {} }, async (client) => {
		const text = 'switch (result.error.code) {\n\tcase 428:\n\t\tbreak;\n\tcase 404:\n\t\tbreak;\n}\n';
		const document = client.open(text);
		assert.doesNotMatch(await document.explain(0), /Chatness/);
		await client.write(`${folder}/package.json`, '{"dependencies":{"@chatness/server":"1"}}');
		await document.save();
		assert.match(await document.explain(0), /Chatness/);
	}));

test('the status of a document is told to a client that asks for it, and when it changes', () =>
	inMemory(able, async (client) => {
		const document = client.open(source);
		await document.diagnostics();
		assert.deepEqual(client.statuses.get(document.uri), {
			uri: document.uri,
			apis: [{ id: 'silentchat', name: 'SilentChat', reason: 'the file names api.silentchat.de' }],
			findings: 1,
		});
		await document.replaceAll('');
		await document.diagnostics();
		assert.deepEqual(client.statuses.get(document.uri), { uri: document.uri, apis: [], findings: 0 });
	}));

test('a client that does not ask for the status is not told', () =>
	inMemory({ capabilities: ableClient }, async (client) => {
		await client.open(source).diagnostics();
		assert.equal(client.statuses.size, 0);
	}));

test('a file that is too large is said to be, and the others are served', () =>
	inMemory(able, async (client) => {
		const large = client.open(`${source}${' '.repeat(10_000_000)}`);
		assert.deepEqual(await large.diagnostics(), []);
		assert.equal(await large.hover(code), null);
		assert.equal(client.statuses.get(large.uri)?.problem, 'This file could not be read.');
		assert.notEqual(await client.open(source).hover(code), null);
	}));

test('a folder that is added has its own manifest', () =>
	inMemory(
		{ ...able, files: { 'test:///other/package.json': '{"dependencies":{"@chatness/server":"1"}}' } },
		async (client) => {
			const document = client.open('if (result.error.code === 428) fix();\n', { uri: 'untitled:Untitled-1' });
			const change = (added: readonly string[], removed: readonly string[]) =>
				client.link.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
					event: {
						added: added.map((uri) => ({ uri, name: uri })),
						removed: removed.map((uri) => ({ uri, name: uri })),
					},
				});
			assert.doesNotMatch(await document.explain(0), /@chatness/);
			await change(['test:///other'], []);
			assert.match(await document.explain(0), /package\.json depends on @chatness\/server/);
			await change([], ['test:///other']);
			assert.doesNotMatch(await document.explain(0), /@chatness/);
		},
	));

test('every entry can be listed, for looking one up', () =>
	inMemory(able, async ({ link: { connection } }) => {
		const entries = await connection.sendRequest<readonly ListedEntry[]>(listEntries);
		const limited = entries.find(({ value }) => value === 'RATE_LIMITED');
		assert.deepEqual(
			{ ...limited, description: undefined },
			{
				api: 'SilentChat',
				value: 'RATE_LIMITED',
				title: 'Too many requests',
				description: undefined,
				required: true,
				insert: "'RATE_LIMITED'",
				status: 429,
			},
		);
		for (const api of ['SilentChat', 'Chatness', 'HTTP'])
			assert.ok(
				entries.some((entry) => entry.api === api),
				api,
			);
	}));

test('a place can be explained', () =>
	inMemory(able, async (client) => {
		const at = source.indexOf('switch');
		const explanation = await client.open(source).explain(at);
		assert.match(explanation, /SilentChat\*\* is in play, because the file names api\.silentchat\.de/);
		assert.match(explanation, /\*\*missing-required\*\* says: “/);
		const test = client.open(source, { uri: `${folder}/src/room.test.ts` });
		assert.match(
			await test.explain(at),
			/Nothing is reported in this file, because its path fits `\*\*\/\*\.test\.\*`/,
		);
	}));

test('what the settings switch off is named where a place is explained', () =>
	inMemory(
		{ capabilities: plainClient, initializationOptions: { settings: { rules: { 'missing-required': 'off' } } } },
		async (client) => {
			const explanation = await client.open(source).explain(source.indexOf('switch'));
			assert.match(explanation, /\*\*missing-required\*\* is off in the settings, and would say: “/);
		},
	));
