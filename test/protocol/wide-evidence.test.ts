import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ableClient } from '../support/capabilities.ts';
import { goodText } from '../support/catalog-workspace-files.ts';
import { connectInMemory } from '../support/connect.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { type ClientOptions, folder, withClient } from '../support/test-client.ts';

const code = "switch (error.code) {\n\tcase 'CONFLICT':\n\t\tbreak;\n}\n";
const other = "import { connect } from '@chatness/server';\n";
const options: ClientOptions = {
	capabilities: ableClient,
	initializationOptions: { readFile: true, readFolder: true },
	files: { [`${folder}/src/other.ts`]: other },
};

/** What is said of the code, once that fits, or at last. */
async function explained(document: OpenDocument, fits: RegExp): Promise<string> {
	let said = '';
	for (const end = performance.now() + 10_000; performance.now() < end && !fits.test(said); )
		said = await document.explain(document.text().indexOf('CONFLICT'));
	return said;
}

test('other files count for a document as long as it could gain by them, and no longer', () =>
	withClient(connectInMemory(), options, async (client) => {
		const document = client.open(code);
		assert.match(await explained(document, /Chatness/), /other\.ts imports @chatness\/server/);
		await document.change(0, 0, "const own = 'https://api.silentchat.de/v1';\n");
		assert.match(await explained(document, /^###(?![\s\S]*Chatness)/), /the file names api\.silentchat\.de/);
		await document.change(0, document.text().indexOf('\n'), '');
		assert.match(await explained(document, /Chatness/), /other\.ts imports @chatness\/server/);
		assert.deepEqual(client.log, []);
	}));

test('what is typed in a document that has other catalogs counts at once', () => {
	const own = { [`${folder}/app/.api-errors/own.json`]: goodText('own.json') };
	return withClient(connectInMemory(), { ...options, files: own }, async (client) => {
		const document = client.open(code);
		await document.diagnostics();
		const typed = client.open('const address = 1;\n', { uri: `${folder}/app/typed.ts` });
		await typed.diagnostics();
		await typed.change('const address = '.length, 'const address = 1'.length, "'https://api.silentchat.de/v1'");
		await typed.diagnostics();
		assert.match(await explained(document, /typed\.ts/), /because app\/typed\.ts names api\.silentchat\.de/);
		assert.deepEqual(client.log, []);
	});
});

test('what was asked of a document that was closed meanwhile shows nothing to others', () =>
	withClient(connectInMemory(), { ...options, files: {} }, async (client) => {
		const document = client.open(code);
		await document.diagnostics();
		const closed = client.open("const address = 'https://api.silentchat.de/v1';\n", { uri: `${folder}/closed.ts` });
		const asked = [0, 1, 2].map(() => closed.diagnostics().catch(() => undefined));
		await closed.close();
		await Promise.all(asked);
		const again = client.open(code);
		await again.diagnostics();
		assert.doesNotMatch(await again.explain(code.indexOf('CONFLICT')), /closed\.ts/);
		assert.deepEqual(client.log, []);
	}));
