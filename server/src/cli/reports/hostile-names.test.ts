import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { fileWith, findingWith, reportWith, written } from '../../../../test/support/sample-report.ts';
import { reportFormats } from './index.ts';
import { coloured } from './style.ts';
import { stylish } from './stylish.ts';

const path = 'a,b:c%.ts"><\n::error::|`\u001b[31m\u202e.ts';
const message =
	'100% "><&\' | `x` <b>\r\n::set-output name=a::b ##[error]\u001b]0;title\u0007\u009b ]]> \u0000\uffff\ud800';
const hostile = reportWith([fileWith(path, [findingWith({ message })])], ['x\n| y | @you\u001b']);

test('no report has a sign that a terminal obeys', () => {
	for (const { name } of reportFormats)
		assert.doesNotMatch(written(name, hostile), /[^\n\P{Cc}]|[\u2028\u2029]/u, `${name} has a control character`);
});

test('a name has one line, in which hidden signs are seen', () => {
	const text = written('stylish', hostile);
	assert.equal(text.split('\n').length, 5);
	assert.ok(text.startsWith('a,b:c%.ts"><\\n::error::|`\\u001b[31m\\u202e.ts\n  7:2  warning  100% '), text);
	assert.equal(stripVTControlCharacters(stylish.write(hostile, coloured)), text);
});

/** A workflow command as the runner of GitHub Actions reads it. */
function commandIn(line: string) {
	const [, name = '', given = '', data = ''] = /^::(\S+) (.*?)::(.*)$/.exec(line.trim()) ?? [];
	const decoded = (text: string) =>
		text
			.replaceAll('%0D', '\r')
			.replaceAll('%0A', '\n')
			.replaceAll('%3A', ':')
			.replaceAll('%2C', ',')
			.replaceAll('%25', '%');
	const properties = given.split(',').map((pair) => pair.split('='));
	return {
		name,
		properties: Object.fromEntries(properties.map(([key = '', value = '']) => [key, decoded(value)])),
		data: decoded(data),
	};
}

test('a workflow command says what was meant, and nothing else is one', () => {
	const lines = written('github', hostile).split('\n');
	assert.equal(lines.length, 3);
	const { name, properties, data } = commandIn(lines[0] ?? '');
	assert.deepEqual([name, properties.line, properties.title], ['warning', '7', 'missing-required']);
	assert.equal(properties.file, 'a,b:c%.ts"><\n::error::|`\\u001b[31m\\u202e.ts');
	assert.ok(data.startsWith('100% "><&\' | `x` <b>\r\n::set-output name=a::b ##[error]\\u001b]0;'), data);
	assert.ok(lines[0]?.includes('file=a%2Cb%3Ac%25.ts"><%0A%3A%3Aerror%3A%3A|'));
});

test('XML has no sign that it may not have, and none that it would read as its own', () => {
	const text = written('junit', hostile);
	assert.ok(text.includes('name="a,b:c%.ts&quot;&gt;&lt;&#10;::error::|`[31m\u202e.ts"'), text);
	assert.ok(text.includes(' message="100% &quot;&gt;&lt;&amp;&apos; | `x` &lt;b&gt;&#13;&#10;::set-output'), text);
	assert.ok(text.includes(' ##[error]]0;title ]]&gt; "'), text);
	// Without what it is made of, nothing is left but text.
	const rest = text.replaceAll(/<[?/]?[a-z]+(?: [a-z]+="[^"<>]*")*\??\/?>|&(?:[a-z]+|#\d+);/g, '');
	assert.doesNotMatch(rest, /[<>&]/);
});

test('a cell of a table stays one, and is text', () => {
	const row = written('markdown', hostile)
		.split('\n')
		.find((line) => line.startsWith('| warning'));
	assert.equal(row?.replaceAll(/\\./g, '').split('|').length, 6);
	assert.ok(row?.includes('100% "&#62;&#60;&#38;\' \\| \\`x\\` &#60;b&#62;\\\\r\\\\n'), row);
	assert.ok(written('markdown', hostile).endsWith('\n- x\\\\n\\| y \\| &#64;you\\\\u001b\n'));
});

test('programs get names and messages as they are', () => {
	const [found] = JSON.parse(written('json', hostile)).findings;
	assert.deepEqual([found.file, found.message], [path, message]);
	const [issue] = JSON.parse(written('gitlab', hostile));
	assert.deepEqual([issue.location.path, issue.description], [path, message]);
});
