import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { staleFiles } from '../scripts/generated-files.ts';
import { generateManifest } from '../scripts/manifest.ts';

const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');

test('generated files are up to date; `npm run generate` writes them', () => {
	assert.deepEqual([...staleFiles().keys()], []);
});

test('generating the manifest again changes nothing, and takes away nothing that is not generated', () => {
	assert.equal(generateManifest(generateManifest(manifest)), generateManifest(manifest));
	const { name, scripts, contributes } = JSON.parse(generateManifest(manifest));
	const before = JSON.parse(manifest);
	assert.deepEqual([name, scripts, contributes.commands], [before.name, before.scripts, before.contributes.commands]);
});

test('a setting that was changed by hand is stale', () => {
	const changed = manifest.replace('"apiErrors.enable"', '"apiErrors.enabled"');
	assert.notEqual(generateManifest(changed), changed);
});
