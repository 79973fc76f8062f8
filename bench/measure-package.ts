import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Findings } from './measure.ts';

interface Package {
	/** When it was written, in milliseconds of the epoch. */
	readonly time: number;
	readonly bytes: number;
}

/**
 * The size of the packaged extension in the project's folder or its dist/. Packages it first where there is none that is
 * newer than the server's bundle. Where that fails, a remark takes the row's place.
 */
export function measurePackage(root: string, bundle: string): Findings {
	try {
		const found = newestPackage(root);
		const current = found !== undefined && existsSync(bundle) && found.time >= statSync(bundle).mtimeMs;
		const { bytes } = current ? found : packageExtension(root);
		return { measures: [{ name: 'size of the .vsix', unit: 'MB', ours: [bytes / 1e6] }], remarks: [] };
	} catch (error) {
		return { measures: [], remarks: [`No size of the .vsix: ${error instanceof Error ? error.message : error}`] };
	}
}

function newestPackage(root: string): Package | undefined {
	return [root, join(root, 'dist')]
		.filter((folder) => existsSync(folder))
		.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
		.filter((file) => file.endsWith('.vsix'))
		.map((file) => statSync(file))
		.map(({ mtimeMs, size }) => ({ time: mtimeMs, bytes: size }))
		.sort((a, b) => b.time - a.time)[0];
}

/** Throws an Error when the project cannot be packaged. */
function packageExtension(root: string): Package {
	const manifest: { scripts?: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	if (manifest.scripts?.package === undefined) throw new Error('package.json has no script "package".');
	const { status } = spawnSync('npm', ['run', 'package'], { cwd: root, shell: process.platform === 'win32' });
	if (status !== 0) throw new Error('npm run package fails.');
	const written = newestPackage(root);
	if (written === undefined) throw new Error('npm run package wrote none.');
	return written;
}
