import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** The root of the repository in which a folder lies; undefined where it is in none. */
export async function repositoryAround(folder: string): Promise<string | undefined> {
	// In a second work tree of a repository it is a file.
	const isRoot = await stat(join(folder, '.git')).then(
		() => true,
		() => false,
	);
	if (isRoot) return folder;
	return dirname(folder) === folder ? undefined : repositoryAround(dirname(folder));
}

/** The path of a file from a folder, with slashes; an absolute one where the file is not in the folder. */
export function pathFrom(folder: string, file: string): string {
	if (sep === '/' && file.startsWith(`${folder}/`)) return file.slice(folder.length + 1);
	const path = relative(folder, file);
	const isOutside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
	return (isOutside ? file : path).split(sep).join('/');
}
