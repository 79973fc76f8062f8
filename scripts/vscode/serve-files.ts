import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';

export interface ServeOptions {
	/** Folders by the first name in the paths under which they are served. */
	readonly folders: Readonly<Record<string, string>>;
	/** Called with what is posted, by the path. */
	readonly onPost: (path: string, body: string) => void;
}

export interface FileServer {
	readonly port: number;
	close(): void;
}

const contentTypes: Readonly<Record<string, string>> = {
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.wasm': 'application/wasm',
};

/** Serves folders to any page of this machine, as the extensions of VS Code on the web are served. */
export async function serveFiles({ folders, onPost }: ServeOptions): Promise<FileServer> {
	const server = createServer(async (request, response) => {
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.setHeader('Access-Control-Allow-Headers', '*');
		if (request.method === 'POST') {
			onPost(request.url ?? '', await text(request));
			response.end();
		} else if (request.method === 'OPTIONS') response.end();
		else serveFile(request, response, folders);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	return {
		port,
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}

function serveFile(request: IncomingMessage, response: ServerResponse, folders: ServeOptions['folders']): void {
	const [, first = '', ...names] = decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname).split(
		'/',
	);
	const folder = Object.hasOwn(folders, first) ? folders[first] : undefined;
	const file = folder && path.join(folder, ...names);
	const isInside = folder !== undefined && file?.startsWith(folder + path.sep);
	if (!file || !isInside || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
		response.writeHead(404).end();
		return;
	}
	response.setHeader('Content-Type', contentTypes[path.extname(file)] ?? 'application/octet-stream');
	createReadStream(file).pipe(response);
}
