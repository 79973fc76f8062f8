import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesBelow } from '../files/files-below.ts';
import { pathFrom } from '../files/repository.ts';
import type { ClientFiles, FolderEntry, Host } from './host.ts';
import { unoptimized } from './unoptimized.ts';

export interface NodeSurroundings {
	/** The folder with the files shipped with us. */
	readonly assets: string;
	readonly log: (message: string) => void;
	/** Has the files that are not on disk; left out where nobody can be asked. */
	readonly client?: ClientFiles | undefined;
}

/** A host with a disk: `file:` is read from there, other schemes are asked of the client. */
export function nodeHost({ assets, log, client }: NodeSurroundings): Host {
	return {
		readAsset: (name) => readFile(join(assets, name)),
		unoptimized,
		assetUri: (name) => pathToFileURL(join(assets, name)).href,
		async readFile(uri, largest) {
			if (uri.startsWith('file:')) return readText(fileURLToPath(uri), largest);
			if (client?.readFile) return client.readFile(uri);
			throw new Error(`No way to read ${uri}`);
		},
		async readFolder(uri, withLinks) {
			if (uri.startsWith('file:')) return listFolder(fileURLToPath(uri), withLinks);
			if (client?.readFolder) return client.readFolder(uri, withLinks);
			throw new Error(`No way to read ${uri}`);
		},
		filesBelow: async (uri, isWanted) =>
			uri.startsWith('file:') ? listBelow(resolve(fileURLToPath(uri)), isWanted, log) : undefined,
		log,
	};
}

async function listBelow(
	folder: string,
	isWanted: (name: string) => boolean,
	log: NodeSurroundings['log'],
): Promise<readonly string[]> {
	const files = await filesBelow(folder, {
		isWanted,
		isLeftOut: () => false,
		withIgnored: false,
		onUnreadable: (path, error) => log(`${path} cannot be read: ${error}`),
	});
	return files.map((file) => pathFrom(folder, file));
}

async function readText(path: string, largest = Number.POSITIVE_INFINITY): Promise<string> {
	if (largest < Number.POSITIVE_INFINITY && (await stat(path)).size > largest)
		throw Object.assign(new Error(`${path} has more than ${largest} bytes`), { code: 'EFBIG' });
	return readFile(path, 'utf8');
}

/** Who searches what is below leaves links alone: what they lead to is found where it is, and they may lead in a circle. */
async function listFolder(path: string, withLinks = false): Promise<readonly FolderEntry[]> {
	const entries = await readdir(path, { withFileTypes: true });
	const linked = withLinks ? entries.filter((entry) => entry.isSymbolicLink()) : [];
	const behind = await Promise.all(linked.map(({ name }) => stat(join(path, name)).catch(() => undefined)));
	return [
		...entries.map((entry) => ({ name: entry.name, found: entry })),
		...linked.map(({ name }, index) => ({ name, found: behind[index] })),
	].flatMap(({ name, found }) =>
		found?.isDirectory() || found?.isFile() ? [{ name, isFolder: found.isDirectory() }] : [],
	);
}

/** The folder `assets` beside a module, given its `import.meta.url`, which in a bundle may be a path. */
export function assetsBeside(moduleUrl: string): string {
	return join(moduleUrl.startsWith('file:') ? fileURLToPath(moduleUrl) : moduleUrl, '..', 'assets');
}
