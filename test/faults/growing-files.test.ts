import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { commandProgram } from '../support/server-program.ts';

const address = "fetch('https://api.silentchat.de');\n";
/** Each time it stands in the file, one code more is not handled. */
const handler =
	"export function handle(error) {\n\tswitch (error.code) {\n\t\tcase 'CONFLICT':\n\t\t\tbreak;\n\t}\n}\n";
const first = 200;
/** Lines between two of them, by each of which the file grows at once. */
const between = 20;
/** Lines by which it grows at most: nothing is told of what is too large to be written by hand. */
const most = 30_000;

/** Runs a check, while something goes on happening. Answers with the lines that it tells of. */
async function checked(folder: string, meanwhile: () => void, ...args: readonly string[]): Promise<readonly number[]> {
	const all = ['check', '.', '--format', 'json', '--cache-location', path.join(folder, 'cache'), ...args];
	const command = spawn(process.execPath, [commandProgram, ...all], { cwd: folder });
	const said = { out: '', errors: '' };
	command.stdout.setEncoding('utf8').on('data', (chunk: string) => {
		said.out += chunk;
	});
	command.stderr.setEncoding('utf8').on('data', (chunk: string) => {
		said.errors += chunk;
	});
	const closed = once(command, 'close');
	while (command.exitCode === null && command.signalCode === null) {
		meanwhile();
		await setImmediate();
	}
	assert.deepEqual(await closed, [1, null], said.errors);
	assert.equal(said.errors, '');
	const { findings, problems }: { findings: { line: number }[]; problems: unknown } = JSON.parse(said.out);
	assert.deepEqual(problems, []);
	return findings.map(({ line }) => line);
}

test('a file that grows while it is checked is told of as it was at one moment, and as it is the next time', async (context) => {
	const folder = await mkdtemp(path.join(tmpdir(), 'api-errors-'));
	context.after(() => rm(folder, { recursive: true }));
	const file = path.join(folder, 'a.ts');
	await writeFile(file, address + handler.repeat(first));
	let times = 0;
	const during = await checked(folder, () => {
		if (times < most) appendFileSync(file, times++ % between === 0 ? handler : '//\n');
	});
	const idle = () => undefined;
	const after = await checked(folder, idle);
	assert.deepEqual(after, await checked(folder, idle, '--no-cache'));
	assert.equal(after.length, first + Math.ceil(times / between));
	assert.ok(during.length >= first && times > between);
	assert.deepEqual(during, after.slice(0, during.length));
});
