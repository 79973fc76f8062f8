import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { frame, hello, notification, type RawServer, request, startRawServer } from '../support/raw-server.ts';

const uri = 'test:///project/a.ts';
const text = "switch (error.code) {\n\tcase 'CONFLICT':\n\t\tbreak;\n}\n";
const opened = notification('textDocument/didOpen', {
	textDocument: { uri, languageId: 'typescript', version: 1, text },
});
const hover = (id: number) =>
	request(id, 'textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 8 } });
const explain = (id: number) =>
	request(id, 'apiErrors/explain', { textDocument: { uri }, position: { line: 1, character: 8 } });

async function withServer(use: (server: RawServer) => Promise<void>): Promise<void> {
	const server = startRawServer();
	try {
		await use(server);
	} finally {
		server.kill();
		await server.ended();
	}
}

/** Whether it goes on as if nothing had been. */
async function isWell(server: RawServer, id: number): Promise<void> {
	server.write(opened, explain(id));
	const { result } = await server.said((message) => message.id === id);
	assert.match(`${result}`, /CONFLICT/);
	assert.equal(server.complaints(), '');
}

describe('a client that breaks the rules is answered, and the server goes on', () => {
	test('when it asks before it has said who it is', () =>
		withServer(async (server) => {
			server.write(hover(7), hello());
			const { error } = await server.said(({ id }) => id === 7);
			assert.equal(error?.code, -32002);
			await isWell(server, 8);
		}));

	test('when it asks after it said that it goes', () =>
		withServer(async (server) => {
			server.write(hello(), opened, request(2, 'shutdown'));
			await server.said(({ id }) => id === 2);
			server.write(explain(3), request(4, 'textDocument/nothing', {}));
			assert.equal((await server.said(({ id }) => id === 3)).error?.code, -32600);
			assert.equal((await server.said(({ id }) => id === 4)).error?.code, -32600);
			server.write(notification('exit'));
			assert.equal(await server.ended(), 0);
		}));

	test('when it says twice who it is', () =>
		withServer(async (server) => {
			server.write(hello());
			await server.said(({ id }) => id === 1);
			server.write(request(9, 'initialize', { processId: null, rootUri: null, capabilities: {} }));
			assert.equal((await server.said(({ id }) => id === 9)).error?.code, -32600);
			await isWell(server, 10);
		}));

	test('when it asks for what there is not', () =>
		withServer(async (server) => {
			server.write(hello(), request(2, 'textDocument/nothing', {}), notification('$/nothing'), request(3, '$/nothing'));
			for (const asked of [2, 3]) assert.equal((await server.said(({ id }) => id === asked)).error?.code, -32601);
			await isWell(server, 4);
		}));

	test('when it asks twice with the same number', () =>
		withServer(async (server) => {
			server.write(hello(), opened, hover(5), hover(5));
			assert.equal((await server.said(({ id }) => id === 5)).error, undefined);
			await isWell(server, 6);
		}));

	test('when what it sends is no message, or no JSON', () =>
		withServer(async (server) => {
			server.write(frame(5), frame(null), frame([]), 'Content-Length: 5\r\n\r\n{abc}', hello());
			await server.said(({ id }) => id === 1);
			await isWell(server, 2);
		}));

	test('when what it asks with is something else', () =>
		withServer(async (server) => {
			server.write(hello());
			const wrong = [null, {}, { textDocument: 5, position: 'x' }, { textDocument: { uri: 5 }, position: {} }];
			const methods = ['hover', 'completion', 'codeAction', 'definition', 'references', 'diagnostic'];
			const asked = methods.flatMap((method) => wrong.map((params) => ({ method: `textDocument/${method}`, params })));
			asked.push(
				...['listCatalogs', 'importCatalog', 'exportCatalog', 'diffCatalogs', 'explain'].flatMap((method) =>
					wrong.map((params) => ({ method: `apiErrors/${method}`, params })),
				),
			);
			server.write(
				...asked.map(({ method, params }, index) => request(100 + index, method, params)),
				notification('textDocument/didOpen', {}),
				notification('textDocument/didChange', {
					textDocument: { uri: 'a:x', version: 2 },
					contentChanges: [{ text: '' }],
				}),
				notification('workspace/didChangeWatchedFiles', { changes: [{ uri: '%%%:::', type: 9 }] }),
			);
			for (const [index] of asked.entries()) await server.said(({ id }) => id === 100 + index);
			await isWell(server, 3);
		}));
});

describe('a server ends when nobody is there any more', () => {
	test('as its input ends, before anything was said and after', async () => {
		for (const said of ['', hello()]) {
			const server = startRawServer();
			server.write(said);
			if (said) await server.said(({ id }) => id === 1);
			server.closeInput();
			assert.equal(await server.ended(), 1);
			assert.equal(server.complaints(), '');
		}
	});

	test('as it is told to go without being told that it will be', async () => {
		const server = startRawServer();
		server.write(hello(), notification('exit'));
		assert.equal(await server.ended(), 1);
	});

	test('as the editor is gone that started it, though its input is open', async () => {
		const editor = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
		await once(editor, 'spawn');
		const server = startRawServer();
		server.write(hello(editor.pid ?? null));
		await server.said(({ id }) => id === 1);
		editor.kill('SIGKILL');
		assert.equal(await server.ended(), 1);
	});

	test('as what it reads has a length that is none, so that it can understand nothing any more', async () => {
		for (const garbage of [
			'Content-Length: x\r\n\r\n{}',
			'hello\r\n\r\n',
			'Content-Length: 3\r\n\r\n{"a":1}\r\n\r\n',
		]) {
			const server = startRawServer();
			server.write(hello());
			await server.said(({ id }) => id === 1);
			server.write(garbage, hover(2));
			assert.equal(await server.ended(), 1);
			assert.match(server.complaints(), /^What the client sends cannot be understood: [^\n]+\n$/);
		}
	});
});
