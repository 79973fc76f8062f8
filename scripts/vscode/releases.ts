/** A version of VS Code, and the npm package code-server that has it for the browser. */
export interface Release {
	/** VS Code's own version. */
	readonly version: string;
	readonly codeServer: string;
	/** The digest of the package's archive. */
	readonly integrity: string;
	/** The packages that the server, the extension host and the workbench load; the others only cost time and space. */
	readonly packages: readonly string[];
	/** Other versions of them than its lock file names. */
	readonly versions: Readonly<Record<string, string>>;
	/** What starts the server, in its folder. */
	readonly main: string;
	/** Files and folders of ours that it needs for that, by their places in its folder. */
	readonly added: Readonly<Record<string, string>>;
}

const packages: readonly string[] = [
	'@microsoft/1ds-core-js',
	'@parcel/watcher',
	'@vscode/iconv-lite-umd',
	'@vscode/proxy-agent',
	'cookie',
	'http-proxy-agent',
	'https-proxy-agent',
	'jschardet',
	'minimist',
	'vscode-oniguruma',
	'vscode-regexpp',
	'vscode-textmate',
	'yauzl',
];

export const newest: Release = {
	version: '1.139.1',
	codeServer: '4.139.1',
	integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
	packages: [...packages, '@vscode/ripgrep-universal', 'undici', 'ws'],
	versions: {},
	main: 'out/server-main.js',
	added: {},
};

/** The oldest that the manifest's `engines` promises. */
export const oldest: Release = {
	version: '1.93.1',
	codeServer: '4.93.1',
	integrity: 'sha512-OxEBxxt5ra+ayKdp9yBvRB72gZmZzrtaDvU9uRqNbfQSIrGkCOn+IxEw0AgzYrbtMpa1QhMv6L3od5wBCsJKFg==',
	packages: [...packages, '@vscode/ripgrep', 'tas-client-umd'],
	// The one of its time ends at once in the Node.js of today, and nobody would be told of changed files.
	versions: { '@parcel/watcher': '2.5.6' },
	// It is made to be started by code-server itself, of which nothing else is installed.
	main: 'start.cjs',
	added: { 'start.cjs': 'oldest/start.cjs', 'node_modules/native-watchdog': 'stubs/@vscode/native-watchdog' },
};
