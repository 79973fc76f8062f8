// Writes api-error-intellisense.vsix, the extension as it is published.

import { statSync } from 'node:fs';
import path from 'node:path';
import { packageExtension, packageFile } from './vscode/package-extension.ts';
import { runScript, step } from './vscode/progress.ts';

await runScript(async () => {
	await step('Packaging the extension', packageExtension);
	console.log(`${path.relative('', packageFile)}, ${Math.round(statSync(packageFile).size / 1000)} kB`);
});
