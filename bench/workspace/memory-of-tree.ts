import { readdirSync, readFileSync } from 'node:fs';

/**
 * What a process and all that it started have in memory now, in bytes; pages that several of them share count for each.
 * Undefined where the system does not tell (only Linux does) and once the process has ended.
 */
export function residentBytesOfTree(pid: number): number | undefined {
	const own = residentBytes(pid);
	if (own === undefined) return undefined;
	return childrenOf(pid).reduce((sum, child) => sum + (residentBytesOfTree(child) ?? 0), own);
}

function residentBytes(pid: number): number | undefined {
	const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
	return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
}

/** A process that is started belongs to the thread that did it. */
function childrenOf(pid: number): readonly number[] {
	const threads = namesIn(`/proc/${pid}/task`);
	return threads.flatMap((thread) =>
		read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
	);
}

function read(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}

function namesIn(path: string): readonly string[] {
	try {
		return readdirSync(path);
	} catch {
		return [];
	}
}
