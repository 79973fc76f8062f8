import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';

const root = path.join(import.meta.dirname, '..');
const files = await listFiles({ cwd: root, packageManager: PackageManager.None });

test('the package holds what runs and what is read: no sources, no tests, no tools', () => {
	const allowed = /^(dist|docs\/walkthrough|media|syntaxes)\/|^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;
	const strange = files.filter((file) => !allowed.test(file) || /\.(ts|mjs|map|svg)$/.test(file));
	assert.deepEqual(strange, []);
	const shown = ['catalogs/http.json', 'schemas/catalog-1.json', 'schemas/project-1.json'];
	const needed = ['package.json', 'LICENSE', 'media/icon.png', 'docs/walkthrough/hover.md'];
	for (const file of [...needed, ...shown.map((name) => `dist/assets/${name}`)]) {
		assert.ok(files.includes(file), `${file} is missing`);
	}
});

test('the package is small: each program is in it once, and all of it takes less than three megabytes', () => {
	assert.deepEqual(files.filter((file) => file.endsWith('.js')).sort(), ['dist/extension.js', 'dist/server.js']);
	const sizes = files.map((file) => deflateRawSync(readFileSync(path.join(root, file))).length);
	const bytes = sizes.reduce((sum, size) => sum + size, 0);
	assert.ok(bytes < 3_000_000, `${bytes} bytes`);
});
