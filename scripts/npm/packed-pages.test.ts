import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { packagedPage } from './packaged-page.ts';
import { replacePages, restorePages } from './packed-pages.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'api-errors-pages-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const readme =
	'# Name\n\n![A picture](docs/a.png)\n\n[Guide](docs/guide.md), [rule](server/src/rules/a/a.md), [plan](plan.txt)\n';
const packed = '# Name\n\n[Guide](docs/guide.md), [rule](dist/rules/a.md), plan\n';
const page = (name: string) => readFileSync(path.join(folder, name), 'utf8');

function write(name: string, text: string): void {
	mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
	writeFileSync(path.join(folder, name), text);
}

beforeEach(() => {
	write('package.json', '{ "name": "a", "version": "1.0.0", "files": ["docs", "dist"] }');
	write('README.md', readme);
	write('docs/guide.md', '[Up](../README.md#name) [it](../server/src/rules/a/a.md#b)\n');
	write('dist/rules/a.md', '# a\n');
});

test('pages are replaced by those of the package, and put back', () => {
	replacePages(folder);
	assert.equal(page('README.md'), packed);
	assert.equal(page('docs/guide.md'), '[Up](../README.md#name) [it](../dist/rules/a.md#b)\n');
	restorePages(folder);
	assert.equal(page('README.md'), readme);
	assert.equal(page('docs/guide.md'), '[Up](../README.md#name) [it](../server/src/rules/a/a.md#b)\n');
});

test('what a pack that was interrupted left is put back after the next one', () => {
	replacePages(folder);
	replacePages(folder);
	assert.equal(page('README.md'), packed);
	restorePages(folder);
	assert.equal(page('README.md'), readme);
});

test('a page that was changed in between stays as it is', () => {
	replacePages(folder);
	write('README.md', `${packed}More\n`);
	restorePages(folder);
	assert.equal(page('README.md'), `${packed}More\n`);
});

test('links to other places, to parts of the page and in fences stay', () => {
	const text = '[a](https://example.org) [b](#part)\n\n```md\n[c](gone.md)\n![d](gone.png)\n```\n\n[e](gone.md)\n';
	assert.equal(
		packagedPage(text, 'README.md', () => undefined),
		'[a](https://example.org) [b](#part)\n\n```md\n[c](gone.md)\n![d](gone.png)\n```\n\ne\n',
	);
});
