import picomatch from 'picomatch';
import type { Settings } from './settings.ts';

/** What the settings say of one file. */
export interface FileChoice {
	/** Ids of the APIs that the file speaks of; empty where nothing is said, `none` where it is to be left alone. */
	readonly told: readonly string[];
	/** The glob that says the file is a test; undefined for others. */
	readonly testGlob: string | undefined;
}

/** Compiles the globs of the settings once. The result takes a path relative to the workspace folder, with slashes. */
export function settingsByFile({ apis, testFiles }: Settings): (path: string) => FileChoice {
	const tests = testFiles.map((glob) => ({ glob, fits: matcher([glob]) }));
	const told = apis.map((choice) => ({ ...choice, fits: matcher([choice.files]) }));
	return (path) => ({
		told: told.find(({ fits }) => fits(path))?.apis ?? [],
		testGlob: tests.find(({ fits }) => fits(path))?.glob,
	});
}

/** The path of a file in the innermost of the folders, all given as URIs; the file's name where it is in none. */
export function pathInFolders(uri: string, folders: readonly string[]): string {
	const around = folders
		.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`))
		.filter((folder) => uri.startsWith(folder))
		.sort((a, b) => b.length - a.length)[0];
	const path = around === undefined ? uri.slice(uri.lastIndexOf('/') + 1) : uri.slice(around.length);
	return decoded(path.replace(/[?#].*$/, ''));
}

/** A glob without a slash fits a file of that name in any folder. */
function matcher(globs: readonly string[]): (path: string) => boolean {
	const fit = globs
		.filter((glob) => glob !== '')
		.map((glob) => picomatch(glob.includes('/') ? glob : `**/${glob}`, { dot: true }));
	return (path) => fit.some((fits) => fits(path));
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
