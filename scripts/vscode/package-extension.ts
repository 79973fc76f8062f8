import path from 'node:path';
import { projectFolder } from './project.ts';
import { runNode } from './run.ts';

/** Where the packaged extension is written. */
export const packageFile = path.join(projectFolder, 'api-error-intellisense.vsix');

/** Builds the extension and packages it as it is published. */
export async function packageExtension(): Promise<void> {
	await buildExtension();
	const vsce = path.join(projectFolder, 'node_modules/@vscode/vsce/vsce');
	// The bundles in dist/ hold all that they need of node_modules, and there is no address of a repository to link to.
	const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
	await runNode([vsce, 'package', ...options, '--out', packageFile], { folder: projectFolder });
}

/** Builds dist/. */
export async function buildExtension(): Promise<void> {
	await runNode(['esbuild.mjs'], { folder: projectFolder });
}
