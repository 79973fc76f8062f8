import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ListedEntry, listEntries, type ReadFolderParams, readFolder } from '../../server/src/protocol.ts';
import { ableClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const file = `${folder}/.api-errors/acme.json`;
const source = "if (error.code === 'ACME_KEY_OLD') renew();\n";
const code = source.indexOf('ACME');

/** A catalog with two codes; the second must be handled. */
function catalogText(first: string, about: string): string {
	const entries = [
		{ value: first, title: 'Key', description: about },
		{ value: 'ACME_USED_UP', title: 'Used up', description: 'All used.', required: true },
	];
	return JSON.stringify({ id: 'acme', name: 'Acme', evidence: { packages: ['acme'] }, entries });
}

const able: ClientOptions = {
	capabilities: ableClient,
	initializationOptions: { readFile: true, readFolder: true },
	files: { [file]: catalogText('ACME_KEY_OLD', 'The key has had its day.') },
};

async function hovered(document: OpenDocument): Promise<string> {
	return JSON.stringify((await document.hover(code))?.contents ?? '');
}

function using(options: ClientOptions, use: (client: TestClient) => Promise<void>): Promise<void> {
	return withClient(connectInMemory(), options, use);
}

describe('the catalogs of a folder', () => {
	test('are known to a document that is opened first thing', () =>
		using(able, async (client) => {
			assert.match(
				await hovered(client.open(source)),
				/The key has had its day\..*because the folder has a catalog of it/,
			);
			assert.deepEqual(client.log, []);
		}));

	test('are offered, explained in the list, and warned by', () =>
		using(able, async (client) => {
			const text = `import { call } from 'acme';\nswitch (error.code) {\n\tcase 'ACME_KEY_OLD':\n\t\tone();\n\t\tbreak;\n\tcase '':\n}\n`;
			const document = client.open(text);
			const item = (await document.complete(text.indexOf("''") + 1)).find(({ detail }) =>
				detail?.includes('must be handled'),
			);
			assert.ok(item);
			assert.match(JSON.stringify((await document.resolve(item)).documentation), /All used\./);
			await document.replaceAll(text.replace("\tcase '':\n", ''));
			assert.deepEqual(
				(await document.diagnostics()).map(({ code: rule }) => rule),
				['missing-required'],
			);
			const listed = await client.link.connection.sendRequest<readonly ListedEntry[]>(listEntries);
			assert.deepEqual(
				listed.filter(({ api }) => api === 'Acme').map(({ value }) => value),
				['ACME_KEY_OLD', 'ACME_USED_UP'],
			);
		}));

	test('are followed when they change, and stay as they were while one is broken', () =>
		using(able, async (client) => {
			const document = client.open(source);
			assert.match(await hovered(document), /has had its day/);
			await client.write(file, catalogText('ACME_KEY_OLD', 'The key is out of date.'));
			assert.match(await hovered(document), /out of date/);
			await client.write(file, '{ "id": ');
			assert.match(await hovered(document), /out of date/);
			assert.equal(client.log.length, 1);
			assert.match(
				client.log[0] ?? '',
				/^\.api-errors\/acme\.json is no catalog, so what it said before stays in use: /,
			);
			await client.remove(`${folder}/.api-errors`);
			assert.equal(await document.hover(code), null);
			await client.write(file, catalogText('ACME_KEY_OLD', 'The key is back.'));
			assert.match(await hovered(document), /back/);
		}));

	test('cost the folders above one look each where there are none', () =>
		using({ ...able, files: {} }, async (client) => {
			const asked: string[] = [];
			client.link.connection.onRequest(readFolder, ({ uri, withLinks }: ReadFolderParams) => {
				if (withLinks) asked.push(uri);
				return [];
			});
			const [one, other] = [client.open(source), client.open(source)];
			assert.equal(await one.hover(code), null);
			assert.equal(await other.hover(code), null);
			assert.deepEqual(asked.sort(), [`${folder}/`, `${folder}/src/`]);
		}));

	test('are nothing where nobody can read folders', () =>
		using({ capabilities: ableClient }, async (client) => {
			assert.equal(await client.open(source).hover(code), null);
			assert.deepEqual(client.log, []);
		}));
});
