import { readdir, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kindsOf } from '../project/file-kinds.ts';

/**
 * The folders, as URIs, whose files say what the other files in them speak of: the current folder where it is a
 * project's, and the folders named that are not in it. Where it is none, such as a home folder, each folder named is one.
 */
export async function projectFolders(folder: string, paths: readonly string[]): Promise<readonly string[]> {
	const isProject = await beginsProject(folder);
	const projects = isProject ? [folder] : [];
	for (const path of paths.map((one) => resolve(folder, one))) {
		const isInside = isProject && (path === folder || path.startsWith(folder + sep));
		if (!isInside && (await isFolder(path))) projects.push(path);
	}
	return [...new Set(projects)].map((one) => pathToFileURL(one).href);
}

async function beginsProject(folder: string): Promise<boolean> {
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
