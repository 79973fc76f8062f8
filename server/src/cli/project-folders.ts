import { readdir, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kindsOf } from '../project/file-kinds.ts';
import { marksProject, projectRoot } from './project-root.ts';

/**
 * The folders, as URIs, whose files say what the other files in them speak of: that of the project around the current
 * folder, where it is in one, and those around the paths named that are not in it. Where it is in none, such as a home
 * folder, each folder named is one.
 * @param folder the current folder
 */
export async function projectFolders(folder: string, paths: readonly string[]): Promise<readonly string[]> {
	const root = await projectRoot(folder);
	const isProject = await beginsProject(root);
	const projects = isProject ? [root] : [];
	for (const path of paths.map((one) => resolve(folder, one))) {
		const isInside = isProject && (path === root || path.startsWith(root.endsWith(sep) ? root : root + sep));
		const around = isInside ? undefined : await projectAround(path);
		if (around !== undefined) projects.push(around);
	}
	return [...new Set(projects)].map((one) => pathToFileURL(one).href);
}

/** The project around a folder or a file; a folder is one by itself. */
async function projectAround(path: string): Promise<string | undefined> {
	if (await isFolder(path)) return projectRoot(path);
	const root = await projectRoot(dirname(path));
	return (await marksProject(root)) ? root : undefined;
}

async function beginsProject(folder: string): Promise<boolean> {
	if (await marksProject(folder)) return true;
	const names = await readdir(folder).catch(() => []);
	return names.some((name) => {
		const { packageManager, isConfig } = kindsOf(name);
		return name === '.git' || packageManager !== undefined || isConfig;
	});
}

function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false,
	);
}
