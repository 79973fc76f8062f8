import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RegistrationParams } from 'vscode-languageserver';
import { readFile, readFolder } from '../../server/src/protocol.ts';
import { ableClient, plainClient } from '../support/capabilities.ts';
import { connectInMemory } from '../support/connect.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { type ClientOptions, folder, type TestClient, withClient } from '../support/test-client.ts';

/** Whose code it is, nothing here shows. */
const source = `switch (result.error.code) {
	case 'AUTH_INVALID_TOKEN':
		login();
		break;
}
`;
const code = source.indexOf('AUTH');
const caller = "export const load = () => fetch('https://api.silentchat.de/v1');\n";
const environment = 'API_URL=https://api.silentchat.de/v1\n';
const silent: readonly string[] = [];
const warned: readonly string[] = ['missing-required'];

const able: ClientOptions = {
	capabilities: ableClient,
	initializationOptions: { documentStatus: true, readFile: true, readFolder: true },
};

/** Uses a client whose folder has the files, by their paths in it. */
function withFiles(
	files: Readonly<Record<string, string>>,
	use: (client: TestClient) => Promise<void>,
	options: ClientOptions = able,
): Promise<void> {
	const uris = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]);
	return withClient(connectInMemory(), { ...options, files: Object.fromEntries(uris) }, async (client) => {
		await use(client);
		assert.deepEqual(client.log, []);
	});
}

async function rulesIn(document: OpenDocument): Promise<readonly unknown[]> {
	return (await document.diagnostics()).map((diagnostic) => diagnostic.code);
}

/** Answers what is asked about folders in place of the client's files, and remembers it. */
function answerFolders({ link }: TestClient, answer: (uri: string) => unknown): readonly string[] {
	const asked: string[] = [];
	link.connection.onRequest(readFolder, ({ uri }: { uri: string }) => {
		asked.push(uri);
		return answer(uri);
	});
	return asked;
}

/** Waits until the client was asked to pull its diagnostics again. */
async function refreshed(client: TestClient): Promise<void> {
	while (client.refreshes() === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('a dispatch on an API’s code is warned about', () => {
	const shown: Readonly<Record<string, readonly [path: string, text: string, reason: string]>> = {
		'where an environment file names its host': ['.env', environment, '.env names api.silentchat.de'],
		'where a config file does': ['config/a.yaml', 'url: api.silentchat.de', 'config/a.yaml names api.silentchat.de'],
		'where other code does': ['src/api/client.ts', caller, 'src/api/client.ts names api.silentchat.de'],
	};
	for (const [name, [path, text, reason]] of Object.entries(shown))
		test(name, () =>
			withFiles({ [path]: text }, async (client) => {
				const document = client.open(source);
				assert.deepEqual(await rulesIn(document), warned);
				assert.equal(client.statuses.get(document.uri)?.apis[0]?.reason, reason);
				assert.ok((await document.explain(code)).includes(reason));
				assert.notEqual(await document.hover(code), null);
			}),
		);

	test('until nothing shows the API any more', () =>
		withFiles({ '.env': environment }, async (client) => {
			const document = client.open(source);
			assert.deepEqual(await rulesIn(document), warned);
			await client.write(`${folder}/.env`, 'API_URL=https://api.example.com\n');
			assert.deepEqual(await rulesIn(document), silent);
			assert.equal(client.refreshes(), 1);
			await client.write(`${folder}/.env`, environment);
			assert.deepEqual(await rulesIn(document), warned);
			await client.remove(`${folder}/.env`);
			assert.deepEqual(await rulesIn(document), silent);
			assert.equal(client.refreshes(), 3);
		}));

	test('as soon as a file shows it that is new or was changed', () =>
		withFiles({ 'src/client.ts': '' }, async (client) => {
			const document = client.open(source);
			assert.deepEqual(await rulesIn(document), silent);
			for (const path of ['src/client.ts', 'lib/api/client.ts', 'package/.env.local', 'next.config.js']) {
				await client.write(`${folder}/${path}`, path.startsWith('package') ? environment : caller);
				assert.deepEqual(await rulesIn(document), warned, path);
				await client.remove(`${folder}/${path}`);
				assert.deepEqual(await rulesIn(document), silent, path);
			}
		}));

	test('until the folder goes in which something shows it', () =>
		withFiles({ 'lib/api/client.ts': caller }, async (client) => {
			const document = client.open(source);
			assert.deepEqual(await rulesIn(document), warned);
			await client.remove(`${folder}/lib`);
			assert.deepEqual(await rulesIn(document), silent);
		}));

	test('but not by files that others made', () =>
		withFiles({ 'node_modules/chat/index.js': caller, 'dist/client.js': caller }, async (client) => {
			assert.deepEqual(await rulesIn(client.open(source)), silent);
		}));

	test('but not where a file that is told to be of none names the host', () =>
		withFiles({ 'src/client.ts': `// api-errors: none\n${caller}` }, async (client) => {
			assert.deepEqual(await rulesIn(client.open(source)), silent);
		}));
});

describe('the text of an open document', () => {
	const uri = `${folder}/src/client.ts`;

	test('counts before the disk’s, until it is closed', () =>
		withFiles({ 'src/client.ts': caller }, async (client) => {
			const document = client.open(source);
			assert.deepEqual(await rulesIn(document), warned);
			const other = client.open(caller, { uri });
			await other.diagnostics();
			assert.deepEqual(await rulesIn(document), warned);
			await other.replaceAll('');
			await other.diagnostics();
			assert.deepEqual(await rulesIn(document), silent);
			await other.close();
			assert.deepEqual(await rulesIn(document), warned);
		}));

	test('counts where it was open before others were searched', () =>
		withFiles({ 'src/client.ts': '' }, async (client) => {
			await client.open(caller, { uri }).diagnostics();
			assert.deepEqual(await rulesIn(client.open(source)), warned);
		}));

	test('counts for others alone', () =>
		withFiles({}, async (client) => {
			const document = client.open(`${caller}${source}`);
			assert.deepEqual(await rulesIn(document), warned);
			await document.replaceAll(source);
			assert.deepEqual(await rulesIn(document), silent);
			assert.equal(client.refreshes(), 0);
		}));

	test('counts as long as it is open where there is no file', () =>
		withFiles({}, async (client) => {
			const document = client.open(source);
			assert.deepEqual(await rulesIn(document), silent);
			const other = client.open(caller, { uri });
			await other.diagnostics();
			assert.deepEqual(await rulesIn(document), warned);
			await other.close();
			assert.deepEqual(await rulesIn(document), silent);
		}));
});

describe('files are searched', () => {
	test('only once a document could gain by it', () =>
		withFiles({ 'lib/client.ts': caller }, async (client) => {
			const asked = answerFolders(client, () => []);
			for (const text of [
				'',
				'switch (response.status) {\n\tcase 404:\n\t\tbreak;\n}\n',
				`${caller}${source}`,
				`// api-errors: chatness\n${source}`,
				`// api-errors: none\n${source}`,
				"switch (error.code) {\n\tcase 'ENOENT':\n\t\tbreak;\n}\n",
			])
				await client.open(text).diagnostics();
			// Once for catalogs, once for manifests.
			const above = [`${folder}/`, `${folder}/`, `${folder}/src/`, `${folder}/src/`];
			assert.deepEqual([...asked].sort(), above);
			await client.open(source).diagnostics();
			assert.deepEqual(asked.length, above.length + 1);
		}));

	test('where somebody begins to write a dispatch, so that it can be completed', () =>
		withFiles({ 'lib/client.ts': caller }, async (client) => {
			const document = client.open("switch (error.code) {\n\tcase '\n}\n");
			await document.diagnostics();
			const labels = (await document.complete(document.text().indexOf("'") + 1)).map(({ label }) => label);
			assert.ok(labels.includes('RATE_LIMITED'), labels.join());
		}));

	test('while answers go on, which use what is found from then on', () =>
		withFiles({}, async (client) => {
			const answers: ((entries: unknown) => void)[] = [];
			answerFolders(client, (uri) => {
				if (uri === `${folder}/`) return [{ name: 'lib', isFolder: true }];
				return uri.endsWith('/lib/') ? new Promise((resolve) => answers.push(resolve)) : [];
			});
			await client.write(`${folder}/lib/client.ts`, caller);
			const document = client.open(source);
			assert.deepEqual(await rulesIn(document), silent);
			assert.notEqual(await document.hover(code), null);
			for (const answer of answers) answer([{ name: 'client.ts', isFolder: false }]);
			await refreshed(client);
			assert.deepEqual(await rulesIn(document), warned);
			assert.equal(client.refreshes(), 1);
		}));

	test('without an error where there is no folder, no path or no way to read', () =>
		withFiles({ '.env': environment }, async (client) => {
			for (const [uri, expected] of [
				['untitled:Untitled-1', warned],
				['odd', warned],
				['test:///elsewhere/a.ts', silent],
				['vscode-vfs://github/owner/project/a.ts', silent],
				['file:///does/not/exist/a.ts', silent],
				['git:/project/a.ts?%7B%22ref%22%3A%22~%22%7D', silent],
			] as const)
				assert.deepEqual(await rulesIn(client.open(source, { uri })), expected, uri);
		}));

	test('in the folder that is added', () =>
		withFiles({}, async (client) => {
			const document = client.open(source, { uri: 'test:///other/a.ts' });
			await client.write('test:///other/lib/client.ts', caller);
			assert.deepEqual(await rulesIn(document), silent);
			await client.link.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
				event: { added: [{ uri: 'test:///other', name: 'other' }], removed: [] },
			});
			assert.deepEqual(await rulesIn(document), warned);
		}));
});

describe('a client tells of changes', () => {
	test('to manifests and config files from the start, to code once it was searched', () =>
		withFiles({}, async (client) => {
			const globs: string[] = [];
			client.link.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
				for (const { registerOptions } of registrations)
					globs.push(
						...(registerOptions?.watchers ?? []).map(({ globPattern }: { globPattern: string }) => globPattern),
					);
			});
			const watches = (name: string) => globs.filter((glob) => glob.includes(name)).length;
			await client.open('').diagnostics();
			assert.deepEqual([watches('package.json'), watches('.env'), watches('.tsx')], [1, 1, 0]);
			await client.open(source).diagnostics();
			await client.open(source).diagnostics();
			assert.deepEqual([watches('package.json'), watches('.env'), watches('.tsx')], [1, 1, 1]);
		}));

	test('of thousands at once, after which it is asked once to look again', () =>
		withFiles({}, async (client) => {
			const document = client.open(source);
			assert.deepEqual(await rulesIn(document), silent);
			await client.write(`${folder}/lib/client-2000.ts`, caller);
			const changes = Array.from({ length: 4_000 }, (_, index) => ({
				uri: `${folder}/lib/client-${index}.ts`,
				type: 1,
			}));
			await client.link.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
			await refreshed(client);
			assert.deepEqual(await rulesIn(document), warned);
			assert.equal(client.refreshes(), 1);
		}));

	test('by saving, where it cannot do better', () =>
		withFiles(
			{},
			async (client) => {
				let text = '';
				client.link.connection.onRequest(readFile, () => text);
				answerFolders(client, () => [{ name: '.env', isFolder: false }]);
				const document = client.open(source);
				assert.doesNotMatch(await document.explain(code), /\.env/);
				text = environment;
				await document.save();
				await client.pushed(document.uri, (diagnostics) => diagnostics.length > 0);
				text = '';
				await document.save();
				await client.pushed(document.uri, (diagnostics) => diagnostics.length === 0);
			},
			{ ...able, capabilities: plainClient },
		));
});

describe('what a manifest says the project depends on', () => {
	const program = `use reqwest::{Client, StatusCode};

pub async fn load(client: &Client) -> Result<String, Failure> {
    let response = client.get("https://api.silentchat.de/v1/me").send().await?;
    if response.status() == StatusCode::TOO_MANY_REQUESTS {
        log("too many");
    }
    Ok(response.text().await?)
}
`;
	const offered = async (client: TestClient): Promise<boolean> => {
		const document = client.open(program, { uri: `${folder}/src/main.rs`, languageId: 'rust' });
		await document.diagnostics();
		const at = program.indexOf('StatusCode::TOO');
		const actions = await document.codeActions(at);
		return actions.some(({ title }) => title === 'Add Retry-After handling');
	};

	test('may be used by what fixes write', () =>
		withFiles(
			{ 'Cargo.toml': '[dependencies]\nreqwest = "0.12"\ntokio = { version = "1", features = ["full"] }\n' },
			async (client) => assert.equal(await offered(client), true),
		));

	test('and nothing else may', () =>
		withFiles({ 'Cargo.toml': '[dependencies]\nreqwest = "0.12"\n' }, async (client) =>
			assert.equal(await offered(client), false),
		));
});
