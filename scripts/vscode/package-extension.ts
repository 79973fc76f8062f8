import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { packagedPage } from '../npm/packaged-page.ts';
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
	await rewrite('README.md', packagedReadme);
	await rewrite('package.json', packagedManifest);
	const vsce = path.join(projectFolder, 'node_modules/@vscode/vsce/vsce');
	// The bundles in dist/ hold all that they need of node_modules, and there is no address of a repository to link to.
	const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
	await runNode([vsce, 'package', ...options, '--out', packageFile], { folder: stage });
}

async function rewrite(name: string, written: (text: string) => string): Promise<void> {
	const file = path.join(stage, name);
	await writeFile(file, written(await readFile(file, 'utf8')));
}

/** What the manifest says to npm alone. Of `files`, the packager would take what npm packs for all there is. */
const forNpm = ['types', 'exports', 'bin', 'files', 'scripts', 'devDependencies', 'allowScripts'];

/** The manifest without what says nothing to VS Code. */
export function packagedManifest(manifest: string): string {
	const fields = Object.entries(JSON.parse(manifest)).filter(([name]) => !forNpm.includes(name));
	return `${JSON.stringify(Object.fromEntries(fields), undefined, '\t')}\n`;
}

/** The README without what only the repository has: its pictures, and links to its files. */
export function packagedReadme(readme: string): string {
	const shown = ['LICENSE', 'CHANGELOG.md'];
	return packagedPage(readme, 'README.md', (file) => (shown.includes(file) ? file : undefined));
}

/** Builds dist/. */
export async function buildExtension(): Promise<void> {
	await runNode(['esbuild.mjs'], { folder: projectFolder });
}
