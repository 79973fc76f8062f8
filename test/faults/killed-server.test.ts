import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { diffCatalogs, exportCatalog, importCatalog, listCatalogs, listEntries } from '../../server/src/protocol.ts';
import { ableClient } from '../support/capabilities.ts';
import { goodText } from '../support/catalog-workspace-files.ts';
import { connectToKill } from '../support/killed-server.ts';
import { startClient } from '../support/test-client.ts';

const code = "switch (error.code) {\n\tcase 'ACME_CODE_1':\n\t\tbreak;\n}\n";
const position = { line: 1, character: 8 };

/** All that a client may ask, with the URI of a document of code and that of a catalog. */
const questions: readonly (readonly [string, (code: string, catalog: string) => unknown])[] = [
	...['hover', 'completion', 'definition', 'references', 'prepareRename', 'diagnostic'].map(
		(name) =>
			[
				`textDocument/${name}`,
				(uri: string) => ({ textDocument: { uri }, position, context: { includeDeclaration: true } }),
			] as const,
	),
	['textDocument/rename', (uri) => ({ textDocument: { uri }, position, newName: 'x' })],
	[
		'textDocument/codeAction',
		(uri) => ({ textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [] } }),
	],
	['workspace/symbol', () => ({ query: 'CODE' })],
	['apiErrors/explain', (uri) => ({ textDocument: { uri }, position })],
	[listEntries, () => undefined],
	[listCatalogs, () => ({})],
	[exportCatalog, () => ({ id: 'acme', format: 'typescript' })],
	[importCatalog, () => ({ text: 'code,title\nA_B,Gone\n' })],
	[diffCatalogs, (_, uri) => ({ old: { uri, text: goodText(uri, 2) }, new: { uri, text: goodText(uri, 3) } })],
	['shutdown', () => undefined],
];

test('a server that is killed in the middle of any request fails it, and leaves the disk as it was', async (context) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	context.after(() => rm(folder, { recursive: true }));
	const [file, catalog] = [path.join(folder, 'a.ts'), path.join(folder, 'acme.json')];
	const uri = pathToFileURL(file).href;
	await writeFile(file, code);
	await writeFile(catalog, goodText(catalog));
	await writeFile(path.join(folder, 'api-errors.json'), '{ "catalogs": ["acme.json"] }');
	const before = await contentsOf(folder);
	await Promise.all(
		questions.map(async ([method, paramsFor]) => {
			const link = connectToKill();
			const roots = { rootUri: pathToFileURL(folder).href, workspaceFolders: null };
			const client = await startClient(link, { capabilities: ableClient, roots });
			// Once it has answered something, it has read all that it needs for the next answer.
			await client.open(code, { uri }).hover(0);
			link.deafen();
			const answer = link.connection.sendRequest(method, paramsFor(uri, pathToFileURL(catalog).href));
			const failure = assert.rejects(answer, /disposed|closed|EPIPE/i, method);
			// Messages are written in turn: with this one, the request is written too.
			await link.connection.sendNotification('$/setTrace', { value: 'off' });
			link.kill();
			await failure;
		}),
	);
	assert.deepEqual(await contentsOf(folder), before);
});

async function contentsOf(folder: string): Promise<readonly string[]> {
	const names = (await readdir(folder)).sort();
	return Promise.all(names.map(async (name) => `${name}: ${await readFile(path.join(folder, name), 'utf8')}`));
}
