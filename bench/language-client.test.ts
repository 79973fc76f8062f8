import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type LanguageClient, startClient } from './language-client.ts';
import { residentBytes } from './process-memory.ts';
import type { ServerCommand } from './servers.ts';

const folder = import.meta.dirname;
const uri = pathToFileURL(join(folder, 'client.ts')).href;
const end = { line: 1, character: 0 };

function stub(behaviour: string): ServerCommand {
	return { name: 'stub', file: process.execPath, args: [join(folder, 'stub-server.ts'), behaviour] };
}

async function withClient(behaviour: string, use: (client: LanguageClient) => Promise<void>): Promise<void> {
	const client = await startClient(stub(behaviour), folder, pathToFileURL(folder).href);
	try {
		await use(client);
	} finally {
		await client.stop();
	}
}

for (const behaviour of ['pull', 'push', 'late', 'unversioned']) {
	test(`diagnostics of a server that works by "${behaviour}" are those of the version asked about`, async () => {
		await withClient(behaviour, async (client) => {
			const document = client.open(uri, 'wrong\n');
			assert.equal((await document.diagnostics()).length, 1);
			const change = { range: { start: end, end }, text: 'all wrong\n' };
			const [, diagnostics] = await Promise.all([document.change(change), document.diagnostics()]);
			assert.deepEqual(
				diagnostics.map(({ range, data }) => [range.start, data]),
				[
					[{ line: 0, character: 0 }, 2],
					[{ line: 1, character: 4 }, 2],
				],
			);
		});
	});
}

test('an answer "unchanged" stands for what was said before', async () => {
	await withClient('pull', async (client) => {
		const document = client.open(uri, 'wrong\n');
		const before = await document.diagnostics();
		await document.change({ range: { start: end, end }, text: 'right\n' });
		assert.equal(before.length, 1);
		assert.deepEqual(await document.diagnostics(), before);
	});
});

test('pushed diagnostics can be asked for twice', async () => {
	await withClient('push', async (client) => {
		const document = client.open(uri, 'wrong\n');
		assert.deepEqual(await document.diagnostics(), await document.diagnostics());
	});
});

test('hover and completion see the changed text; a list of completions comes as its items', async () => {
	await withClient('pull', async (client) => {
		const document = client.open(uri, 'first\n');
		await document.change({ range: { start: end, end }, text: 'second\n' });
		assert.deepEqual(await document.hover(end), { contents: 'second' });
		assert.deepEqual(
			(await document.completion(end)).map((item) => item.label),
			['one', 'two'],
		);
	});
});

for (const behaviour of ['pull', 'push']) {
	test(`a document that is opened again starts anew by "${behaviour}"`, async () => {
		await withClient(behaviour, async (client) => {
			const document = client.open(uri, 'wrong\n');
			await document.diagnostics();
			await document.close();
			const [found] = await client.open(uri, 'not wrong\n').diagnostics();
			assert.deepEqual(found?.range.start, { line: 0, character: 4 });
		});
	});
}

test('a running server has memory', async () => {
	await withClient('pull', async (client) => {
		const bytes = residentBytes(client.pid);
		assert.ok(process.platform === 'win32' ? bytes === undefined : bytes !== undefined && bytes > 1e6, `${bytes}`);
	});
});

test('a server that ends while it is asked rejects with its last words', async () => {
	await withClient('crash', async (client) => {
		const document = client.open(uri, '');
		await assert.rejects(document.hover({ line: 0, character: 0 }), /stub.*code 7.*out of words/s);
		await assert.rejects(document.completion(end), /code 7/);
	});
});

test('a server that does not start rejects with the reason', async () => {
	const folderUri = pathToFileURL(folder).href;
	await assert.rejects(startClient(stub('refuse'), folder, folderUri), /stub.*code 3.*no licence/s);
	const missing = { name: 'missing', file: join(folder, 'no-such-program'), args: [] };
	await assert.rejects(startClient(missing, folder, folderUri), /missing.*ENOENT/s);
});
