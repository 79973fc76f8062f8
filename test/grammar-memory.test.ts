import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { commandProgram } from './support/server-program.ts';

const root = path.join(import.meta.dirname, '..');

/** Kilobytes. An engine that optimizes all of these grammars takes gigabytes. */
const limit = 500_000;

const skip = process.platform === 'linux' ? false : 'only Linux tells the most memory that another process has had';

for (const file of ['examples/SilentChatStickers.swift', 'examples/SilentChatReactions.kt'])
	test(`${path.extname(file)} is checked without much memory`, { skip }, async () => {
		const args = [commandProgram, 'check', '--no-cache', '--format', 'json', file];
		const started = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
		const [kilobytes, output] = await Promise.all([mostKilobytes(started), text(started.stdout)]);
		assert.ok(JSON.parse(output).findings.length > 0, output);
		assert.ok(kilobytes > 0 && kilobytes < limit, `${file} takes ${kilobytes} kB`);
	});

/**
 * The most memory that a process has had. It is asked from outside until the process is gone: what the engine optimizes
 * in the background keeps the process, and takes the most, after its code has run.
 */
async function mostKilobytes(started: ChildProcess): Promise<number> {
	let most = 0;
	const look = () => {
		most = Math.max(most, peakOf(started.pid));
	};
	look();
	const looking = setInterval(look, 10);
	await once(started, 'exit');
	clearInterval(looking);
	return most;
}

/** Zero where the process is gone. */
function peakOf(pid: number | undefined): number {
	try {
		return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
	} catch {
		return 0;
	}
}
