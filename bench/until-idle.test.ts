import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { untilIdle } from './until-idle.ts';

test('waits for a process that works, and no longer', { skip: process.platform !== 'linux' }, async () => {
	const working = spawn(process.execPath, [
		'-e',
		"console.log('on'); const end = Date.now() + 60; while (Date.now() < end); console.log('off'); setInterval(() => {}, 1e6);",
	]);
	const said: string[] = [];
	working.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
	await once(working.stdout, 'data');
	await untilIdle([working.pid ?? 0]);
	working.kill();
	assert.match(said.join(''), /off/);
});

test('does not wait for a process that is gone', async () => {
	await untilIdle([2 ** 30]);
});
