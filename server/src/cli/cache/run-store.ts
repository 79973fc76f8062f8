import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, runIn, type StoredRun } from './stored-run.ts';

/** Where runs are kept, each under its name. Whatever goes wrong with it is nobody's loss: nothing here throws. */
export interface RunStore {
	find(name: string): StoredRun | undefined;
	keep(name: string, run: StoredRun): void;
}

/** Runs that are kept, and bytes that all of them may have. */
const most = { runs: 12, bytes: 100_000_000 };
/** Milliseconds after which a file that is only half written has been given up. */
const givenUp = 3_600_000;

/** @param folder an absolute path; it is made when there is something to keep */
export function runStore(folder: string): RunStore {
	const place = (name: string): string => join(folder, `${name}.run`);
	return {
		find(name) {
			try {
				const run = runIn(readFileSync(place(name)));
				// What is in use is kept.
				if (run) utimesSync(place(name), new Date(), new Date());
				return run;
			} catch {
				return undefined;
			}
		},
		keep(name, run) {
			const unfinished = join(folder, `${name}.${process.pid}.${Date.now()}.part`);
			try {
				const bytes = bytesOf(run);
				if (!bytes || bytes.length > most.bytes / 2) return;
				mkdirSync(folder, { recursive: true });
				// Who reads it meanwhile has the old one or the new one, and never a part.
				writeFileSync(unfinished, bytes, { flag: 'wx' });
				renameSync(unfinished, place(name));
				dropOld(folder);
			} catch {
				remove(unfinished);
			}
		},
	};
}

function remove(file: string): void {
	try {
		rmSync(file, { force: true });
	} catch {
		// The folder is none, or nothing may be removed there.
	}
}

/** Leaves those that were used last. Only files with our endings are touched. */
function dropOld(folder: string): void {
	const files = readdirSync(folder)
		.filter((name) => name.endsWith('.run') || name.endsWith('.part'))
		.map((name) => ({ file: join(folder, name), found: statSync(join(folder, name), { throwIfNoEntry: false }) }))
		.flatMap(({ file, found }) => (found ? [{ file, used: found.mtimeMs, size: found.size }] : []))
		.sort((one, other) => other.used - one.used);
	let [count, bytes] = [0, 0];
	for (const { file, used, size } of files) {
		const isPart = file.endsWith('.part');
		if (isPart && Date.now() - used < givenUp) continue;
		count += 1;
		bytes += size;
		if (isPart || count > most.runs || bytes > most.bytes) rmSync(file, { force: true });
	}
}
