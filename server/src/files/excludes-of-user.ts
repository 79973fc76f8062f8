import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { git } from './git.ts';

/** The rules that a user has for all repositories, by the setting `core.excludesFile` of git or else in its usual place. */
export async function excludesOfUser(root: string): Promise<readonly string[]> {
	const file = (await fileByGit(root)) ?? (await fileBySettings()) ?? join(settingsFolder(), 'ignore');
	return (await textOf(file)).split(/\r?\n/);
}

async function fileByGit(root: string): Promise<string | undefined> {
	const answer = await git(root, ['config', '--type=path', '--get', 'core.excludesFile']);
	return answer?.code === 0 ? answer.out.toString().trim() : undefined;
}

/** The same where there is no git to ask. */
async function fileBySettings(): Promise<string | undefined> {
	for (const file of [join(homedir(), '.gitconfig'), join(settingsFolder(), 'config')]) {
		const core = /^\s*\[core\]\s*$([^[]*)/im.exec(await textOf(file))?.[1];
		const path = /^\s*excludesFile\s*=\s*"?([^"\r\n]+?)"?\s*$/im.exec(core ?? '')?.[1];
		if (path !== undefined) return path.replace(/^~(?=\/)/, homedir());
	}
	return;
}

function settingsFolder(): string {
	const { XDG_CONFIG_HOME } = process.env;
	return join(XDG_CONFIG_HOME ? XDG_CONFIG_HOME : join(homedir(), '.config'), 'git');
}

function textOf(file: string): Promise<string> {
	return readFile(file, 'utf8').catch(() => '');
}
