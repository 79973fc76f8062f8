import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ableClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

const able: ClientOptions = {
	capabilities: ableClient,
	initializationOptions: { documentStatus: true, readFile: true, readFolder: true },
};

/** Uses a client whose folder has the files, by their paths in it. */
function withFiles(files: Readonly<Record<string, string>>, use: (client: TestClient) => Promise<void>): Promise<void> {
	const uris = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]);
	return withClient(connectInMemory(), { ...able, files: Object.fromEntries(uris) }, async (client) => {
		await use(client);
		assert.deepEqual(client.log, []);
	});
}

const codes = `export enum ApiError {
	Slow = 'RATE_LIMITED',
	Expired = 'AUTH_INVALID_TOKEN',
	Conflict = 'CONFLICT',
}
`;
const caller = "export const load = () => fetch('https://api.silentchat.de/v1');\n";
const handler = `import { load } from './client';
import { ApiError } from '@/errors';

export function handle(error: { code: string }) {
	switch (error.code) {
		case ApiError.Conflict:
			reload();
			break;
		case ApiError.Slow:
			throw error;
	}
}
`;
const files = {
	'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
	'src/client.ts': caller,
	'src/errors/index.ts': "export * from './codes.js';\n",
	'src/errors/codes.ts': codes,
};

/** What was warned about in a document. */
async function messagesIn(client: TestClient, text: string, uri = `${folder}/src/main.ts`): Promise<readonly string[]> {
	return (await client.open(text, { uri }).diagnostics()).map(({ message }) =>
		typeof message === 'string' ? message : message.value,
	);
}

async function refreshed(client: TestClient): Promise<void> {
	while (client.refreshes() === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('names of imported files', () => {
	test('count as the codes that they stand for', () =>
		withFiles(files, async (client) => {
			const [message, ...others] = await messagesIn(client, handler);
			assert.match(message ?? '', /AUTH_INVALID_TOKEN/);
			assert.doesNotMatch(message ?? '', /RATE_LIMITED|CONFLICT/);
			assert.deepEqual(others, []);
		}));

	test('have a hover', () =>
		withFiles(files, async (client) => {
			const text = handler;
			const document = client.open(text, { uri: `${folder}/src/main.ts` });
			const hover = await document.hover(text.indexOf('ApiError.Slow') + 10);
			assert.match(JSON.stringify(hover), /RATE_LIMITED/);
			assert.match(JSON.stringify(hover), /which the file imports, names api\.silentchat\.de/);
		}));

	test('are completed where the siblings use them', () =>
		withFiles(files, async (client) => {
			const text = handler.replace('case ApiError.Slow:', 'case ');
			const document = client.open(text, { uri: `${folder}/src/main.ts` });
			const items = await document.complete(text.indexOf('case \n') + 5);
			const labels = items.map(({ label }) => label);
			assert.ok(labels.includes('ApiError.Expired') && labels.includes('ApiError.Slow'), labels.join());
			assert.ok(!labels.includes('ApiError.Conflict'), labels.join());
		}));

	test('mean something else once their file is changed, in the editor or on disk', () =>
		withFiles(files, async (client) => {
			const document = client.open(handler, { uri: `${folder}/src/main.ts` });
			assert.equal((await document.diagnostics()).length, 1);
			const lent = client.open(codes, { uri: `${folder}/src/errors/codes.ts` });
			await lent.diagnostics();
			await lent.replaceAll(codes.replace("'RATE_LIMITED'", "'SERVICE_UNAVAILABLE'"));
			await lent.diagnostics();
			await refreshed(client);
			assert.match(JSON.stringify(await document.diagnostics()), /RATE_LIMITED/);
		}));
});

test('a union of another file that lacks a code says that it cannot come', () => {
	const union = "export type Failure = 'CONFLICT' | 'AUTH_INVALID_TOKEN';\n";
	const text =
		"import './client';\nimport type { Failure } from './failure';\nexport function handle(code: Failure) {\n\tswitch (code) {\n\t\tcase 'CONFLICT': break;\n\t}\n}\n";
	return withFiles({ ...files, 'src/failure.ts': union }, async (client) => {
		const [message] = await messagesIn(client, text);
		assert.match(message ?? '', /AUTH_INVALID_TOKEN/);
		assert.doesNotMatch(message ?? '', /RATE_LIMITED/);
	});
});

describe('places of a code', () => {
	const main = handler.replace('export function', "const slow = ApiError['Slow'];\n\nexport function");
	const others = {
		...files,
		'src/main.ts': main,
		'src/other.ts': "import './client';\nif (e.code === 'RATE_LIMITED') wait();\n",
	};

	for (const [what, path, text, at] of [
		['a name of an imported constant', 'src/main.ts', main, 'Slow:'],
		['a literal', 'src/other.ts', others['src/other.ts'], "'RATE_LIMITED'"],
	] as const) {
		test(`are found all over the workspace from ${what}`, () =>
			withFiles(others, async (client) => {
				const document = client.open(text, { uri: `${folder}/${path}` });
				await document.diagnostics();
				const found = await document.references(text.indexOf(at) + 2);
				const inFolder = found.filter(({ uri }) => uri.startsWith(folder));
				const places = inFolder.map(({ uri, range }) => `${uri.slice(folder.length + 1)}:${range.start.line}`);
				assert.deepEqual(
					places.sort(),
					[
						'src/main.ts:3',
						'src/main.ts:10',
						'src/other.ts:1',
						'src/errors/codes.ts:1',
						'src/errors/codes.ts:1',
					].sort(),
				);
			}));
	}

	test('are none where nothing is known', () =>
		withFiles(others, async (client) => {
			const document = client.open(main, { uri: `${folder}/src/main.ts` });
			assert.deepEqual(await document.references(main.indexOf('handle')), []);
		}));
});

describe('a neighbour shows whose codes a file has', () => {
	const source = "export function handle(error) {\n\tswitch (error.code) { case 'CONFLICT': break; }\n}\n";

	test('by being imported', () =>
		withFiles(files, async (client) => {
			assert.equal((await messagesIn(client, source)).length, 0);
			const messages = await messagesIn(client, `import './client';\n${source}`, `${folder}/src/other.ts`);
			assert.equal(messages.length, 1);
		}));

	test('by importing it', () =>
		withFiles(
			{ 'src/client.ts': `import { handle } from './main';\n${caller}`, 'src/main.ts': source },
			async (client) => {
				const document = client.open(source, { uri: `${folder}/src/main.ts` });
				assert.equal((await document.diagnostics()).length, 1);
				const hover = await document.hover(source.indexOf('CONFLICT'));
				assert.match(JSON.stringify(hover), /client\.ts, which imports the file, names api\.silentchat\.de/);
			},
		));

	test('until its file no longer does', () =>
		withFiles(files, async (client) => {
			const text = `import './client';\n${source}`;
			const document = client.open(text, { uri: `${folder}/src/main.ts` });
			assert.equal((await document.diagnostics()).length, 1);
			await client.write(`${folder}/src/client.ts`, "export const load = () => fetch('/v1');\n");
			await refreshed(client);
			assert.equal((await document.diagnostics()).length, 0);
		}));

	test('once its file is there', () =>
		withFiles({}, async (client) => {
			const text = `import './client';\n${source}`;
			const document = client.open(text, { uri: `${folder}/src/main.ts` });
			assert.equal((await document.diagnostics()).length, 0);
			await client.write(`${folder}/src/client.ts`, caller);
			await refreshed(client);
			assert.equal((await document.diagnostics()).length, 1);
		}));
});
