import { resolve } from 'node:path';
import { readableIdOf } from '../../containers/readable.ts';
import type { Host } from '../../host/host.ts';
import type { GivenSettings } from '../../settings.ts';
import { findFiles } from '../find-files.ts';
import { makeInspector, pathOf } from '../inspector.ts';
import { viewProject } from '../project-view.ts';
import { problemWithPath } from '../read-text.ts';
import { type InspectionName, inspections, type ResultOf } from './inspections.ts';

export interface InspectOptions {
	readonly host: Host;
	/** The folder that relative paths and globs count from. */
	readonly folder: string;
	/** Paths of files and folders: what the user speaks of. */
	readonly paths: readonly string[];
	/** Absolute paths of the files, in their order; where they are not given, those at and below the paths. */
	readonly files?: readonly string[];
	/** A text that is read as if a file had it, and before the paths; the file need not be there. */
	readonly given?: GivenText | undefined;
	/** Says that a file or a path could not be read; the others are read all the same. */
	readonly onProblem: (message: string) => void;
	/** What the user says beside the project, which outweighs it. */
	readonly settings?: GivenSettings;
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

/** Inspects the files. Each comes once, in the order of the paths and of the names below them. */
export async function* inspectAll<Name extends InspectionName>(
	what: Name,
	options: InspectOptions,
): AsyncGenerator<InspectedFile<ResultOf<Name>>> {
	const { host, folder, paths, given, onProblem } = options;
	const view = await viewProject(host, folder, given ? [...paths, given.path] : paths, options.settings);
	const inspect = makeInspector({ ...view, host, folder, onProblem });
	for await (const { file, text } of filesToInspect(options)) {
		const inspected = await inspect(file, text);
		// The record's values share one signature, which the name picks.
		const result = inspected && (inspections[what](inspected, onProblem) as ResultOf<Name>);
		yield { file, path: pathOf(folder, file), result };
	}
	for (const problem of await view.problems()) onProblem(problem);
}

interface FileToInspect {
	readonly file: string;
	readonly text?: string;
}

/** The text given, then the files at and below the paths, each once. */
export async function* filesToInspect({
	folder,
	paths,
	files,
	given,
	onProblem,
}: Pick<InspectOptions, 'folder' | 'paths' | 'files' | 'given' | 'onProblem'>): AsyncGenerator<FileToInspect> {
	const seen = new Set<string>();
	if (given && readableIdOf(given.path) !== undefined) {
		const file = resolve(folder, given.path);
		seen.add(file);
		yield { file, text: given.text };
	}
	for (const file of files ?? []) if (!seen.has(file)) yield { file };
	for (const path of files ? [] : paths) {
		try {
			for await (const file of findFiles(resolve(folder, path), (name) => readableIdOf(name) !== undefined)) {
				if (seen.has(file)) continue;
				seen.add(file);
				yield { file };
			}
		} catch (error) {
			onProblem(`${path}: ${problemWithPath(error)}`);
		}
	}
}
