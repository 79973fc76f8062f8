import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packagedReadme } from './package-extension.ts';

test('the packaged README has no pictures and no links to files of the repository', () => {
	const readme =
		'# Name\n\n![A picture](docs/images/a.png)\n\nSee [the rule](server/rule.md), [RFC](https://example.org) and [license](LICENSE).\n';
	assert.equal(packagedReadme(readme), '# Name\n\nSee the rule, [RFC](https://example.org) and [license](LICENSE).\n');
});
