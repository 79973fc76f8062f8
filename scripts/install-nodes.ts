import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { nodeVersions, whyNotOn } from '../test/support/node-versions.ts';
import { step } from './vscode/progress.ts';
import { projectFolder } from './vscode/project.ts';
import { runNpm } from './vscode/run.ts';

/**
 * In continuous integration, installs the releases of Node.js that are missing, on which the npm package is tried;
 * everywhere, says on which it is not. Never rejects.
 */
export async function prepareNodes(): Promise<void> {
	const missing = nodeVersions.filter(whyNotOn);
	for (const { version, folder } of process.env.CI ? missing : []) {
		const place = path.join(projectFolder, folder);
		mkdirSync(place, { recursive: true });
		const options = ['--no-save', '--no-audit', '--no-fund', '--fetch-retries=2', '--prefix', place];
		const install = () => runNpm(['install', ...options, `node@${version}`]);
		await step(`Installing Node.js ${version}, once`, install).catch(() => undefined);
	}
	for (const version of missing) {
		const reason = whyNotOn(version);
		if (reason) console.log(`Left out: the npm package is ${reason}`);
	}
}
