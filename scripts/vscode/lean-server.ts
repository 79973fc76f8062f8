import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Release } from './releases.ts';

/** Large built-in extensions that have nothing to do with this one. The small ones stay: the workbench expects them. */
const unusedExtensions: readonly string[] = [
	'copilot',
	'css-language-features',
	'git',
	'github',
	'html-language-features',
	'markdown-language-features',
	'mermaid-markdown-features',
	'microsoft-authentication',
	'ms-vscode.js-debug',
	'ms-vscode.js-debug-companion',
	'ms-vscode.vscode-js-profile-table',
	'php-language-features',
	'terminal-suggest',
];

interface Lockfile {
	readonly packages: Readonly<Record<string, { readonly version: string }>>;
}

/** Cuts the dependencies in the server's package.json down to what a release loads, at the versions its lock file names. */
export function keepLoadedPackages(serverFolder: string, { packages, versions }: Release): void {
	const manifestFile = path.join(serverFolder, 'package.json');
	const { name, version, type } = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, unknown>;
	const lockfile = JSON.parse(readFileSync(path.join(serverFolder, 'npm-shrinkwrap.json'), 'utf8')) as Lockfile;
	const dependencies: Record<string, string> = {};
	for (const dependency of packages) {
		const locked = lockfile.packages[`node_modules/${dependency}`];
		if (!locked) throw new Error(`code-server does not depend on ${dependency}`);
		dependencies[dependency] = versions[dependency] ?? locked.version;
	}
	writeFileSync(manifestFile, JSON.stringify({ name, version, type, private: true, dependencies }, undefined, '\t'));
}

/** Removes the large built-in extensions, the search programs of other platforms, and source maps. */
export function removeUnusedParts(serverFolder: string): void {
	const parts = unusedExtensions.map((name) => `extensions/${name}`);
	const searchPrograms = 'node_modules/@vscode/ripgrep-universal/bin';
	for (const platform of globSync(`${searchPrograms}/*`, { cwd: serverFolder })) {
		if (path.basename(platform) !== `${process.platform}-${process.arch}`) parts.push(platform);
	}
	parts.push(...globSync('out/**/*.map', { cwd: serverFolder }));
	for (const part of parts) rmSync(path.join(serverFolder, part), { recursive: true, force: true });
}
