import path from 'node:path';
import { projectFolder } from './project.ts';
import { runNode } from './run.ts';

/** Where the packaged extension is written. */
export const packageFile = path.join(projectFolder, 'api-error-intellisense.vsix');

/** Builds the extension and packages it as it is published. */
export async function packageExtension(): Promise<void> {
	await buildExtension();
	const vsce = path.join(projectFolder, 'node_modules/@vscode/vsce/vsce');
	// The bundles in dist/ hold all that they need of node_modules.
	await runNode([vsce, 'package', '--no-dependencies', '--out', packageFile], { folder: projectFolder });
}

/** Builds dist/. */
export async function buildExtension(): Promise<void> {
	await runNode(['esbuild.mjs'], { folder: projectFolder });
}
