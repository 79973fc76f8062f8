import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '../..');

/** A release of Node.js on which the npm package is tried. */
export interface NodeVersion {
	readonly major: number;
	/** A version in the npm package `node`. */
	readonly version: string;
	/** The folder below the project's into which it is installed. */
	readonly folder: string;
	/** Its program; undefined where the machine has none of this major version. */
	program(): string | undefined;
}

/** Those that the manifest promises, by their long-term releases. */
export const nodeVersions: readonly NodeVersion[] = [
	nodeVersion(20, '20.20.2'),
	nodeVersion(22, '22.23.3'),
	nodeVersion(24, '24.21.0'),
];

function nodeVersion(major: number, version: string): NodeVersion {
	const folder = `.vscode-test/node-${version}`;
	const installed = path.join(
		project,
		folder,
		'node_modules/node/bin',
		process.platform === 'win32' ? 'node.exe' : 'node',
	);
	return {
		major,
		version,
		folder,
		program: () => [process.execPath, ...nodesOnPath(), installed].find((one) => isMajor(one, major)),
	};
}

/** What is called `node` on the path, but for those that packages bring. */
function nodesOnPath(): readonly string[] {
	const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.includes('node_modules'));
	return folders.map((folder) => path.join(folder, 'node')).filter(existsSync);
}

function isMajor(program: string, major: number): boolean {
	const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
	return stdout?.startsWith(`v${major}.`) ?? false;
}

/** Why the package cannot be tried on a version here, to be given to `skip`; false where it can. */
export function whyNotOn({ major, version, folder, program }: NodeVersion): string | false {
	if (program()) return false;
	return `not tried on Node.js ${major}: npm install --no-save --prefix ${folder} node@${version}`;
}
