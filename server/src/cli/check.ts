import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analysis } from '../analysis/analysis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import { readableIdOf } from '../containers/readable.ts';
import type { Host } from '../host/host.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { catalogsFor } from './catalogs-for.ts';
import { sameSettings } from './file-settings.ts';
import { findFiles } from './find-files.ts';
import { findingsOf } from './findings-of.ts';
import { makeInspector, pathOf } from './inspector.ts';
import { projectFolders } from './project-folders.ts';
import { problemWithPath } from './read-text.ts';
import type { FileReport } from './reports/report.ts';

export interface CheckOptions {
	readonly host: Host;
	/** The folder that relative paths and globs count from. */
	readonly folder: string;
	/** Paths of files and folders. */
	readonly paths: readonly string[];
	/** A text that is read as if a file had it, and before the paths; the file need not be there. */
	readonly given?: GivenText | undefined;
	/** Says that a file or a path could not be read; the others are read all the same. */
	readonly onProblem: (message: string) => void;
	/** What the user chose; the defaults where nothing is given. */
	readonly settings?: Settings;
	/** The APIs that are known; where nothing is given, those that come with us and those that are found around a file. */
	readonly catalogs?: readonly Catalog[];
	/** Beside `catalogs`, those that count as the folder's own; a folder's probably tell of APIs that its code speaks of. */
	readonly folderCatalogs?: readonly Catalog[];
	/** Is shown each analysis before the rules run on it. */
	readonly onAnalysis?: (analysis: Analysis) => void;
}

export interface GivenText {
	/** From the current folder. */
	readonly path: string;
	readonly text: string;
}

/** A file that was checked: where it is, its path from the current folder with slashes, and its findings in order. */
export interface CheckedFile extends Pick<FileReport, 'path' | 'findings'> {
	readonly file: string;
}

/** Checks the files one after the other. Each is reported once, in the order of the paths and of the names below them. */
export async function* check(options: CheckOptions): AsyncGenerator<CheckedFile> {
	const { host, folder, paths, given, onProblem, onAnalysis, settings = defaultSettings } = options;
	const projects = await projectFolders(folder, given ? [...paths, given.path] : paths);
	const catalogs = fileCatalogs(options, projects);
	const inspect = makeInspector({
		...{ host, folder, projects, catalogs, onProblem },
		settings: sameSettings(settings, folder),
	});
	const seen = new Set<string>();
	const checked = async (file: string, text?: string): Promise<CheckedFile> => {
		seen.add(file);
		const inspected = await inspect(file, text);
		for (const analysis of inspected?.analyses ?? []) onAnalysis?.(analysis);
		return { file, path: pathOf(folder, file), findings: inspected ? findingsOf(inspected, onProblem) : [] };
	};
	if (given && readableIdOf(given.path) !== undefined) yield checked(resolve(folder, given.path), given.text);
	for (const path of paths) {
		try {
			for await (const file of findFiles(resolve(folder, path), (name) => readableIdOf(name) !== undefined)) {
				if (!seen.has(file)) yield checked(file);
			}
		} catch (error) {
			onProblem(`${path}: ${problemWithPath(error)}`);
		}
	}
	for (const problem of await catalogs.problems()) onProblem(problem);
}

function fileCatalogs(
	{ host, folder, catalogs, folderCatalogs, settings = defaultSettings }: CheckOptions,
	projects: readonly string[],
) {
	if (!catalogs) {
		const folders = [pathToFileURL(folder).href, ...projects];
		return catalogsFor(host, [...new Set(folders)], settings.catalogs);
	}
	const index = buildCatalogIndex(catalogs, folderCatalogs);
	return { of: async () => index, problems: async () => [] };
}
