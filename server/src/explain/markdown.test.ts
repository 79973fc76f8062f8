import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeBlock, inlineCode, link, plainText, safeMarkdown } from './markdown.ts';

function checkSafe(markdown: string, expected: string): void {
	assert.equal(safeMarkdown(markdown), expected);
}

test('what catalogs are written with stays', () => {
	for (const usual of [
		'Read `Retry-After`, then **wait**.',
		'See [the page](https://example.com/errors?a=b#c).',
		'- one\n- two',
		'```json\n{ "a": ["<b>"] }\n```',
		'Sent as `Authorization: Bearer <token>`.',
	])
		checkSafe(usual, usual);
});

test('HTML becomes text', () => {
	checkSafe('<img src=x onerror=y>', '&lt;img src=x onerror=y>');
	checkSafe('a <!-- b -->', 'a &lt;\\!-- b -->');
});

test('links that lead elsewhere become text', () => {
	checkSafe('[run](command:evil)', '\\[run\\](command:evil)');
	checkSafe('[run](javascript:alert(1))', '\\[run\\](javascript:alert(1))');
	checkSafe('[run][1]\n\n[1]: command:evil', '\\[run\\]\\[1\\]\n\n\\[1\\]: command:evil');
	checkSafe('![dot](https://example.com/dot.png)', '\\!\\[dot\\](https://example.com/dot.png)');
	checkSafe('<command:evil>', '&lt;command:evil>');
});

test('tricks with escapes and fences do not let a link through', () => {
	checkSafe('\\[run\\](command:evil)', '\\[run\\](command:evil)');
	checkSafe('\\\\[run](command:evil)', '\\\\\\[run\\](command:evil)');
	checkSafe('`\n\n[run](command:evil)\n\n`', '`\n\n\\[run\\](command:evil)\n\n`');
	checkSafe('~~~\n```\n~~~\n[run](command:evil)\n', '\\~~~\n```\n\\~~~\n\\[run\\](command:evil)\n');
});

test('plain text has no signs left', () => {
	assert.equal(
		plainText('**`RATE_LIMITED`**: wait as `Retry-After` says, see [docs](https://example.com/a_b).'),
		'RATE_LIMITED: wait as Retry-After says, see docs (https://example.com/a_b).',
	);
	assert.equal(plainText('```json\n{\n  "a": 1\n}\n```'), '    {\n      "a": 1\n    }');
	assert.equal(plainText(safeMarkdown('a <b> [c] d!')), 'a <b> [c] d!');
});

test('code with backticks in it', () => {
	assert.equal(inlineCode('a'), '`a`');
	assert.equal(inlineCode('a`b'), '`` a`b ``');
	assert.equal(plainText(inlineCode('a`b')), 'a`b');
	assert.equal(codeBlock('```', 'js'), '````js\n```\n````');
});

test('only addresses of the web are linked', () => {
	assert.equal(link('page', 'https://example.com/'), '[page](https://example.com/)');
	for (const address of [undefined, 'command:evil', 'https://example.com/)[x](command:evil'])
		assert.equal(link('page', address), 'page');
});
