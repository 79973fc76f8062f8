import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { projectFolder } from './project.ts';

const hosts = {
	// Mocha stays outside, where it is loaded as it is.
	node: { platform: 'node', external: ['vscode', 'mocha'] },
	worker: {
		platform: 'browser',
		external: ['vscode'],
		alias: { 'node:assert/strict': path.join(projectFolder, 'test/vscode/hosts/strict-assert.ts') },
		plugins: [mochaAlone()],
	},
} satisfies Record<string, BuildOptions>;

const runs = { node: 'runInNode', worker: 'runInWorker' };

/**
 * Bundles all tests of test/vscode/suite with what runs them in an extension host.
 * @param outfile the script to write, whose `run` runs them
 */
export async function buildSuite(host: keyof typeof hosts, outfile: string): Promise<void> {
	const tests = globSync('suite/*.test.ts', { cwd: path.join(projectFolder, 'test/vscode') }).sort();
	const contents = [
		`import { ${runs[host]} } from './hosts/${host}.ts';`,
		`export const run = () => ${runs[host]}(async () => {`,
		...tests.map((file) => `await import('./${file.split(path.sep).join('/')}');`),
		'});',
	];
	await build({
		...hosts[host],
		stdin: { contents: contents.join('\n'), resolveDir: path.join(projectFolder, 'test/vscode'), loader: 'ts' },
		absWorkingDir: projectFolder,
		outfile,
		bundle: true,
		format: 'cjs',
		target: 'node20',
		sourcemap: 'inline',
		logLevel: 'warning',
	});
}

/** Mocha's bundle for browsers would take the suite's module for its own, and its exports for those of the suite. */
function mochaAlone(): Plugin {
	return {
		name: 'mocha-alone',
		setup: ({ onLoad }) =>
			onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
				contents: `((module, exports) => {${await readFile(file, 'utf8')}\n})();`,
			})),
	};
}
