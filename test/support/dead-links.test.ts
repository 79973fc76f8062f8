import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deadLinks } from './dead-links.ts';

const pages = new Map([
	[
		'README.md',
		[
			'[a](docs/a.md) [b](docs/b.md) [part](docs/a.md#a-part) [none](docs/a.md#no-part) [here](#top) [there](#bottom)',
			'![picture](docs/a.png) [away](https://example.org/x) [mail](mailto:a@example.org) [page][later] `[code](c.md)`',
			'[later]: later.md',
			'# Top',
			'<img src="docs/b.png">',
			'```\n[in a fence](d.md)\n```',
		].join('\n\n'),
	],
	['docs/a.md', '# A: `part`?\n\n## A part\n\n[up](../README.md#top) [wrong](README.md)'],
]);

test('a link is dead that leads to no file and to no heading', () => {
	const dead = deadLinks([...pages.keys()], (file) => pages.get(file) ?? '');
	assert.deepEqual(dead, [
		...['docs/b.md', 'docs/a.md#no-part', '#bottom', 'docs/a.png', 'later.md', 'docs/b.png'].map(
			(link) => `README.md: ${link}`,
		),
		'docs/a.md: README.md',
	]);
});
