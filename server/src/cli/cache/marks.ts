import { dirname, join } from 'node:path';
import { catalogFolder, projectFileName } from '../../catalog-globs.ts';
import { stampOf } from './stamps.ts';

/** What stands at some paths: what projects and repositories are told by. */
export type Marks = readonly (readonly [path: string, mark: Mark])[];

export type Mark = 'nothing' | 'file' | 'folder' | 'unknown';

const names = ['.git', projectFileName, catalogFolder];

/** What tells of projects and repositories in some folders and all folders above them. */
export function marksAround(folders: readonly string[]): Marks {
	const around = new Set<string>();
	for (const start of folders)
		for (let folder = start; !around.has(folder); folder = dirname(folder)) around.add(folder);
	return [...around].flatMap((folder) => names.map((name) => join(folder, name))).map((path) => [path, markAt(path)]);
}

/** Whether there is a file or a folder, whatever it holds. */
export function markAt(path: string): Mark {
	const stamp = stampOf(path);
	if (!stamp) return 'unknown';
	const [, , mode, size] = stamp;
	if (size === -1) return 'nothing';
	return (mode & typeBits) === folderType ? 'folder' : 'file';
}

/** As POSIX has them in a mode, and Node.js on all systems. */
const typeBits = 0o170000;
const folderType = 0o040000;
