import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { catalogFolder, projectFileName } from '../catalog-globs.ts';
import { repositoryAround } from '../files/repository.ts';

/**
 * The folder that takes the place of an editor's workspace folder: the highest one from a folder up, inside of the same
 * git repository, that has a project's file or catalogs; the folder itself where there is none. So whoever is in a part
 * of a project is told the same as at its root.
 */
export async function projectRoot(folder: string): Promise<string> {
	const last = (await repositoryAround(folder)) ?? folder;
	let highest = folder;
	for (let one = folder; ; one = dirname(one)) {
		if (await marksProject(one)) highest = one;
		if (one === last || dirname(one) === one) return highest;
	}
}

/** Whether a folder has a project's file, or catalogs. */
export async function marksProject(folder: string): Promise<boolean> {
	const marks = [
		stat(join(folder, projectFileName)).then((found) => found.isFile()),
		stat(join(folder, catalogFolder)).then((found) => found.isDirectory()),
	];
	const found = await Promise.all(marks.map((mark) => mark.catch(() => false)));
	return found.includes(true);
}
