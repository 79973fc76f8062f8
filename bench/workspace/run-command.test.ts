import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuSecondsIn, runCommand } from './run-command.ts';

const node = (code: string) => ({ file: process.execPath, args: ['-e', code], folder: import.meta.dirname });

test('what the shell tells of times is read, whatever sign stands before the fraction', () => {
	assert.equal(cpuSecondsIn('0m0.01s 0m0.02s\n1m2.5s 0m0.25s\n'), 62.75);
	assert.equal(cpuSecondsIn('0m0,01s 0m0,02s\n0m2,50s 0m0,50s\n'), 3);
	assert.equal(cpuSecondsIn(''), undefined);
});

test('a run has what the program wrote and how it ended', async () => {
	const { output, complaints, exitCode, peakBytes } = await runCommand(
		node('console.log("out"); console.error("err"); process.exitCode = 3;'),
	);
	assert.deepEqual([output, complaints, exitCode, peakBytes], ['out\n', 'err\n', 3, undefined]);
});

test('memory of what a program starts counts', { skip: process.platform !== 'linux' }, async () => {
	const hold = 'const held = Buffer.alloc(60e6, 1); setTimeout(() => held, 300);';
	const alone = await runCommand(node(hold), true);
	const script = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(hold)}])`;
	const below = await runCommand(node(script), true);
	assert.ok((alone.peakBytes ?? 0) > 60e6);
	assert.ok((below.peakBytes ?? 0) > (alone.peakBytes ?? 0));
});

test('a program that is not there is told of', async () => {
	const { exitCode, complaints } = await runCommand({
		file: '/no/such/program',
		args: [],
		folder: import.meta.dirname,
	});
	assert.notEqual(exitCode, 0);
	assert.match(complaints, /program/);
});
