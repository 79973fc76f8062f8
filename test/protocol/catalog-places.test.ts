import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Registration } from 'vscode-languageserver';
import { type ListedEntry, listEntries, readFile } from '../../server/src/protocol.ts';
import { ableClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const source = "if (error.code === 'ACME_KEY_OLD') renew();\n";
const code = source.indexOf('ACME');

function catalogText(description: string): string {
	const entries = [{ value: 'ACME_KEY_OLD', title: 'Key', description }];
	return JSON.stringify({ id: 'acme', entries });
}

const registering = {
	...ableClient,
	textDocument: {
		...ableClient.textDocument,
		synchronization: { dynamicRegistration: true },
		codeAction: { ...ableClient.textDocument?.codeAction, dynamicRegistration: true },
	},
};

function using(options: ClientOptions, use: (client: TestClient) => Promise<void>): Promise<void> {
	const initializationOptions = { readFile: true, readFolder: true };
	return withClient(connectInMemory(), { capabilities: ableClient, initializationOptions, ...options }, use);
}

async function hovered(document: OpenDocument): Promise<string> {
	return JSON.stringify((await document.hover(code))?.contents ?? '');
}

/** Asks again until the answer fits, as a user looks again. */
async function until(document: OpenDocument, fits: (hover: string) => boolean): Promise<void> {
	while (!fits(await hovered(document)));
}

describe('catalogs count', () => {
	test('in the folder that they are in, and below', () =>
		using(
			{
				files: {
					[`${folder}/a/.api-errors/acme.yaml`]:
						'id: acme\nentries:\n  - value: ACME_KEY_OLD\n    title: Key\n    description: Deep.\n',
				},
			},
			async (client) => {
				assert.match(await hovered(client.open(source, { uri: `${folder}/a/src/x.ts` })), /Deep\./);
				assert.equal(await hovered(client.open(source, { uri: `${folder}/b/x.ts` })), '""');
			},
		));

	test('that a project’s file names, as it is written', () =>
		using({ files: { [`${folder}/docs/errors.json`]: catalogText('Named.') } }, async (client) => {
			const document = client.open(source);
			assert.equal(await hovered(document), '""');
			const project = `${folder}/api-errors.json`;
			await client.write(project, '{}');
			assert.equal(await hovered(document), '""');
			const open = client.open('{}', { uri: project, languageId: 'json' });
			await open.replaceAll('{ "catalogs": ["docs/errors.json", "gone.json"] }');
			await until(document, (hover) => hover.includes('Named.'));
			const [problem] = await client.pushed(project, (found) => found.length === 1);
			assert.equal(open.covered(problem?.range), '"gone.json"');
			await open.close();
			await until(document, (hover) => !hover.includes('Named.'));
			await client.pushed(project, (found) => found.length === 0);
		}));

	test('that the setting names, and no longer when it names others', () =>
		using(
			{
				files: { [`${folder}/docs/errors.json`]: catalogText('Named.') },
				configuration: { catalogs: ['docs'] },
			},
			async (client) => {
				const document = client.open(source);
				assert.match(await hovered(document), /Named\./);
				await client.configure({ catalogs: [] });
				assert.equal(await hovered(document), '""');
			},
		));

	test('that packages bring', () =>
		using(
			{
				files: {
					[`${folder}/package.json`]: '{ "dependencies": { "@acme/client": "1" } }',
					[`${folder}/node_modules/@acme/client/package.json`]: '{ "apiErrors": "errors.json" }',
					[`${folder}/node_modules/@acme/client/errors.json`]: catalogText('Packed.'),
				},
			},
			async (client) => {
				const document = client.open(source);
				await until(document, (hover) => hover.includes('Packed.'));
				await client.write(`${folder}/package.json`, '{}');
				await until(document, (hover) => !hover.includes('Packed.'));
				assert.deepEqual(client.log, []);
			},
		));

	test('in each folder of the workspace', () =>
		using({ files: { 'test:///other/.api-errors/acme.json': catalogText('Elsewhere.') } }, async (client) => {
			const document = client.open(source, { uri: 'test:///other/src/x.ts' });
			assert.equal(await hovered(document), '""');
			const change = (added: readonly string[], removed: readonly string[]) =>
				client.link.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
					event: {
						added: added.map((uri) => ({ uri, name: 'other' })),
						removed: removed.map((uri) => ({ uri, name: 'other' })),
					},
				});
			await change(['test:///other'], []);
			assert.match(await hovered(document), /Elsewhere\./);
			await change([], ['test:///other']);
			assert.equal(await hovered(document), '""');
		}));
});

describe('a client is asked to tell', () => {
	const named: ClientOptions = {
		capabilities: registering,
		files: {
			[`${folder}/docs/errors.json`]: catalogText('Named.'),
			[`${folder}/.api-errors/own.json`]: '{ "id": "own", "entries": [] }',
		},
		configuration: { catalogs: ['docs'] },
	};

	test('of catalogs that are named, and of exactly these documents', () =>
		using(named, async (client) => {
			const registered: Registration[] = [];
			let finish = (): void => undefined;
			const finished = new Promise<void>((resolve) => {
				finish = resolve;
			});
			client.link.connection.onRequest(
				'client/registerCapability',
				({ registrations }: { registrations: Registration[] }) => {
					registered.push(...registrations);
					if (registrations.some(({ method }) => method === 'textDocument/codeAction')) finish();
				},
			);
			assert.match(await hovered(client.open(source)), /Named\./);
			await finished;
			const selectors = registered.flatMap(({ method, registerOptions }) =>
				method.startsWith('textDocument/') ? [[method, registerOptions.documentSelector]] : [],
			);
			const documentSelector = [{ pattern: '**/docs/errors.json' }];
			assert.deepEqual(
				selectors.sort(),
				['codeAction', 'didChange', 'didClose', 'didOpen'].map((name) => [`textDocument/${name}`, documentSelector]),
			);
			const globs = registered.flatMap(({ registerOptions }) => registerOptions?.watchers ?? []);
			assert.ok(JSON.stringify(globs).includes('"**/docs/*.{json,yaml,yml}"'), JSON.stringify(globs));
		}));

	test('and a document that is named is no code, and has what is wrong with it', () =>
		using(named, async (client) => {
			const document = client.open(source);
			assert.match(await hovered(document), /Named\./);
			const catalog = client.open('{', { uri: `${folder}/docs/errors.json`, languageId: 'typescript' });
			await client.pushed(catalog.uri, (found) => found.length > 0);
			assert.deepEqual(await catalog.diagnostics(), []);
			assert.match(await hovered(document), /Named\./);
		}));

	test('by saving, where it cannot do better', () =>
		using(
			{
				capabilities: { workspace: { configuration: true } },
				files: { [`${folder}/.api-errors/acme.json`]: catalogText('Old.') },
			},
			async (client) => {
				const document = client.open(source);
				assert.match(await hovered(document), /Old\./);
				const project = client.open('{}', { uri: `${folder}/api-errors.json`, languageId: 'json' });
				await client.write(`${folder}/.api-errors/acme.json`, catalogText('New.'));
				await project.save();
				await until(document, (hover) => hover.includes('New.'));
			},
		));
});

describe('all catalogs', () => {
	test('are found once they are asked for, and followed from then on', () =>
		using(
			{
				files: {
					[`${folder}/a/b/.api-errors/acme.json`]: catalogText('Deep.'),
					[`${folder}/node_modules/c/.api-errors/other.json`]:
						'{ "id": "other", "entries": [{ "value": "OTHER", "title": "O", "description": "O." }] }',
				},
			},
			async (client) => {
				const listed = async () => {
					const all = await client.link.connection.sendRequest<readonly ListedEntry[]>(listEntries);
					return all.filter(({ api }) => ['acme', 'other', 'late'].includes(api)).map(({ value }) => value);
				};
				assert.deepEqual(await listed(), ['ACME_KEY_OLD']);
				await client.write(
					`${folder}/c/.api-errors/late.json`,
					'{ "id": "late", "entries": [{ "value": "LATE", "title": "L", "description": "L." }] }',
				);
				assert.deepEqual((await listed()).sort(), ['ACME_KEY_OLD', 'LATE']);
				await client.remove(`${folder}/a`);
				assert.deepEqual(await listed(), ['LATE']);
			},
		));

	test('cost no reading of what is no catalog', () =>
		using(
			{ files: { [`${folder}/a/x.json`]: '{}', [`${folder}/a/.api-errors/acme.json`]: catalogText('Deep.') } },
			async (client) => {
				const read: string[] = [];
				client.link.connection.onRequest(readFile, ({ uri }: { uri: string }) => {
					read.push(uri);
					return catalogText('Deep.');
				});
				await client.link.connection.sendRequest(listEntries);
				assert.deepEqual(read, [`${folder}/a/.api-errors/acme.json`]);
			},
		));
});
