import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endMainProcess } from './desktop.ts';
import { onProcessEnd, temporaryFolder } from './process-end.ts';
import { projectFolder } from './project.ts';
import quietSettings from './quiet-settings.json' with { type: 'json' };

/**
 * Opens a window of desktop VS Code with the extension, and with settings and extensions of its own.
 * Resolves when the window is closed; Ctrl+C closes it.
 */
export async function openDesktop(program: string, folder: string): Promise<void> {
	const profile = temporaryFolder();
	const userFolder = path.join(profile.path, 'user');
	const settings = path.join(userFolder, 'User', 'settings.json');
	mkdirSync(path.dirname(settings), { recursive: true });
	writeFileSync(settings, JSON.stringify(quietSettings, undefined, '\t'));
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
