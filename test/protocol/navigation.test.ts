import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Location, LocationLink, Range, WorkspaceSymbol } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ableClient, plainClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import { readCursor } from '../support/marked-source.ts';
import { readAsset } from '../support/test-assets.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const ours = `${folder}/.api-errors/ours.yaml`;
const acme = `${folder}/.api-errors/acme.json`;
const pages = 'pages:/catalogs/';
const silentchat = `${pages}silentchat.json`;

const oursText = `extends: silentchat
hide: [CONFLICT]
entries:
  - value: RATE_LIMITED
    required: false
    runbook: https://wiki.example/limits
  - value: OURS_ALONE
    title: Ours
    description: Only we have it.
`;
const acmeText = `{
	"id": "acme",
	"name": "Acme",
	"evidence": { "packages": ["acme"] },
	"entries": [
		{ "value": "ACME_KEY_OLD", "title": "Old key", "description": "Too old.", "replacedBy": "ACME_USED_UP" },
		{ "value": "ACME_USED_UP", "title": "Used up", "description": "All used." }
	]
}
`;
const project = `${folder}/api-errors.json`;
const team = `${folder}/docs/team.json`;
const told = '// api-errors: silentchat\n';
const files: Readonly<Record<string, string>> = {
	[ours]: oursText,
	[acme]: acmeText,
	[project]: '{ "catalogs": ["docs/team.json"] }',
	[team]: '{ "id": "team", "extends": ["../.api-errors/acme.json"], "entries": [] }',
	[`${folder}/src/codes.ts`]: `${told}export const Codes = { Limited: 'RATE_LIMITED' } as const;\n`,
	[`${folder}/src/other.ts`]: "import { Codes } from './codes';\nif (error.code === Codes.Limited) wait();\n",
	[`${folder}/src/acme.ts`]: "import 'acme';\nif (error.code === 'ACME_KEY_OLD') renew();\n",
};
const able: ClientOptions = {
	capabilities: ableClient,
	initializationOptions: { readFile: true, readFolder: true, catalogPages: pages },
	files,
};
const withoutFiles = { ...able, files: {} };

function using(options: ClientOptions, use: (client: TestClient) => Promise<void>): Promise<void> {
	return withClient(connectInMemory(), options, async (client) => {
		await use(client);
		assert.deepEqual(client.log, []);
	});
}

/** What a range of a file covers, with the file's name: `ours.yaml: RATE_LIMITED`. */
async function covered(uri: string, range: Range | undefined): Promise<string> {
	const name = uri.slice(uri.lastIndexOf('/') + 1);
	const text = uri.startsWith(folder) ? files[uri] : new TextDecoder().decode(await readAsset(`catalogs/${name}`));
	return `${name}: ${TextDocument.create(uri, 'json', 0, text ?? '').getText(range)}`;
}

function targetsOf(found: readonly (Location | LocationLink)[]): Promise<readonly string[]> {
	return Promise.all(
		found.map((one) =>
			'targetUri' in one ? covered(one.targetUri, one.targetSelectionRange) : covered(one.uri, one.range),
		),
	);
}

/** Where the cursor of a source, or of a file of the folder, leads. */
async function definitions(client: TestClient, source: string, as?: Parameters<TestClient['open']>[1]) {
	const { text, offset } = readCursor(source);
	return client.open(text, as).definition(offset);
}

describe('the definition of a code', () => {
	test('is its entry in the catalog that comes with us, as a link that says what leads there', () =>
		using(withoutFiles, async (client) => {
			const [link, ...more] = await definitions(client, `${told}if (error.code === 'RATE_█LIMITED') wait();`);
			assert.ok(link && 'targetUri' in link);
			assert.deepEqual(more, []);
			assert.equal(link.targetUri, silentchat);
			assert.equal(await covered(silentchat, link.targetSelectionRange), 'silentchat.json: "RATE_LIMITED"');
			assert.match(
				await covered(silentchat, link.targetRange),
				/^silentchat\.json: \{\s+"value": "RATE_LIMITED",[^}]*"status"/,
			);
			assert.deepEqual(link.originSelectionRange, {
				start: { line: 1, character: 19 },
				end: { line: 1, character: 33 },
			});
		}));

	test('is a place for clients that know no links', () =>
		using({ ...withoutFiles, capabilities: plainClient }, async (client) => {
			const found = await definitions(client, `${told}if (error.code === 'RATE_█LIMITED') wait();`);
			assert.deepEqual(await targetsOf(found), ['silentchat.json: "RATE_LIMITED"']);
			assert.ok(found[0] && 'uri' in found[0]);
		}));

	test('is in every file that says something of it, the one that outweighs the others first', () =>
		using(able, async (client) => {
			const found = await definitions(client, `${told}if (error.code === 'RATE_█LIMITED') wait();`);
			assert.deepEqual(await targetsOf(found), ['ours.yaml: RATE_LIMITED', 'silentchat.json: "RATE_LIMITED"']);
		}));

	test('of an HTTP status is in the catalog of HTTP', () =>
		using(withoutFiles, async (client) => {
			const found = await definitions(client, 'if (response.status === 4█04) stop();');
			assert.deepEqual(await targetsOf(found), ['http.json: 404']);
		}));

	test('is where the open catalog has it now, though it is not saved', () =>
		using(able, async (client) => {
			const document = client.open(acmeText, { uri: acme, languageId: 'json' });
			await document.replaceAll(`\n\n${acmeText}`);
			const { text, offset } = readCursor("import 'acme';\nif (error.code === 'ACME_█KEY_OLD') renew();");
			const [link] = await client.open(text).definition(offset);
			assert.ok(link && 'targetUri' in link);
			assert.equal(document.covered(link.targetSelectionRange), '"ACME_KEY_OLD"');
		}));

	test('is left to the language for the name of a constant', () =>
		using(able, async (client) => {
			const source = "import { Codes } from './codes';\nif (error.code === Codes.Lim█ited) wait();\n";
			assert.deepEqual(await definitions(client, source, { uri: `${folder}/src/other.ts` }), []);
		}));

	test('is in the file shipped with us, for clients that have no pages of their own', () =>
		using({ ...withoutFiles, initializationOptions: {} }, async (client) => {
			const [link] = await definitions(client, `${told}if (error.code === 'RATE_█LIMITED') wait();`);
			assert.ok(link && 'targetUri' in link);
			assert.match(link.targetUri, /^file:.*\/catalogs\/silentchat\.json$/);
		}));
});

describe('from a catalog lead', () => {
	const cases: readonly (readonly [title: string, uri: string, before: string, targets: readonly string[]])[] = [
		['a code to what is beneath', ours, 'value: RATE_', ['silentchat.json: "RATE_LIMITED"']],
		['a code that nothing is beneath to itself', ours, 'value: OURS_', ['ours.yaml: OURS_ALONE']],
		['what is extended to its file', ours, 'extends: silent', ['silentchat.json: "silentchat"']],
		['what is hidden to the entry that does not count', ours, 'hide: [CONF', ['silentchat.json: "CONFLICT"']],
		['a code that replaces another to its entry', acme, '"replacedBy": "ACME_', ['acme.json: "ACME_USED_UP"']],
		['a title nowhere', acme, '"title": "Old', []],
		['a path of the project’s file to the catalog', project, 'docs/te', ['team.json: "team"']],
		['a path to the file', team, '"../.api-errors/ac', ['acme.json: "acme"']],
	];
	for (const [title, uri, before, targets] of cases)
		test(title, () =>
			using(able, async (client) => {
				const text = files[uri] ?? '';
				const document = client.open(text, { uri, languageId: uri === ours ? 'yaml' : 'json' });
				const found = await document.definition(text.indexOf(before) + before.length);
				assert.deepEqual(await targetsOf(found), targets);
			}),
		);
});

test('a path that leads out of the workspace leads nowhere', () => {
	const text = '{ "id": "team", "extends": "../../outside.json", "entries": [] }';
	const outside = { 'test:///outside.json': '{ "id": "outside", "entries": [] }' };
	return withClient(connectInMemory(), { ...able, files: { [acme]: text, ...outside } }, async (client) => {
		const document = client.open(text, { uri: acme, languageId: 'json' });
		assert.deepEqual(await document.definition(text.indexOf('outside')), []);
	});
});

describe('the places of a code', () => {
	const expected = ['codes.ts:1', 'codes.ts:1', 'other.ts:1', 'ours.yaml:3', 'silentchat.json'];
	const placesOf = (found: readonly Location[]) =>
		found
			.map(({ uri, range }) => {
				const name = uri.slice(uri.lastIndexOf('/') + 1);
				return uri.startsWith(pages) ? name : `${name}:${range.start.line}`;
			})
			.sort();

	test('are found from its entry in a catalog, and its entries are among them', () =>
		using(able, async (client) => {
			const document = client.open(oursText, { uri: ours, languageId: 'yaml' });
			assert.deepEqual(placesOf(await document.references(oursText.indexOf('RATE_'))), expected);
		}));

	test('are found from code, and its entries are among them', () =>
		using(able, async (client) => {
			const uri = `${folder}/src/codes.ts`;
			const document = client.open(files[uri] ?? '', { uri });
			assert.deepEqual(placesOf(await document.references(document.text().indexOf("'RATE") + 2)), expected);
		}));

	test('are found from the catalog that comes with us, in all folders', () =>
		using(able, async (client) => {
			const text = new TextDecoder().decode(await readAsset('catalogs/silentchat.json'));
			// A page that leads there leaves its own query behind the address.
			const document = client.open(text, { uri: `${silentchat}?from=page`, languageId: 'json' });
			assert.deepEqual(placesOf(await document.references(text.indexOf('"RATE_LIMITED"') + 2)), expected);
		}));

	test('are without its entries where only its uses are asked for', () =>
		using(able, async (client) => {
			const document = client.open(oursText, { uri: ours, languageId: 'yaml' });
			const found = await client.link.connection.sendRequest<readonly Location[]>('textDocument/references', {
				textDocument: { uri: document.uri },
				position: { line: 3, character: 12 },
				context: { includeDeclaration: false },
			});
			assert.deepEqual(placesOf(found), expected.slice(0, 3));
		}));
});

describe('renaming', () => {
	const { text, offset } = readCursor(`${told}if (error.code === 'RATE_█LIMITED') wait();`);
	const reason = /RATE_LIMITED is what SilentChat sends; renaming it here would not change the API\./;

	test('a code is refused with the reason, when it is prepared and when it is asked for at once', () =>
		using(withoutFiles, async (client) => {
			const document = client.open(text);
			await assert.rejects(document.prepareRename(offset), reason);
			await assert.rejects(document.rename(offset, 'SLOW'), reason);
		}));

	test('anything else is left to others', () =>
		using(withoutFiles, async (client) => {
			const document = client.open(text);
			assert.equal(await document.prepareRename(text.indexOf('error') + 1), null);
			assert.equal(await document.rename(text.indexOf('error') + 1, 'failure'), null);
		}));

	test('is offered to none that does not ask beforehand', () =>
		using({ capabilities: plainClient }, async (client) => assert.equal(client.server.renameProvider, undefined)));
});

describe('symbols of the workspace', () => {
	const ask = (client: TestClient, query: string) =>
		client.link.connection.sendRequest<readonly WorkspaceSymbol[]>('workspace/symbol', { query });

	test('are codes by their letters, with the API and, of several layers, the file that counts', () =>
		using(able, async (client) => {
			const [symbol] = await ask(client, 'ratelim');
			assert.deepEqual(
				{ ...symbol, data: undefined },
				{
					name: 'RATE_LIMITED',
					kind: 22,
					containerName: 'SilentChat (.api-errors/ours.yaml)',
					location: { uri: ours },
					data: undefined,
				},
			);
			const resolved = await client.link.connection.sendRequest<WorkspaceSymbol>('workspaceSymbol/resolve', symbol);
			const { location } = resolved;
			assert.equal(
				await covered(location.uri, 'range' in location ? location.range : undefined),
				'ours.yaml: RATE_LIMITED',
			);
		}));

	test('have their ranges at once for clients that do not ask for them later', () =>
		using({ ...able, capabilities: plainClient }, async (client) => {
			const [symbol] = await ask(client, 'ACME_USED_UP');
			assert.ok(symbol && 'range' in symbol.location);
			assert.equal(await covered(symbol.location.uri, symbol.location.range), 'acme.json: "ACME_USED_UP"');
			assert.equal(client.server.workspaceSymbolProvider instanceof Object, true);
		}));

	test('are marked where nobody should use them any more', () =>
		using(able, async (client) => {
			const [symbol] = await ask(client, 'ACME_KEY_OLD');
			assert.deepEqual(symbol?.tags, [1]);
		}));

	test('are the user’s own codes where nothing is asked for', () =>
		using(able, async (client) => {
			const names = (await ask(client, '')).map(({ name }) => name);
			assert.deepEqual([...new Set(names)].sort(), ['ACME_KEY_OLD', 'ACME_USED_UP', 'OURS_ALONE', 'RATE_LIMITED']);
		}));
});

describe('where an entry is written', () => {
	const layers = [
		/ours\.yaml, line 4\]\(test:[^)]*ours\.yaml#L4\): (?=.*`required` \(`false` instead of `true`\))(?=.*`runbook`)/,
		/\[silentchat\.json, line \d+\]\(pages:[^)]*silentchat\.json#L\d+\), which comes with us: (?=.*`title`)/,
	];

	test('is explained for a code', () =>
		using(able, async (client) => {
			const { text, offset } = readCursor(`${told}if (error.code === 'RATE_█LIMITED') wait();`);
			const explained = await client.open(text).explain(offset);
			assert.match(explained, /### Where this is written\n- /);
			for (const layer of layers) assert.match(explained, layer);
		}));

	test('is explained in the catalog itself, with the entry as it counts', () =>
		using(able, async (client) => {
			const document = client.open(oursText, { uri: ours, languageId: 'yaml' });
			const explained = await document.explain(oursText.indexOf('runbook'));
			assert.match(explained, /RATE_LIMITED.*429/);
			for (const layer of layers) assert.match(explained, layer);
			assert.match(await document.explain(oursText.indexOf('hide')), /^Nothing is known here/);
		}));

	test('is said by a hover over the code in the catalog', () =>
		using(able, async (client) => {
			const document = client.open(oursText, { uri: ours, languageId: 'yaml' });
			const hover = await document.hover(oursText.indexOf('RATE_'));
			assert.equal(document.covered(hover?.range), 'RATE_LIMITED');
			assert.match(JSON.stringify(hover?.contents), /Too Many Requests.*comes with us/);
			assert.equal(await document.hover(oursText.indexOf('required')), null);
		}));
});

test('a broken catalog keeps its entries, and leads to nothing that is no longer in it', () =>
	using(able, async (client) => {
		const document = client.open(acmeText, { uri: acme, languageId: 'json' });
		const { text, offset } = readCursor("import 'acme';\nif (error.code === 'ACME_█KEY_OLD') renew();");
		const code = client.open(text);
		assert.equal((await code.definition(offset)).length, 1);
		await document.replaceAll('{ "id": "acme", "entries": [{ "value": "ACME_');
		assert.deepEqual(await code.definition(offset), []);
		assert.equal(await document.hover(40), null);
	}));
