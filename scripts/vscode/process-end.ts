import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Calls back when this process ends, also by Ctrl+C, by being ended, or by its terminal being closed.
 * The callback cannot wait for anything. What is returned withdraws it.
 */
export function onProcessEnd(callback: () => void): () => void {
	const exit = () => process.exit(130);
	// Last in, first out: a process is ended before the folder that it uses is removed.
	process.prependOnceListener('exit', callback);
	for (const signal of signals) process.once(signal, exit);
	return () => {
		process.off('exit', callback);
		for (const signal of signals) process.off(signal, exit);
	};
}

export interface TemporaryFolder {
	readonly path: string;
	remove(): void;
}

/**
 * Makes a folder that is removed when this process ends, or earlier by `remove`.
 * Its path is short: VS Code puts sockets into such folders, whose paths may have some 100 characters.
 */
export function temporaryFolder(): TemporaryFolder {
	const parent = process.platform === 'win32' ? os.tmpdir() : realpathSync('/tmp');
	const folder = mkdtempSync(path.join(parent, 'vscode-'));
	const removeNow = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	const withdraw = onProcessEnd(removeNow);
	const remove = () => {
		withdraw();
		removeNow();
	};
	return { path: folder, remove };
}
