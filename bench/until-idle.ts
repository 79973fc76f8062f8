import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long is looked at once, in milliseconds. */
const glance = 5;
/** A process that works less than this share of the time is idle: timers and collectors never rest quite. */
const idleShare = 0.1;
/** After this time it is measured all the same, in milliseconds. */
const patience = 100;

/**
 * Waits until none of the processes works any more. A server may go on working after it has answered, and on a machine
 * with few cores the other would be measured with that.
 */
export async function untilIdle(pids: readonly number[]): Promise<void> {
	const start = performance.now();
	for (let before = workOf(pids); performance.now() - start < patience; ) {
		const from = performance.now();
		await pause(glance);
		const now = workOf(pids);
		if (before === undefined || now === undefined) return;
		if (now - before < (performance.now() - from) * idleShare) return;
		before = now;
	}
}

/** How long the processes' threads have worked since they began, in milliseconds; undefined where nothing tells. */
function workOf(pids: readonly number[]): number | undefined {
	if (process.platform !== 'linux') return undefined;
	try {
		return pids.flatMap(threadsOf).reduce((total, milliseconds) => total + milliseconds, 0);
	} catch {
		return undefined; // A thread ended between two looks, or the process did.
	}
}

function threadsOf(pid: number): readonly number[] {
	const folder = `/proc/${pid}/task`;
	return readdirSync(folder).map((thread) => {
		const [nanoseconds] = readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(' ');
		return Number(nanoseconds) / 1e6;
	});
}
