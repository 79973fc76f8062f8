import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientFiles, Host } from './host.ts';

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
		assetUri: (name) => pathToFileURL(join(assets, name)).href,
		async readFile(uri, largest) {
			if (uri.startsWith('file:')) return readText(fileURLToPath(uri), largest);
			if (client?.readFile) return client.readFile(uri);
			throw new Error(`No way to read ${uri}`);
		},
		async readFolder(uri) {
			if (!uri.startsWith('file:')) {
				if (client?.readFolder) return client.readFolder(uri);
				throw new Error(`No way to read ${uri}`);
			}
			const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
			// A link is left alone: what it leads to is found where it is, and links may lead in a circle.
			return entries
				.filter((entry) => entry.isDirectory() || entry.isFile())
				.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
		},
		log,
	};
}

async function readText(path: string, largest = Number.POSITIVE_INFINITY): Promise<string> {
	if (largest < Number.POSITIVE_INFINITY && (await stat(path)).size > largest)
		throw new Error(`${path} has more than ${largest} bytes`);
	return readFile(path, 'utf8');
}

/** The folder `assets` beside a module, given its `import.meta.url`, which in a bundle may be a path. */
export function assetsBeside(moduleUrl: string): string {
	return join(moduleUrl.startsWith('file:') ? fileURLToPath(moduleUrl) : moduleUrl, '..', 'assets');
}
