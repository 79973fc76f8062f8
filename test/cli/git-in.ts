import { execFileSync } from 'node:child_process';

/** Git as it is without any settings of the user. */
const env = {
	PATH: process.env.PATH,
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_NOSYSTEM: '1',
	...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com' },
	...{ GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com' },
};

/** Calls git in a folder; throws where it fails. What it prints comes back. */
export function gitIn(folder: string, ...args: readonly string[]): string {
	const settings = ['-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always', '-c', 'commit.gpgSign=false'];
	return execFileSync('git', [...settings, ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}

/** Commits all that is in a folder, which becomes a repository if it is none. */
export function commitAll(folder: string): void {
	gitIn(folder, 'init', '-q');
	gitIn(folder, 'add', '-A');
	gitIn(folder, 'commit', '-q', '--allow-empty', '-m', 'x');
}
