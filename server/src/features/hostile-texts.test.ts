import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogs } from '../../../test/support/analyzed.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { describeEntry, detailOf, mentionEntry } from '../explain/describe-entry.ts';

const hostile = [
	'<img src=x onerror=alert(1)>',
	'<script>alert(1)</script>',
	'[a](command:workbench.action.quit)',
	'[a](javascript:alert(1))',
	'[a](data:text/html,x)',
	'![a](https://evil.example/a.png)',
	'[![a](https://evil.example/a.png)](command:x)',
	'[a][b]\n\n[b]: command:x',
	'<command:x>',
	'`` ` <b> `` <b>',
	'\\[a](command:x)',
	'$(zap)',
].join(' ');

test('nothing that a catalog says makes HTML, images, or links to anything but the web', () => {
	const text = hostile.replaceAll('\n', ' ');
	const { catalog } = readCatalog({
		id: 'evil',
		name: hostile.slice(0, 150),
		version: text.slice(0, 150),
		entries: [
			{
				value: '[a](command:x)<b>`',
				title: hostile.slice(0, 150),
				otherNames: [hostile.slice(0, 150), '<b>'],
				description: hostile,
				remedy: hostile,
				differsFromHttp: hostile,
				specification: hostile.slice(0, 150),
				sample: `\`\`\`\n${hostile}`,
				since: text.slice(0, 150),
				removedIn: text.slice(0, 150),
				deprecated: hostile,
				url: 'https://evil.example/)[a](command:x)',
				runbook: 'https://evil.example/"><img src=x>',
			},
			{ kind: 'status', value: 418, title: hostile.slice(0, 150), description: hostile },
		],
	});
	assert.equal(catalog?.entries.length, 2);
	for (const entry of catalog.entries) {
		const said = [
			describeEntry(entry, catalog, { verbosity: 'full', catalogs, reason: hostile }),
			mentionEntry(entry, catalog),
		];
		for (const markdown of said) {
			// What stands as code is shown as it is, whatever it is.
			const shown = markdown.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
			assert.doesNotMatch(shown, /<[a-z!/]/i);
			assert.doesNotMatch(shown, /(?<!\\)!\[/);
			assert.doesNotMatch(shown, /(?<!\\)\[[^[\]\\]*\]\((?!https?:)/);
			assert.doesNotMatch(shown, /(?<!\\)\]:/);
		}
		assert.doesNotMatch(detailOf(entry), /\n/);
	}
});
