import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { installExtension } from '../../../scripts/vscode/install-extension.ts';
import { packageFile } from '../../../scripts/vscode/package-extension.ts';
import { temporaryFolder } from '../../../scripts/vscode/process-end.ts';
import { packagedFiles } from '../packaged-files.ts';

/** What the package's format has other names for. */
const renamed: Readonly<Record<string, string>> = {
	'CHANGELOG.md': 'changelog.md',
	'README.md': 'readme.md',
	LICENSE: 'LICENSE.txt',
};

test('what VS Code installs from the package is what is meant to be in it', async (context) => {
	assert.ok(statSync(packageFile).size < 3_000_000, `${packageFile} has ${statSync(packageFile).size} bytes`);
	const own = temporaryFolder();
	context.after(() => own.remove());
	await installExtension(packageFile, own.path);
	const folder = readdirSync(own.path).find((name) => name.startsWith('api-error-intellisense.')) ?? '';
	const root = path.join(own.path, folder);
	const found = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)).split(path.sep).join('/'));
	const meant = packagedFiles.flatMap(({ names }) => names).map((name) => renamed[name] ?? name);
	assert.deepEqual(found.sort(), [...meant, '.vsixmanifest'].sort());
});
