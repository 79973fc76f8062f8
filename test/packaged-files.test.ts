import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';

const root = path.join(import.meta.dirname, '..');

test('the package holds what runs and what is read: no sources, no tests, no tools', async () => {
	const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
	const allowed = /^(dist|docs\/walkthrough|media|syntaxes)\/|^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
	const strange = files.filter((file) => !allowed.test(file) || /\.(ts|mjs|map|svg)$/.test(file));
	assert.deepEqual(strange, []);
	for (const file of ['package.json', 'LICENSE', 'media/icon.png', 'docs/walkthrough/hover.md']) {
		assert.ok(files.includes(file), `${file} is missing`);
	}
});
