import { pathToFileURL } from 'node:url';
import type { Host } from '../host/host.ts';
import { defaultSettings, type Settings } from '../settings.ts';
import { type FileChoice, pathInFolders, settingsByFile } from '../settings-by-file.ts';

/** The settings that count for files. Nothing here rejects. */
export interface FileSettings {
	/** Those of a file, and what their globs say of it. */
	of(uri: string): Promise<{ readonly settings: Settings; readonly choice: FileChoice }>;
	/** What is wrong with the project files that were asked for: each thing once, with the file, the line and the column. */
	problems(): Promise<readonly string[]>;
	/**
	 * Whether the project wants a file to be left alone. It is a promise only where a project's file has to be read first.
	 * @param path an absolute path
	 */
	isExcluded(path: string): boolean | Promise<boolean>;
}

/**
 * The settings of files as their project gives them.
 * @param folders the current folder, then others whose files are checked, as URIs
 * @param given what the user says beside the project, which outweighs it
 */
export function settingsAround(_host: Host, folders: readonly string[], given: Partial<Settings> = {}): FileSettings {
	const settings = { ...defaultSettings, ...given };
	const choiceFor = settingsByFile(settings);
	return {
		of: async (uri) => ({ settings, choice: choiceFor(pathInFolders(uri, folders)) }),
		problems: async () => [],
		isExcluded: () => false,
	};
}

/**
 * The same settings for every file.
 * @param folder an absolute path, from which their globs count
 */
export function sameSettings(settings: Settings, folder: string): FileSettings {
	const choiceFor = settingsByFile(settings);
	const folders = [pathToFileURL(folder).href];
	return {
		of: async (uri) => ({ settings, choice: choiceFor(pathInFolders(uri, folders)) }),
		problems: async () => [],
		isExcluded: () => false,
	};
}
