import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { repositoryAround } from '../../files/repository.ts';

/**
 * The folder where results are kept: among the packages of the project, as other tools do, or else where the system keeps
 * what can be made again.
 * @param folder an absolute path
 * @param named what the user says, counted from the folder
 */
export async function cachePlace(
	folder: string,
	named: string | undefined,
	env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
	if (named !== undefined) return resolve(folder, named);
	const last = (await repositoryAround(folder)) ?? folder;
	for (let one = folder; ; one = dirname(one)) {
		if (await isFolder(join(one, 'node_modules'))) return join(one, 'node_modules', '.cache', 'api-errors');
		if (one === last || dirname(one) === one) return join(systemCache(env), 'api-errors');
	}
}

/** XDG Base Directory Specification; relative paths there are invalid. */
function systemCache({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
	if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
	if (process.platform === 'win32') return LOCALAPPDATA ? LOCALAPPDATA : join(homedir(), 'AppData', 'Local');
	return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false,
	);
}
