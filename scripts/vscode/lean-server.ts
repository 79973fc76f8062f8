import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The packages that the server, the extension host and the workbench load; the others only cost time and space. */
const packages: readonly string[] = [
	'@microsoft/1ds-core-js',
	'@parcel/watcher',
	'@vscode/iconv-lite-umd',
	'@vscode/proxy-agent',
	'@vscode/ripgrep-universal',
	'cookie',
	'http-proxy-agent',
	'https-proxy-agent',
	'jschardet',
	'minimist',
	'undici',
	'vscode-oniguruma',
	'vscode-regexpp',
	'vscode-textmate',
	'ws',
	'yauzl',
];

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

/** Cuts the dependencies in the server's package.json down to what is loaded, at the versions its lock file names. */
export function keepLoadedPackages(serverFolder: string): void {
	const manifestFile = path.join(serverFolder, 'package.json');
	const { name, version, type } = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, unknown>;
	const lockfile = JSON.parse(readFileSync(path.join(serverFolder, 'npm-shrinkwrap.json'), 'utf8')) as Lockfile;
	const dependencies: Record<string, string> = {};
	for (const dependency of packages) {
		const locked = lockfile.packages[`node_modules/${dependency}`];
		if (!locked) throw new Error(`code-server no longer depends on ${dependency}`);
		dependencies[dependency] = locked.version;
	}
	writeFileSync(manifestFile, JSON.stringify({ name, version, type, private: true, dependencies }, undefined, '\t'));
}

/** Removes the large built-in extensions, and the search programs of other platforms. */
export function removeUnusedParts(serverFolder: string): void {
	const parts = unusedExtensions.map((name) => `extensions/${name}`);
	const searchPrograms = 'node_modules/@vscode/ripgrep-universal/bin';
	for (const platform of readdirSync(path.join(serverFolder, searchPrograms))) {
		if (platform !== `${process.platform}-${process.arch}`) parts.push(`${searchPrograms}/${platform}`);
	}
	for (const part of parts) rmSync(path.join(serverFolder, part), { recursive: true, force: true });
}
