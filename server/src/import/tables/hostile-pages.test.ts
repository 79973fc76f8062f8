import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../csv.ts';
import { html, markdown, text } from './index.ts';

const many = 100_000;
const rows = (row: (number: number) => string) => Array.from({ length: many }, (_, at) => row(at)).join('\n');

/** Pages that would keep a careless reader busy for minutes, or overflow its stack. */
const pages: Readonly<Record<string, string>> = {
	'nothing but tables': '<table>'.repeat(140_000),
	'tables in tables': '<table><tr><td>'.repeat(60_000),
	'elements in each other': '<div>'.repeat(many),
	'emphasis that is taken up again': `${'<b>'.repeat(300)}${'<p>x'.repeat(many)}`,
	'wide cells': `<table>${'<tr><td rowspan=9999 colspan=9999>A_B'.repeat(5_000)}</table>`,
	'a table with many rows': `# Errors\n\n| Code | Description |\n|---|---|\n${rows((at) => `| \`CODE_${at}\` | Text. |`)}`,
	'an HTML table with many rows': `<h1>Errors</h1><table>${rows((at) => `<tr><td>CODE_${at}<td>Text.`)}`,
	'a cell of a megabyte': `# Errors\n\n| Code | Description |\n|---|---|\n| \`A_B\` | ${'x *y* [a](b) '.repeat(80_000)} |`,
	'quotes in quotes': '>'.repeat(many),
	'lists in lists': Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at * 2)}- \`A_B\`: x`).join('\n'),
	brackets: '['.repeat(many),
	backticks: Array.from({ length: 1_000 }, (_, at) => '`'.repeat(at)).join(' '),
	stars: '*a '.repeat(300_000),
	'empty lines': '\n'.repeat(1_000_000),
	tabs: '\t'.repeat(1_000_000),
	labels: 'Name\n'.repeat(many),
	'columns run together': `CodeHTTP StatusDescription\n${rows((at) => `CODE_${at}404Text.`)}`,
	'one long code': `CodeHTTP StatusDescription\n${'A_'.repeat(400_000)}`,
	'codes alone': 'A_B\n'.repeat(many),
	'samples that never end': '{\n"a": '.repeat(many),
	'an open quote': `code,description\nA_B,"${'x'.repeat(1_000_000)}`,
	commas: ','.repeat(1_000_000),
	nothing: '',
	'prototype names': '# Errors\n\n| Code | Status |\n|---|---|\n| `__proto__` | 400 |\n| constructor | 404 |\n',
};

for (const [name, page] of Object.entries(pages)) {
	test(`${name}: every reader ends, and says something`, { timeout: 60_000 }, async () => {
		for (const format of [markdown, html, text, csv]) {
			const likelihood = format.likelihood({ text: page });
			assert.ok(likelihood >= 0 && likelihood <= 1);
			const { draft, notes } = await format.read({ text: page });
			assert.ok(draft.entries.length <= 20_000);
			assert.ok(draft.entries.length > 0 || notes.length > 0);
			assert.ok(draft.entries.every(({ description = '' }) => description.length <= 4_000));
		}
	});
}

test('of too many rows the first are read, and a note says so', async () => {
	const { draft, notes } = await markdown.read({ text: pages['a table with many rows'] ?? '' });
	assert.equal(draft.entries.length, 20_000);
	assert.deepEqual(notes, ['Only the first 20000 rows of the table under “Errors” were read.']);
});

test('names of what every object has are codes like others', async () => {
	const { draft } = await markdown.read({ text: pages['prototype names'] ?? '' });
	assert.deepEqual(draft.entries, [
		{ kind: 'code', value: '__proto__', status: 400 },
		{ kind: 'code', value: 'constructor', status: 404 },
	]);
});
