import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, type ProgressReporter, ProgressReportStage } from '@vscode/test-electron';
import { cacheFolder } from './project.ts';

/** Where VS Code writes the id of its main process, in the folder of its user data. */
export const lockFile = 'code.lock';

/** A desktop VS Code, or why there is none. */
export type Desktop = { readonly program: string } | { readonly missing: string };

/**
 * Downloads desktop VS Code, once, where there is a display to show it on.
 * `VSCODE_HOST=browser` asks for VS Code in the browser all the same.
 */
export async function downloadDesktop(): Promise<Desktop> {
	if (process.env.VSCODE_HOST === 'browser') return { missing: 'VSCODE_HOST is browser' };
	if (!hasDisplay()) return { missing: 'there is no display' };
	try {
		const options = { version: 'stable', cachePath: cacheFolder, timeout: 10_000, reporter };
		return { program: await downloadAndUnzipVSCode(options) };
	} catch (error) {
		return { missing: `it could not be downloaded: ${error instanceof Error ? error.message : error}` };
	}
}

/** As `downloadDesktop`, and where there is no download, the `code` command of an installed VS Code. */
export async function findDesktop(): Promise<Desktop> {
	const desktop = await downloadDesktop();
	if ('program' in desktop || !hasDisplay() || process.env.VSCODE_HOST === 'browser') return desktop;
	// In a terminal of VS Code that is connected to this machine from another one, `code` opens no window of its own.
	if (process.env.VSCODE_IPC_HOOK_CLI) return desktop;
	const command = process.platform === 'win32' ? 'code.cmd' : 'code';
	const places = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, command));
	const program = places.find((place) => existsSync(place));
	return program ? { program } : desktop;
}

/** Ends the VS Code that uses this folder for its user data; the `code` command is another process than VS Code's own. */
export function endMainProcess(userFolder: string): void {
	try {
		process.kill(Number(readFileSync(path.join(userFolder, lockFile), 'utf8')));
	} catch {
		// It has ended, and removed the file.
	}
}

function hasDisplay(): boolean {
	return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const reporter: ProgressReporter = {
	report: ({ stage }) => {
		if (stage === ProgressReportStage.ResolvingCDNLocation) {
			console.log('Downloading desktop VS Code (150 MB, once) …');
		}
	},
	error: () => undefined,
};
