import { pathToFileURL } from 'node:url';
import type { Settings } from '../settings.ts';
import { type FileChoice, pathInFolders, settingsByFile } from '../settings-by-file.ts';

/** The settings that count for files. */
export interface FileSettings {
	/** Those of a file, and what their globs say of it. */
	of(uri: string): Promise<{ readonly settings: Settings; readonly choice: FileChoice }>;
}

/**
 * The same settings for every file.
 * @param folder an absolute path, from which their globs count
 */
export function sameSettings(settings: Settings, folder: string): FileSettings {
	const choiceFor = settingsByFile(settings);
	const folders = [pathToFileURL(folder).href];
	return { of: async (uri) => ({ settings, choice: choiceFor(pathInFolders(uri, folders)) }) };
}
