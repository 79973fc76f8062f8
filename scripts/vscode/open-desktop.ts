import { spawn } from 'node:child_process';
import path from 'node:path';
import { endMainProcess } from './desktop.ts';
import { onProcessEnd, temporaryFolder } from './process-end.ts';
import { projectFolder } from './project.ts';
import { writeSettings } from './user-settings.ts';

/**
 * Opens a window of desktop VS Code with the extension, and with settings and extensions of its own.
 * Resolves when the window is closed; Ctrl+C closes it.
 */
export async function openDesktop(program: string, folder: string): Promise<void> {
	const profile = temporaryFolder();
	const userFolder = path.join(profile.path, 'user');
	writeSettings(userFolder);
	const args = [
		...[folder, '--new-window', '--wait', '--skip-welcome', '--disable-workspace-trust'],
		`--extensionDevelopmentPath=${projectFolder}`,
		`--user-data-dir=${userFolder}`,
		`--extensions-dir=${path.join(profile.path, 'extensions')}`,
		// Chromium's sandbox does not work for root.
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	];
	console.log('VS Code is open on examples/. Ctrl+C here closes it.');
	const shell = program.endsWith('.cmd');
	const quote = (text: string) => (shell ? `"${text}"` : text);
	const child = spawn(quote(program), args.map(quote), { stdio: 'ignore', shell });
	const withdraw = onProcessEnd(() => endMainProcess(userFolder));
	await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
	withdraw();
	profile.remove();
}
