import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { connectInMemory } from '../support/connect.ts';
import { serverProgram } from '../support/server-program.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const using = (options: ClientOptions, use: (client: TestClient) => Promise<void>) =>
	withClient(connectInMemory(), options, async (client) => {
		await use(client);
		assert.deepEqual(client.log, []);
	});

const rules = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const isSomething = (diagnostics: readonly Diagnostic[]) => diagnostics.length > 0;

/** Says nothing of its API, which a setting tells by its place in the folder. */
const unnamed = `export function report(error: { code: string }) {
	switch (error.code) {
		case 'VALIDATION_ERROR':
			return 'mend it';
		case 'CONFLICT':
			return 'sent twice';
	}
}
`;

const settings = { apis: [{ files: 'src/chat/**', apis: ['silentchat'] }] };

for (const [root, uri] of [
	['/home/me/a project', 'file:///home/me/a%20project'],
	['C:\\work\\one', 'file:///C:/work/one'],
	['c:/work/one', 'file:///c:/work/one'],
	['\\\\host\\share', 'file://host/share'],
] as const) {
	test(`a client that gives its folder as the path ${root} alone`, () =>
		using(
			{ roots: { rootUri: null, rootPath: root, workspaceFolders: null }, initializationOptions: { settings } },
			async (client) => {
				const document = client.open(unnamed, { uri: `${uri}/src/chat/report.ts` });
				assert.ok(rules(await client.pushed(document.uri, isSomething)).includes('missing-required'));
			},
		));
}

const python = `import requests

response = requests.post("https://api.silentchat.de/v1/messages")
error = response.json()["error"]
if error["code"] == "VALIDATION_ERROR":
    print(error["message"])
elif error["code"] == "CONFLICT":
    print("sent twice")
`;

test('a client without a folder has all that its file shows', () =>
	using({ roots: { rootUri: null, workspaceFolders: null } }, async (client) => {
		const document = client.open(python, { uri: 'file:///home/me/send.py', languageId: 'python' });
		assert.deepEqual(rules(await client.pushed(document.uri, isSomething)), ['missing-required']);
		const hover = await document.hover(python.indexOf('CONFLICT'));
		assert.match(JSON.stringify(hover?.contents), /409/);
	}));

for (const [languageId, uri] of [
	['python-ts', 'file:///home/me/send.py'],
	['', 'file:///home/me/send.py'],
	['py', 'untitled:Untitled-1'],
] as const) {
	test(`a document of an editor that calls its language "${languageId}" is read as ${uri} shows`, () =>
		using({}, async (client) => {
			const document = client.open(python, { uri, languageId });
			assert.deepEqual(rules(await client.pushed(uri, isSomething)), ['missing-required']);
			await document.close();
		}));
}

test('code in a component is found by its file, however the editor calls its language', () =>
	using({}, async (client) => {
		const code = unnamed.replace('export', '// api-errors: silentchat\nexport');
		const document = client.open(`<script lang="ts">\n${code}</script>\n`, {
			uri: 'file:///home/me/Report.vue',
			languageId: 'web',
		});
		assert.ok(rules(await client.pushed(document.uri, isSomething)).includes('missing-required'));
	}));

test('a cell in a language that is not read stays so, though its notebook is read', () =>
	using({}, async (client) => {
		const text = JSON.stringify({ cells: [{ cell_type: 'code', source: python.split(/(?<=\n)/) }] });
		const cell = client.open(text, { uri: 'vscode-notebook-cell:/home/me/a.ipynb#W0', languageId: 'raw' });
		assert.equal(await cell.hover(text.indexOf('CONFLICT')), null);
	}));

test('what is wrong with a catalog is told again when it is opened, for clients that forget it before', () => {
	const file = `${folder}/.api-errors/acme.json`;
	const entry = { value: 'ACME_KEY_OLD', title: 'Key', description: 'The key has had its day.', status: 999 };
	const text = JSON.stringify({ id: 'acme', entries: [entry] });
	const options = { initializationOptions: { readFile: true, readFolder: true }, files: { [file]: text } };
	return withClient(connectInMemory(), options, async (client) => {
		await client.open("if (error.code === 'ACME_KEY_OLD') renew();\n").hover(0);
		await client.pushed(file, isSomething);
		const { connection } = client.link;
		const told = new Promise<PublishDiagnosticsParams>((resolve) => {
			connection.onNotification('textDocument/publishDiagnostics', (one: PublishDiagnosticsParams) => {
				if (one.uri === file) resolve(one);
			});
		});
		client.open(text, { uri: file, languageId: 'json' });
		assert.deepEqual(rules((await told).diagnostics), ['impossible-status']);
	});
});

const run = (...words: readonly string[]) =>
	spawnSync(process.execPath, [serverProgram, ...words], { encoding: 'utf8', input: '' });

test('the command says what it is for, and which it is', () => {
	const help = run('--help');
	assert.deepEqual([help.status, help.stderr], [0, '']);
	assert.match(help.stdout, /^Usage: api-errors-language-server --stdio$/m);
	const version = run('--version');
	assert.deepEqual([version.status, version.stderr], [0, '']);
	assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
});
