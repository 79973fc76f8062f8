import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheFolder, root } from './cache-folder.ts';

/** The tools of others, which are installed beside the corpus and are no packages of the project. */
const packages = {
	'@ast-grep/cli': '0.51.1',
	'@vscode/ripgrep': '1.18.0',
	eslint: '10.15.0',
	// What typescript-eslint asks for types; the compiler that is measured is the project's own.
	typescript: '6.0.3',
	'typescript-eslint': '8.73.0',
} as const;

/** Where the programs of others are. */
export interface Tools {
	readonly ripgrep: string;
	readonly astGrep: string;
	/** A script for Node. */
	readonly eslint: string;
	/** The folder that configurations of ESLint find their packages from. */
	readonly folder: string;
	readonly biome: string;
	readonly typescript: string;
}

/** Installs what is missing, with npm. Throws an Error where that fails, or where a tool has no program for this machine. */
export function installTools(tell: (what: string) => void): Tools {
	const folder = join(cacheFolder, 'tools');
	const record = join(folder, 'installed.json');
	const wanted = JSON.stringify(packages);
	if (!existsSync(record) || readFileSync(record, 'utf8') !== wanted) {
		tell('tools to compare with');
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
		const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
		execFileSync('npm', words, { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' });
		writeFileSync(record, wanted);
	}
	const [ours, theirs] = [root, folder].map((from) => createRequire(join(from, 'package.json')));
	if (!ours || !theirs) throw new Error('There is nowhere to look for the tools.');
	const platform = `${process.platform}-${process.arch}`;
	return {
		folder,
		ripgrep: programIn(theirs, `@vscode/ripgrep-${platform}`, 'bin', 'rg'),
		astGrep: programIn(theirs, `@ast-grep/cli-${platform}${suffixes[process.platform] ?? ''}`, 'ast-grep'),
		eslint: join(folder, 'node_modules', 'eslint', 'bin', 'eslint.js'),
		biome: programIn(ours, `@biomejs/cli-${platform}`, 'biome'),
		typescript: programIn(ours, `@typescript/typescript-${platform}`, 'lib', 'tsc'),
	};
}

const suffixes: Partial<Record<NodeJS.Platform, string>> = { linux: '-gnu', win32: '-msvc' };

/** Programs are started without the scripts of Node that find them, as their makers advise for speed. */
function programIn(require: NodeJS.Require, name: string, ...path: readonly string[]): string {
	const folder = (require.resolve.paths(name) ?? []).map((one) => join(one, name)).find((one) => existsSync(one));
	const program = folder && join(folder, ...path) + (process.platform === 'win32' ? '.exe' : '');
	if (program === undefined || !existsSync(program)) throw new Error(`${name} has no program for this machine.`);
	return program;
}
