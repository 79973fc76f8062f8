import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from './host.ts';

export interface NodeSurroundings {
	/** The folder with the files shipped with us. */
	readonly assets: string;
	readonly log: (message: string) => void;
	/** Asks the client for a file that is not on disk; left out where nobody can be asked. */
	readonly askClient?: ((uri: string) => Promise<string>) | undefined;
}

/** A host with a disk: `file:` is read from there, other schemes are asked of the client. */
export function nodeHost({ assets, log, askClient }: NodeSurroundings): Host {
	return {
		readAsset: (name) => readFile(join(assets, name)),
		async readFile(uri) {
			if (uri.startsWith('file:')) return readFile(fileURLToPath(uri), 'utf8');
			if (askClient) return askClient(uri);
			throw new Error(`No way to read ${uri}`);
		},
		log,
	};
}

/** The folder `assets` beside a module, given its `import.meta.url`, which in a bundle may be a path. */
export function assetsBeside(moduleUrl: string): string {
	return join(moduleUrl.startsWith('file:') ? fileURLToPath(moduleUrl) : moduleUrl, '..', 'assets');
}
