import { execFileSync } from 'node:child_process';

/**
 * Makes a folder a git repository with everything in it committed, so that it has ignore files and an index of its own.
 * Throws an Error where there is no git.
 */
export function commitAll(folder: string): void {
	const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
	git('init', '--quiet');
	for (const [name, value] of settings) git('config', name, value);
	git('add', '--all', '--force');
	git('commit', '--quiet', '--no-verify', '--message', 'Code to measure on');
}

const settings = [
	['user.name', 'bench'],
	['user.email', 'bench@localhost'],
	['core.autocrlf', 'false'],
	['core.safecrlf', 'false'],
	['commit.gpgSign', 'false'],
	['gc.auto', '0'],
] as const;
