import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathFrom } from '../../files/repository.ts';
import type { Host } from '../../host/host.ts';
import type { FileReport } from '../reports/report.ts';
import { hashOf } from './hashes.ts';
import { InputCollector } from './inputs.ts';
import { recordingHost } from './recording-host.ts';
import { runStore } from './run-store.ts';
import { isUnchanged } from './unchanged.ts';

export interface CachedRunOptions {
	readonly host: Host;
	/** The current folder; an absolute path. */
	readonly folder: string;
	/** What is checked, as the user names it. */
	readonly paths: readonly string[];
	/** All else that decides what the run comes to and is in no file: the version, options. */
	readonly key: unknown;
	/** The file with this program: another build of the same version may find something else. */
	readonly program: string;
	/** Where runs are kept; an absolute path. */
	readonly place: string;
	/** The folder that all files are in where a run is kept: the root of the repository, or else the current one. */
	readonly root: string;
	/** What counts as now, in milliseconds of the epoch; whatever has changed shortly before may change unseen. */
	readonly now?: number;
}

/** What a run comes to: the files, and the absolute paths that these were read from, in the same order. */
export interface RunResult {
	readonly files: readonly string[];
	readonly reports: readonly FileReport[];
	/** Whether all went well; otherwise the next run shall say again what is wrong. */
	readonly isWhole: boolean;
}

/**
 * What a run comes to: what the last one came to where nothing that it read has changed, and otherwise what it comes to
 * now, which is kept. The same as without anything kept, in the same order.
 * @param run does the work; given is the host that it must read through
 */
export async function cachedRun(
	options: CachedRunOptions,
	run: (host: Host) => Promise<RunResult>,
): Promise<readonly FileReport[]> {
	const { host, folder, paths, key, program, place, root, now = Date.now() } = options;
	const store = runStore(place);
	const name = hashOf(JSON.stringify([key, folder, paths, programStamp(program)]));
	const before = store.find(name);
	if (before && (await isUnchanged(before.inputs, host))) return before.reports;
	const collector = new InputCollector([folder, ...paths.map((path) => resolve(folder, path))], now);
	const { files, reports, isWhole } = await run(recordingHost(host, (read) => collector.note(read)));
	const inputs = isWhole && files.every((file) => isIn(root, file)) ? collector.inputs(files, root) : undefined;
	if (inputs) store.keep(name, { inputs, reports });
	return reports;
}

function programStamp(program: string): unknown {
	const found = statSync(program, { throwIfNoEntry: false });
	return [process.version, program, found?.ino, found?.size, found?.mtimeMs];
}

function isIn(root: string, file: string): boolean {
	return pathFrom(root, file) !== file;
}
