import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.ts';

/** Whether packages can be installed without asking anybody: on Debian, as root. */
export function canInstall(): boolean {
	const isDebian = existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
	return isDebian && process.getuid?.() === 0;
}

/** Installs packages of Debian, once its lists are up to date. Rejects with what apt-get says. */
export async function installWithApt(packages: readonly string[]): Promise<void> {
	const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update'], { environment });
	await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { environment });
}
