import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readableIdOf } from '../../containers/readable.ts';
import type { NamedCoverage } from '../../coverage/coverage.ts';
import { pathFrom } from '../../files/repository.ts';
import type { Surroundings } from '../command.ts';
import { inspectAll } from '../engine/inspect-all.ts';
import { excluding } from '../files/globs.ts';
import { listFiles } from '../files/list-files.ts';
import { progressOn } from '../progress.ts';
import { viewProject } from '../project-view.ts';
import { byPath } from '../reports/order.ts';

export interface ReadCoverage {
	/** In the order of the bytes of their paths; files that have to do with no API are left out. */
	readonly found: readonly NamedCoverage[];
	/** How many files there are. */
	readonly looked: number;
	/** Where not all files are looked at, the ids of the catalogs in reach: only the others may speak of one. */
	readonly known: readonly string[] | undefined;
	/** What could not be read, as sentences; each was printed. */
	readonly problems: readonly string[];
}

/** Which files are read, and how. */
export interface CoverageChoice {
	/** Files, folders and globs. */
	readonly paths: readonly string[];
	/** Globs of what is left out. */
	readonly excludes: readonly string[];
	/** A branch, a tag or a commit: only files count that have changed since. */
	readonly since: string | undefined;
	/** The most threads at a time. */
	readonly jobs: number | undefined;
}

/**
 * What the files named, or those of the current folder, do about errors: the files that `check` would check. Rejects with
 * a `Mistake` where git cannot say what has changed.
 */
export async function readCoverage(
	{ paths: given, excludes, since, jobs }: CoverageChoice,
	{ host, terminal }: Surroundings,
): Promise<ReadCoverage> {
	const { folder, printError } = terminal;
	const progress = progressOn(terminal.showStatus);
	const problems = new Set<string>();
	const onProblem = (message: string) => {
		if (problems.has(message)) return;
		problems.add(message);
		progress.hide();
		printError(`${message}\n`);
	};
	try {
		progress.at('Looking for files');
		const { settings, catalogs } = await viewProject(host, folder, given);
		const isExcludedHere = excluding(excludes);
		const listed = await listFiles({
			...{ folder, paths: given, since },
			isWanted: (name) => readableIdOf(name) !== undefined,
			isExcluded: (path) => isExcludedHere(pathFrom(folder, path)) || settings.isExcluded(path),
		});
		listed.problems.forEach(onProblem);
		for (const note of listed.notes) printError(`${note}\n`);
		const { files } = listed;
		const paths = given.length > 0 ? given : ['.'];
		const found: NamedCoverage[] = [];
		let looked = 0;
		const onProgress = (done: number, all: number) => progress.at('files looked at', done, all);
		const what = { host, folder, paths, files, isEachMeant: since !== undefined, jobs };
		for await (const { path, result } of inspectAll('coverage', { ...what, onProblem, onProgress })) {
			looked++;
			if (result) found.push({ path, ...result });
		}
		const inReach = since === undefined ? undefined : await catalogs.of(pathToFileURL(join(folder, 'any')).href);
		const known = inReach?.catalogs.map(({ id }) => id);
		return { found: found.sort(byPath), looked, known, problems: [...problems] };
	} finally {
		progress.end();
	}
}
