import { pathToFileURL } from 'node:url';
import type { Host } from '../host/host.ts';
import type { GivenSettings } from '../settings.ts';
import { catalogsFor, type FileCatalogs } from './catalogs-for.ts';
import { type FileSettings, settingsAround } from './file-settings.ts';
import { projectFolders } from './project-folders.ts';
import { projectRoot } from './project-root.ts';

/** What a project gives to the files in it, as an editor with the folder open would have it. */
export interface ProjectView {
	/** The folders whose files say what their other files speak of, as URIs. */
	readonly projects: readonly string[];
	/** Those, and the root of the project around the current folder, which comes first. */
	readonly folders: readonly string[];
	readonly catalogs: FileCatalogs;
	readonly settings: FileSettings;
	/** What is wrong with the catalogs and the project files that were asked for, each with its place. */
	problems(): Promise<readonly string[]>;
}

/**
 * @param folder the current folder
 * @param paths files and folders that are asked about
 * @param given what the user says beside the project, which outweighs it
 */
export async function viewProject(
	host: Host,
	folder: string,
	paths: readonly string[],
	given: GivenSettings = {},
): Promise<ProjectView> {
	const projects = await projectFolders(folder, paths);
	const root = pathToFileURL(await projectRoot(folder)).href;
	const folders = [...new Set([root, ...projects])];
	const from = pathToFileURL(folder).href;
	const catalogs = catalogsFor(host, folders, given.catalogs ?? [], from);
	const settings = settingsAround(host, folders, given, from);
	return {
		...{ projects, folders, catalogs, settings },
		// The files of the project are known to both.
		problems: async () => [...new Set([...(await catalogs.problems()), ...(await settings.problems())])],
	};
}
