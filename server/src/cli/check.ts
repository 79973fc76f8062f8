import { resolve } from 'node:path';
import type { Analysis } from '../analysis/analysis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { readableIdOf } from '../containers/readable.ts';
import type { FileCatalogs } from './catalogs-for.ts';
import { filesBelowPaths, type InspectOptions, inspectAll } from './engine/inspect-all.ts';
import { findingsOf } from './findings-of.ts';
import { makeInspector, pathOf } from './inspector.ts';
import { viewProject } from './project-view.ts';
import type { FileReport } from './reports/report.ts';

export interface CheckOptions extends InspectOptions {
	/** The APIs that are known; where nothing is given, those that come with us and those that are found around a file. */
	readonly catalogs?: readonly Catalog[];
	/** Beside `catalogs`, those that count as the folder's own; a folder's probably tell of APIs that its code speaks of. */
	readonly folderCatalogs?: readonly Catalog[];
	/** Is shown each analysis before the rules run on it. */
	readonly onAnalysis?: (analysis: Analysis) => void;
}

/** A file that was checked: where it is, its path from the current folder with slashes, and its findings in order. */
export interface CheckedFile extends Pick<FileReport, 'path' | 'findings'> {
	readonly file: string;
}

/** Checks the files. Each is reported once, in the order of the paths and of the names below them. */
export async function* check(options: CheckOptions): AsyncGenerator<CheckedFile> {
	if (options.catalogs || options.onAnalysis) return yield* checkEach(options);
	for await (const { result, ...file } of inspectAll('findings', options)) yield { ...file, findings: result ?? [] };
}

/** Every file one after the other, in this thread, where somebody looks on or has catalogs that only this thread has. */
async function* checkEach(options: CheckOptions): AsyncGenerator<CheckedFile> {
	const { host, folder, paths, given, onProblem, onAnalysis } = options;
	const view = await viewProject(host, folder, given ? [...paths, given.path] : paths, options.settings);
	const catalogs = options.catalogs ? sameCatalogs(options.catalogs, options.folderCatalogs) : view.catalogs;
	const inspect = makeInspector({ ...view, catalogs, host, folder, onProblem });
	const own = given && readableIdOf(given.path) !== undefined ? resolve(folder, given.path) : undefined;
	const files = options.files ?? (await filesBelowPaths(options, view.settings));
	for (const file of own === undefined ? files : [own, ...files.filter((one) => one !== own)]) {
		const inspected = await inspect(file, file === own ? given?.text : undefined);
		for (const analysis of inspected?.analyses ?? []) onAnalysis?.(analysis);
		yield { file, path: pathOf(folder, file), findings: inspected ? findingsOf(inspected, onProblem) : [] };
	}
	for (const problem of await (options.catalogs ? view.settings : view).problems()) onProblem(problem);
}

function sameCatalogs(catalogs: readonly Catalog[], folderCatalogs?: readonly Catalog[]): FileCatalogs {
	const index = buildCatalogIndex(catalogs, folderCatalogs);
	return { of: async () => index, problems: async () => [] };
}
