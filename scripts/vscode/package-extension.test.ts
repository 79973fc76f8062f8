import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packagedManifest, packagedReadme } from './package-extension.ts';

test('the packaged README has no pictures and no links to files of the repository', () => {
	const readme =
		'# Name\n\n![A picture](docs/images/a.png)\n\nSee [the rule](server/rule.md), [RFC](https://example.org) and [license](LICENSE).\n';
	assert.equal(packagedReadme(readme), '# Name\n\nSee the rule, [RFC](https://example.org) and [license](LICENSE).\n');
});

test('the packaged manifest says nothing that is for npm alone', () => {
	const manifest = { name: 'a', main: './a.js', bin: { a: 'cli.js' }, files: ['cli.js'], scripts: { test: 'a' } };
	assert.deepEqual(JSON.parse(packagedManifest(JSON.stringify(manifest))), { name: 'a', main: './a.js' });
});
