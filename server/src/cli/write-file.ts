import { lstat, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { Mistake } from './command.ts';
import { problemWithPath } from './read-text.ts';

/**
 * Writes a file as a whole or not at all: beside it first, then in its place. A link stays one, and what it leads to is
 * written. Rejects with a `Mistake` where that cannot be done.
 * @param file an absolute path; folders that are missing are made
 * @param shown how the file is called in messages
 */
export async function writeWhole(file: string, text: string, shown: string): Promise<void> {
	try {
		await mkdir(dirname(file), { recursive: true });
		const target = await realpath(file).catch(() => file);
		const before = await stat(target).catch(() => undefined);
		if (before && !before.isFile()) throw new Mistake(`${shown}: this is no file`);
		const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
		try {
			await writeFile(draft, text, { flag: 'wx', ...(before && { mode: before.mode & 0o777 }) });
			await rename(draft, target);
		} finally {
			await rm(draft, { force: true });
		}
	} catch (error) {
		throw error instanceof Mistake ? error : new Mistake(`${shown}: ${problemWithPath(error)}`);
	}
}

/** Whether a file that nobody has named, but that follows from what was named, would be written outside of the folder. */
export async function leadsOutside(file: string, folder: string): Promise<boolean> {
	let nearest = file;
	while (!(await lstat(nearest).catch(() => undefined)) && dirname(nearest) !== nearest) nearest = dirname(nearest);
	// A link to nothing leads wherever it says.
	const place = await realpath(nearest).catch(() => undefined);
	if (place === undefined) return true;
	const path = relative(await realpath(folder), place);
	return path === '..' || path.startsWith(`..${/[\\/]/.exec(path)?.[0] ?? '/'}`) || /^(?:[a-z]:)?[\\/]/i.test(path);
}
