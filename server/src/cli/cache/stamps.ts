import { type Stats, statSync } from 'node:fs';

/**
 * What the disk says of a file or a folder without reading it: numbers that are others once it is written, replaced or
 * renamed. Times are in milliseconds.
 */
export type Stamp = readonly [
	device: number,
	inode: number,
	mode: number,
	size: number,
	written: number,
	changed: number,
];

/** Numbers of a stamp. */
export const stampLength = 6;

/** Nothing is at the path. */
const absent: Stamp = [0, 0, 0, -1, 0, 0];

/** The stamp of what a path leads to; undefined where the disk does not tell. */
export function stampOf(path: string): Stamp | undefined {
	try {
		const found = statSync(path, { throwIfNoEntry: false });
		return found ? numbersOf(found) : absent;
	} catch {
		return undefined;
	}
}

/** Writes the stamps of many paths into a row of numbers. One that the disk does not tell equals no other. */
export function stampsOf(paths: readonly string[]): Float64Array {
	const numbers = new Float64Array(paths.length * stampLength);
	paths.forEach((path, index) => {
		numbers.set(stampOf(path) ?? unknown, index * stampLength);
	});
	return numbers;
}

const unknown: readonly number[] = new Array(stampLength).fill(Number.NaN);

function numbersOf({ dev, ino, mode, size, mtimeMs, ctimeMs }: Stats): Stamp {
	return [dev, ino, mode, size, mtimeMs, ctimeMs];
}

/** Whether the stamps at two places in two rows are the same. */
export function isSameStamp(one: Float64Array, other: Float64Array, index: number): boolean {
	const start = index * stampLength;
	for (let at = start; at < start + stampLength; at++) if (one[at] !== other[at]) return false;
	return true;
}

/**
 * Whether whatever changes from a moment on changes the stamp too. A file system keeps times in steps: what was written a
 * moment before may be written again with the same time.
 * @param moment in milliseconds of the epoch
 */
export function isSettled(stamps: Float64Array, index: number, moment: number): boolean {
	const start = index * stampLength;
	const [size = Number.NaN, written = 0, changed = 0] = stamps.subarray(start + 3, start + stampLength);
	if (Number.isNaN(size)) return false;
	return [written, changed].every((time) => time + stepOf(time) < moment);
}

/** Some file systems keep whole seconds, some even ones; the others go by the ticks of the system. */
function stepOf(time: number): number {
	return time % 1_000 === 0 ? 2_000 : 100;
}
