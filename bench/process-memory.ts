import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The resident memory of a running process in bytes; undefined where the system does not tell (Windows). */
export function residentBytes(pid: number): number | undefined {
	if (process.platform === 'win32') return undefined;
	const kilobytes = process.platform === 'linux' ? fromStatus(pid) : fromProcessList(pid);
	return Number.isFinite(kilobytes) ? kilobytes * 1024 : undefined;
}

function fromStatus(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
}

function fromProcessList(pid: number): number {
	return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim() || Number.NaN);
}
