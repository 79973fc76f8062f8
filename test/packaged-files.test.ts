import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { packagedReadme } from '../scripts/vscode/package-extension.ts';
import { oldest } from '../scripts/vscode/releases.ts';
import { deadLinks } from './support/dead-links.ts';
import { packagedFiles } from './vscode/packaged-files.ts';

const root = path.join(import.meta.dirname, '..');
const files = await listFiles({ cwd: root, packageManager: PackageManager.None });

test('the package holds what runs and what is read, and nothing else', () => {
	assert.deepEqual([...files].sort(), packagedFiles.flatMap(({ names }) => names).sort());
});

test('every link in a page of the package leads to something in it', () => {
	const read = (file: string) => {
		const text = readFileSync(path.join(root, file), 'utf8');
		return file === 'README.md' ? packagedReadme(text) : text;
	};
	assert.deepEqual(deadLinks(files, read), []);
});

test('the package is small: all of it takes less than three megabytes', () => {
	const sizes = files.map((file) => deflateRawSync(readFileSync(path.join(root, file))).length);
	const bytes = sizes.reduce((sum, size) => sum + size, 0);
	assert.ok(bytes < 3_000_000, `${bytes} bytes`);
});

test('the oldest VS Code that the manifest promises is the one in which the package is tested', () => {
	const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	assert.equal(engines.vscode, `^${oldest.version.replace(/\.\d+$/, '.0')}`);
});
