import { randomBytes } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './process-end.ts';
import { Unavailable } from './progress.ts';
import { projectFolder } from './project.ts';
import { startServer } from './server.ts';

/** Serves VS Code with the extension for a person's browser, until this process is ended. Prints the address. */
export async function serveBrowser(folder: string, port: string): Promise<void> {
	const own = temporaryFolder();
	const extensionsFolder = path.join(own.path, 'extensions');
	mkdirSync(extensionsFolder);
	// A link, so that "Reload Window" shows what was built since.
	symlinkSync(projectFolder, path.join(extensionsFolder, 'api-error-intellisense'), 'junction');
	// Whoever can reach the server can run programs through it, and any web page can reach it: hence a secret.
	const token = randomBytes(16).toString('hex');
	const tokenFile = path.join(own.path, 'token');
	writeFileSync(tokenFile, token, { mode: 0o600 });
	const server = await startServer({
		extensionsFolder,
		args: ['--port', port, '--connection-token-file', tokenFile, '--default-folder', folder],
	});
	console.log(`
VS Code with the extension is at

  http://127.0.0.1:${server.port}/?tkn=${token}

Open it in a browser of this machine; from another one, forward port ${server.port} to it first. Ctrl+C ends it.`);
	await server.ended;
	throw new Unavailable("VS Code's server has ended.");
}
