import path from 'node:path';
import { installServer } from './install-server.ts';
import { temporaryFolder } from './process-end.ts';
import { newest, type Release } from './releases.ts';
import { runNode } from './run.ts';

/** Installs a packaged extension, as "Install from VSIX…" does, for a server that uses this folder of extensions. */
export async function installExtension(
	packageFile: string,
	extensionsFolder: string,
	release: Release = newest,
): Promise<void> {
	const server = await installServer(release);
	const data = temporaryFolder();
	await runNode([
		path.join(server, release.main),
		...['--install-extension', packageFile, '--extensions-dir', extensionsFolder],
		...['--server-data-dir', data.path, '--accept-server-license-terms'],
	]);
	data.remove();
}
