import { readableIdOf } from '../../containers/readable.ts';
import type { NamedCoverage } from '../../coverage/coverage.ts';
import type { Surroundings } from '../command.ts';
import { inspectAll } from '../engine/inspect-all.ts';
import { excluding } from '../files/globs.ts';
import { listFiles } from '../files/list-files.ts';
import { progressOn } from '../progress.ts';
import { viewProject } from '../project-view.ts';
import { byPath } from '../reports/order.ts';
import { pathFrom } from '../repository.ts';

export interface ReadCoverage {
	/** In the order of the bytes of their paths; files that have to do with no API are left out. */
	readonly found: readonly NamedCoverage[];
	/** How many files there are. */
	readonly looked: number;
	/** What could not be read, as sentences; each was printed. */
	readonly problems: readonly string[];
}

/** What the files named, or those of the current folder, do about errors: the files that `check` would check. */
export async function readCoverage(
	given: readonly string[],
	excludes: readonly string[],
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
		const { settings } = await viewProject(host, folder, given);
		const isExcludedHere = excluding(excludes);
		const listed = await listFiles({
			...{ folder, paths: given },
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
		for await (const { path, result } of inspectAll('coverage', {
			host,
			folder,
			paths,
			files,
			onProblem,
			onProgress,
		})) {
			looked++;
			if (result) found.push({ path, ...result });
		}
		return { found: found.sort(byPath), looked, problems: [...problems] };
	} finally {
		progress.end();
	}
}
