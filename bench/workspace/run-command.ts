import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { residentBytesOfTree } from './memory-of-tree.ts';

/** A program with its arguments, in a folder. */
export interface Command {
	readonly file: string;
	readonly args: readonly string[];
	readonly folder: string;
}

/** One run of a program, from its start until it and what it wrote have ended. */
export interface Run {
	readonly seconds: number;
	/** Of the program and all that it started, in their own code and in the system's; undefined where nobody tells. */
	readonly cpuSeconds: number | undefined;
	/** The most that the program and all that it started had in memory at once; undefined where it was not watched. */
	readonly peakBytes: number | undefined;
	readonly exitCode: number | null;
	readonly output: string;
	readonly complaints: string;
}

/** How often memory is looked at, in milliseconds. */
const interval = 4;

/**
 * Runs a program to its end. Rejects where it cannot be started.
 * @param watchesMemory whether memory is looked at, which takes time from the program
 */
export async function runCommand(command: Command, watchesMemory = false): Promise<Run> {
	const start = performance.now();
	const child = startIn(command);
	const started = once(child, 'spawn');
	const ended = once(child, 'close');
	const watched = watchesMemory ? watchMemory(child) : undefined;
	const streams = [child.stdout, child.stderr, child.stdio[3]].map((stream) =>
		stream && 'readable' in stream && stream.readable ? text(stream) : Promise.resolve(''),
	);
	await started;
	const [output = '', complaints = '', times = ''] = await Promise.all(streams);
	const [exitCode] = await ended;
	const seconds = (performance.now() - start) / 1_000;
	return { seconds, cpuSeconds: cpuSecondsIn(times), peakBytes: watched?.(), exitCode, output, complaints };
}

/** A shell can tell of the times that a program took, and costs about a millisecond. */
const script = '"$@"; code=$?; times >&3; exit $code';

function startIn({ file, args, folder }: Command): ChildProcess {
	const isTimed = process.platform !== 'win32';
	const words = isTimed ? ['-c', script, 'sh', file, ...args] : args;
	return spawn(isTimed ? '/bin/sh' : file, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
}

/**
 * The seconds in what the shell's `times` writes: its own times, and below them those of what it started, each as
 * minutes and seconds in user code and in the system's.
 */
export function cpuSecondsIn(times: string): number | undefined {
	const amounts = [...(times.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.,]+)s/g)];
	if (amounts.length === 0) return undefined;
	return amounts.reduce(
		(sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds?.replace(',', '.')),
		0,
	);
}

/** Looks at a process's memory again and again. What it gives ends that, and says the most that was seen. */
function watchMemory({ pid }: ChildProcess): () => number | undefined {
	let peak: number | undefined;
	const timer = setInterval(() => {
		const bytes = pid === undefined ? undefined : residentBytesOfTree(pid);
		if (bytes !== undefined) peak = Math.max(peak ?? 0, bytes);
	}, interval);
	return () => {
		clearInterval(timer);
		return peak;
	};
}
