import { resolve } from 'node:path';
import { readableIdOf } from '../../containers/readable.ts';
import type { Host } from '../../host/host.ts';
import type { GivenSettings } from '../../settings.ts';
import type { FileSettings } from '../file-settings.ts';
import { listFiles } from '../files/list-files.ts';
import { pathOf } from '../inspector.ts';
import { viewProject } from '../project-view.ts';
import { makeCrew } from './crew.ts';
import { showingFinder } from './find-showing.ts';
import { inspectChosen } from './inspect-chosen.ts';
import type { InspectionName, ResultOf } from './inspections.ts';
import { makeWorkbench } from './workbench.ts';

export interface InspectOptions {
	readonly host: Host;
	/** The folder that relative paths and globs count from. */
	readonly folder: string;
	/** Files, folders and globs, as the user names them. */
	readonly paths: readonly string[];
	/** The files, as absolute paths, in the order in which they come out; those at and below the paths unless given. */
	readonly files?: readonly string[] | undefined;
	/** Whether each of the files is meant by itself, as those are that have changed, and not as one of all in a folder. */
	readonly isEachMeant?: boolean | undefined;
	/** A text that is read as if a file had it, and before the others; the file need not be there. */
	readonly given?: GivenText | undefined;
	/** Says that a file or a path could not be read; the others are read all the same. */
	readonly onProblem: (message: string) => void;
	/** Is told now and then how many of the files are done with, and how many there are. */
	readonly onProgress?: ((done: number, all: number) => void) | undefined;
	/** What the user says beside the project, which outweighs it. */
	readonly settings?: GivenSettings | undefined;
	/** The most threads that work at the same time; as many as there are processors unless given. */
	readonly jobs?: number | undefined;
}

export interface GivenText {
	/** From the current folder. */
	readonly path: string;
	readonly text: string;
}

/** A file that was inspected: where it is, and its path from the current folder with slashes. */
export interface InspectedFile<Result> {
	readonly file: string;
	readonly path: string;
	/** Undefined where there is nothing in the file of which anything could be said, or where it could not be read. */
	readonly result: Result | undefined;
}

/**
 * Inspects files: each comes once, in the order given; those that are gone since they were listed do not come. All are
 * looked at, and only those are read into code that can have anything to say; the results are those that reading all of
 * them would give, but for what `inspectChosen` names.
 */
export async function* inspectAll<Name extends InspectionName>(
	what: Name,
	options: InspectOptions,
): AsyncGenerator<InspectedFile<ResultOf<Name>>> {
	const { host, folder, given, onProblem, settings, jobs } = options;
	const paths = given ? [...options.paths, given.path] : options.paths;
	const view = await viewProject(host, folder, paths, settings);
	const own = given && readableIdOf(given.path) !== undefined ? resolve(folder, given.path) : undefined;
	const files = (options.files ?? (await filesBelowPaths(options, view.settings))).filter((file) => file !== own);
	const [silent, gone] = [new Set<string>(), new Set<string>()];
	const filesShowing = showingFinder(host.noteRead, (file) => !silent.has(file));
	const bench = makeWorkbench({ host, folder, view, filesShowing });
	const onLog = (message: string): void => host.log(message);
	const data = { isInspector: true as const, folder, paths, settings };
	const crew = makeCrew({ host, bench, jobs, data, onLog, filesShowing });
	try {
		if (given && own !== undefined) {
			const { result, problems } = await bench.inspectText(what, own, given.text);
			for (const problem of problems) onProblem(problem);
			yield { file: own, path: pathOf(folder, own), result: result as ResultOf<Name> | undefined };
		}
		const results = await inspectChosen({ ...options, what, files, view, crew, silent, gone });
		// What a thread gives back is what the inspection of that name made.
		for (const file of files.filter((one) => !gone.has(one)))
			yield { file, path: pathOf(folder, file), result: results.get(file) as ResultOf<Name> | undefined };
	} finally {
		await crew.close();
	}
	for (const problem of await view.problems()) onProblem(problem);
}

/** The files that the paths stand for, without those that the project leaves alone. */
export async function filesBelowPaths(
	{ folder, paths, onProblem, host }: InspectOptions,
	{ isExcluded }: FileSettings,
): Promise<readonly string[]> {
	if (paths.length === 0) return [];
	const isWanted = (name: string): boolean => readableIdOf(name) !== undefined;
	const { files, problems } = await listFiles({ folder, paths, isWanted, isExcluded, onRead: host.noteRead });
	problems.forEach(onProblem);
	return files;
}
