import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import type { DocumentStatus } from '../../server/src/protocol.ts';
import { ableClient, plainClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const file = `${folder}/.api-errors/acme.json`;
const source = "if (error.code === 'ACME_KEY_OLD') renew();\n";

function catalogText(status: number): string {
	const entry = { value: 'ACME_KEY_OLD', title: 'Key', description: 'The key has had its day.', status };
	return JSON.stringify({ id: 'acme', entries: [entry] }, null, '\t');
}

const files = { readFile: true, readFolder: true, documentStatus: true };
const able: ClientOptions = {
	capabilities: ableClient,
	initializationOptions: files,
	files: { [file]: catalogText(409) },
};
/** A client that has diagnostics pushed, for code as for catalogs. */
const pushing: ClientCapabilities = {
	...plainClient,
	textDocument: {
		codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
		publishDiagnostics: { versionSupport: true },
	},
};

function using(options: ClientOptions, use: (client: TestClient) => Promise<void>): Promise<void> {
	return withClient(connectInMemory(), options, use);
}

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);
const none = (found: readonly Diagnostic[]) => found.length === 0;
const some = (found: readonly Diagnostic[]) => found.length > 0;

/** Waits until the status of a document fits. */
async function status(
	client: TestClient,
	uri: string,
	fits: (status: DocumentStatus) => boolean,
): Promise<DocumentStatus> {
	for (;;) {
		const found = client.statuses.get(uri);
		if (found && fits(found)) return found;
		// Any answer takes the server through what it has to do.
		await client.link.connection.sendRequest('textDocument/hover', {
			textDocument: { uri },
			position: { line: 0, character: 0 },
		});
	}
}

for (const [kind, options] of [
	['asks for those of code', able],
	['has all of them pushed', { ...able, capabilities: pushing }],
] as const)
	describe(`what is wrong with catalogs, in a client that ${kind}`, () => {
		test('is shown at its place where a document of code has them in reach, and goes when it is mended', () =>
			using({ ...options, files: { [file]: catalogText(999) } }, async (client) => {
				const document = client.open(source);
				await document.hover(0);
				const [found] = await client.pushed(file, some);
				assert.deepEqual([found?.code, found?.source, found?.severity], ['impossible-status', 'api-errors', 1]);
				assert.equal(
					found?.range.start.line,
					catalogText(999).slice(0, catalogText(999).indexOf('999')).split('\n').length - 1,
				);
				await client.write(file, catalogText(409));
				await client.pushed(file, none);
				await client.write(file, '{');
				await client.pushed(file, some);
				await client.remove(file);
				await client.pushed(file, none);
			}));

		test('is shown while it is written, with fixes, whether or not there is any code', () =>
			using(options, async (client) => {
				const text = catalogText(409);
				const document = client.open(text, { uri: file, languageId: 'json' });
				const at = text.indexOf('409');
				await document.change(at, at + 3, '099');
				await client.pushed(file, some);
				await document.replaceAll(text.replace('"title"', '"titles"'));
				const shown = await client.pushed(file, (found) => codes(found).includes('unknown-field'));
				const actions = await document.codeActions(text.indexOf('titl'), text.indexOf('titl'), { shown });
				const preferred = actions.find(({ isPreferred }) => isPreferred);
				assert.ok(preferred, JSON.stringify(actions));
				assert.equal(preferred.kind, 'quickfix');
				assert.deepEqual(codes(preferred.diagnostics ?? []), ['unknown-field']);
				assert.equal(document.applied(preferred), text);
				assert.deepEqual(await document.codeActions(0, 0), []);
				await document.replaceAll(text);
				await client.pushed(file, none);
			}));

		test('goes with the settings, and comes again with them', () =>
			using({ ...options, files: { [file]: '{' } }, async (client) => {
				const document = client.open(source);
				await document.hover(0);
				await client.pushed(file, some);
				await client.configure({ diagnostics: false });
				await document.hover(0);
				await client.pushed(file, none);
				await client.configure({});
				await document.hover(0);
				await client.pushed(file, some);
			}));
	});

describe('a catalog that is open', () => {
	test('counts as it is written, and as it is on disk once it is closed', () =>
		using(able, async (client) => {
			const code = client.open(source);
			const at = source.indexOf('ACME');
			assert.match(JSON.stringify(await code.hover(at)), /has had its day/);
			const catalog = client.open(catalogText(409), { uri: file, languageId: 'jsonc' });
			await catalog.replaceAll(catalogText(999));
			await client.pushed(file, some);
			await catalog.replaceAll(catalogText(409).replace('has had its day', 'is being rewritten'));
			await client.pushed(file, none);
			assert.match(JSON.stringify(await code.hover(at)), /is being rewritten/);
			await catalog.close();
			assert.match(JSON.stringify(await code.hover(at)), /has had its day/);
		}));

	test('is no code, and has nothing to be asked for', () =>
		using(able, async (client) => {
			for (const languageId of ['json', 'jsonc', 'yaml', 'typescript']) {
				const document = client.open(source, { uri: file, languageId });
				assert.deepEqual(await document.diagnostics(), []);
				assert.equal(await document.hover(source.indexOf('ACME')), null);
				await document.close();
			}
			assert.deepEqual(client.log, []);
		}));

	test('is known by another spelling of its address', () =>
		using(able, async (client) => {
			const document = client.open('{', { uri: file.replace('.api', '%2Eapi'), languageId: 'json' });
			await client.pushed(document.uri, some);
			await document.replaceAll(catalogText(409));
			await client.pushed(document.uri, none);
		}));
});

describe('the status of a document', () => {
	test('names a broken catalog, and where', () =>
		using(able, async (client) => {
			const document = client.open(source);
			await document.diagnostics();
			assert.equal(client.statuses.get(document.uri)?.catalogs, undefined);
			await client.write(file, '{ "id": "acme",\n ?');
			const { catalogs } = await status(client, document.uri, (one) => one.catalogs !== undefined);
			const [trouble] = catalogs ?? [];
			assert.match(
				trouble?.message ?? '',
				/^\.api-errors\/acme\.json is no catalog, so what it said before stays in use: /,
			);
			assert.deepEqual([trouble?.uri, trouble?.line], [file, 1]);
			await client.write(file, catalogText(409));
			await status(client, document.uri, (one) => one.catalogs === undefined);
			assert.equal(client.log.length, 1);
		}));

	test('leaves out what a package brings, of which the log tells', () =>
		using(
			{
				...able,
				files: {
					[`${folder}/package.json`]: '{ "dependencies": { "acme": "1" } }',
					[`${folder}/node_modules/acme/package.json`]: '{ "apiErrors": "errors.json" }',
					[`${folder}/node_modules/acme/errors.json`]: '{',
				},
			},
			async (client) => {
				const document = client.open(source);
				while (client.log.length === 0) await document.diagnostics();
				assert.match(client.log[0] ?? '', /^acme\/errors\.json is no catalog, so it is left out: /);
				await document.diagnostics();
				assert.equal(client.statuses.get(document.uri)?.catalogs, undefined);
			},
		));

	test('says what a catalog has that is open', () =>
		using(able, async (client) => {
			const document = client.open(catalogText(409), { uri: file, languageId: 'json' });
			await document.diagnostics();
			assert.equal(
				(await status(client, file, (one) => one.catalog !== undefined)).catalog,
				'acme: 1 entry in this file',
			);
			await document.replaceAll('{');
			await status(client, file, (one) => one.catalogs !== undefined);
		}));

	test('names a path of the settings that leads out of the folder', () =>
		using({ ...able, configuration: { catalogs: ['../others.json'] } }, async (client) => {
			const document = client.open(source);
			await document.diagnostics();
			const { catalogs } = await status(client, document.uri, (one) => one.catalogs !== undefined);
			assert.match(catalogs?.[0]?.message ?? '', /^apiErrors\.catalogs: "\.\.\/others\.json" is left out/);
			assert.equal(client.log.length, 1);
		}));
});
