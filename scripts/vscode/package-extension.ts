import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { projectFolder } from './project.ts';
import { runNode } from './run.ts';

/** Where the packaged extension is written. */
export const packageFile = path.join(projectFolder, 'api-error-intellisense.vsix');

/** What is packaged is laid out here first, because the README of the package is not that of the repository. */
const stage = path.join(projectFolder, '.vscode-test/package');

/** Builds the extension and packages it as it is published. */
export async function packageExtension(): Promise<void> {
	await buildExtension();
	await rm(stage, { recursive: true, force: true });
	for (const file of await listFiles({ cwd: projectFolder, packageManager: PackageManager.None })) {
		const to = path.join(stage, file);
		await mkdir(path.dirname(to), { recursive: true });
		await copyFile(path.join(projectFolder, file), to);
	}
	const readme = path.join(stage, 'README.md');
	await writeFile(readme, packagedReadme(await readFile(readme, 'utf8')));
	const vsce = path.join(projectFolder, 'node_modules/@vscode/vsce/vsce');
	// The bundles in dist/ hold all that they need of node_modules, and there is no address of a repository to link to.
	const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
	await runNode([vsce, 'package', ...options, '--out', packageFile], { folder: stage });
}

/** The README without what only the repository has: its pictures, and links to its files. */
export function packagedReadme(readme: string): string {
	return readme
		.replace(/^!\[[^\]]*\]\([^)]*\)\n+/gm, '')
		.replace(/\[([^\]]*)\]\((?!https?:|LICENSE|CHANGELOG\.md)[^)]*\)/g, '$1');
}

/** Builds dist/. */
export async function buildExtension(): Promise<void> {
	await runNode(['esbuild.mjs'], { folder: projectFolder });
}
