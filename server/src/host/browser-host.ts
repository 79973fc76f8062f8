import type { ClientFiles, Host } from './host.ts';

export interface BrowserSurroundings {
	/** Where the files shipped with us are, as a URI that ends in a slash. */
	readonly assets: string;
	readonly log: (message: string) => void;
	/** Has the files of the user; left out where nobody can be asked. */
	readonly client?: ClientFiles | undefined;
}

/** A host without a disk, such as a web worker: assets are fetched, files are asked of the client. */
export function browserHost({ assets, log, client }: BrowserSurroundings): Host {
	return {
		async readAsset(name) {
			const response = await fetch(new URL(name, assets));
			if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
			return new Uint8Array(await response.arrayBuffer());
		},
		async readFile(uri) {
			if (client?.readFile) return client.readFile(uri);
			throw new Error(`No way to read ${uri}`);
		},
		async readFolder(uri, withLinks) {
			if (client?.readFolder) return client.readFolder(uri, withLinks);
			throw new Error(`No way to read ${uri}`);
		},
		log,
	};
}
