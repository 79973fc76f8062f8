import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { readAsset } from '../../../../test/support/test-assets.ts';
import type { Host, Thread } from '../../host/host.ts';
import { nodeHost } from '../../host/node-host.ts';
import { inspectAll } from './inspect-all.ts';
import { startThread } from './start-thread.ts';

const script = new URL('../../../../test/support/inspecting-thread.ts', import.meta.url).href;
const host: Host = { ...nodeHost({ assets: '', log: () => undefined }), readAsset };
const text =
	"// api-errors: silentchat\nswitch (error.code) {\n\tcase 'NOT_FOUND':\n\tcase 'NOT_FOUND':\n\t\tshow();\n}\n";

/** Enough files that threads are worth it, each with something wrong. */
async function manyFiles(context: TestContext): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	context.after(() => rm(folder, { recursive: true }));
	for (let index = 0; index < 80; index++) await writeFile(path.join(folder, `file${index}.ts`), text);
	return folder;
}

interface Outcome {
	readonly found: readonly string[];
	readonly problems: readonly string[];
}

async function inspected(folder: string, start?: (data: unknown) => Thread): Promise<Outcome> {
	const [found, problems]: [string[], string[]] = [[], []];
	const onProblem = (message: string): void => void problems.push(message);
	const asked = { host: { ...host, ...(start && { startThread: start }) }, folder, paths: ['.'], jobs: 2, onProblem };
	for await (const { path: file, result } of inspectAll('findings', asked))
		found.push(`${file}: ${result?.map(({ line, rule }) => `${line} ${rule}`).join()}`);
	return { found, problems };
}

test('what comes out, and its order, is the same with threads as without', async (context) => {
	const folder = await manyFiles(context);
	let started = 0;
	const withThreads = await inspected(folder, (data) => {
		started++;
		return startThread(script, data);
	});
	assert.equal(started, 2);
	assert.deepEqual(withThreads, await inspected(folder));
	assert.match(withThreads.found[0] ?? '', /duplicate-branch/);
});

test('a thread that dies is told, file by file, and nothing waits for it', async (context) => {
	const folder = await manyFiles(context);
	const dead = `data:text/javascript,${encodeURIComponent("throw new Error('there is no more memory');")}`;
	const { found, problems } = await inspected(folder, (data) => startThread(new URL(dead).href, data));
	assert.equal(found.length, 80);
	assert.equal(problems.length, 80);
	assert.match(problems[0] ?? '', /file0\.ts: the file could not be checked: there is no more memory$/);
});
