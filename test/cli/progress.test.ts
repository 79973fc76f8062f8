import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { progressOn } from '../../server/src/cli/progress.ts';
import { statusLineOn } from '../../server/src/cli/status-line.ts';
import { commandProgram } from '../support/server-program.ts';
import { folderWith } from './folder-with.ts';

test('a line is shown once somebody may wonder, rewritten, and gone at the end', (context) => {
	context.mock.timers.enable({ apis: ['setInterval'] });
	let time = 0;
	const shown: string[] = [];
	const progress = progressOn(
		(text) => shown.push(text),
		() => time,
	);
	const pass = (milliseconds: number) => {
		time += milliseconds;
		context.mock.timers.tick(milliseconds);
	};
	progress.at('files', 0, 9);
	pass(400);
	progress.at('files', 1, 9);
	assert.deepEqual(shown, []);
	pass(200);
	progress.at('files', 2, 9);
	pass(10);
	progress.at('files', 3, 9);
	pass(100);
	progress.hide();
	pass(100);
	progress.end();
	pass(1000);
	assert.deepEqual(shown, ['1/9 files', '3/9 files', '', '3/9 files', '']);
});

test('a run that is soon over shows nothing', (context) => {
	context.mock.timers.enable({ apis: ['setInterval'] });
	const shown: string[] = [];
	const progress = progressOn(
		(text) => shown.push(text),
		() => 0,
	);
	progress.at('files', 1, 2);
	progress.end();
	assert.deepEqual(shown, []);
});

test('only a terminal that can rewrite a line, with somebody before it, is shown one', () => {
	const stream = (isTTY: boolean) => ({ isTTY, write: () => true });
	assert.ok(statusLineOn(stream(true), { TERM: 'xterm' }));
	assert.ok(statusLineOn(stream(true), { TERM: 'xterm', CI: '' }));
	assert.equal(statusLineOn(stream(false), { TERM: 'xterm' }), undefined);
	assert.equal(statusLineOn(stream(true), { TERM: 'dumb' }), undefined);
	assert.equal(statusLineOn(stream(true), { TERM: 'xterm', CI: 'true' }), undefined);
});

/** What a terminal gets from a check that takes long, because the git that it asks does. */
function onTerminal(folder: string, command: string, env: Readonly<Record<string, string>> = {}): string {
	const PATH = `${path.join(folder, 'bin')}${path.delimiter}${process.env.PATH}`;
	const script = `"${process.execPath}" "${commandProgram}" check ${command}`;
	const { stdout } = spawnSync('script', ['-qec', script, path.join(folder, 'typescript')], {
		cwd: folder,
		env: { PATH, TERM: 'xterm', ...env },
		encoding: 'utf8',
		input: '',
	});
	return stdout;
}

const control = '\u001b';
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');

test('on a terminal a long run shows how far it is, and nothing stays of it', {
	skip: !hasScript && 'script is missing',
}, async (context) => {
	const folder = await folderWith(context, { 'a.ts': '', 'bin/git': '#!/bin/sh\nsleep 1\nexit 1\n' });
	await chmod(path.join(folder.path, 'bin/git'), 0o755);
	const text = onTerminal(folder.path, 'a.ts bin');
	assert.ok(text.includes(`\r${control}[2K${control}[?7lLooking for files${control}[?7h`), text);
	assert.match(text.slice(text.lastIndexOf(`\r${control}[2K`)), /^\r.\[2K(?:.\[\d+m)?No problems/);
	assert.doesNotMatch(onTerminal(folder.path, 'a.ts bin --no-progress'), /Looking/);
	assert.doesNotMatch(onTerminal(folder.path, 'a.ts bin', { CI: 'true' }), /Looking/);
	assert.match(onTerminal(folder.path, 'a.ts bin > out.txt'), /Looking/);
	assert.doesNotMatch(onTerminal(folder.path, 'a.ts bin 2> err.txt'), /Looking/);
	assert.equal(await folder.read('err.txt'), '');
});
