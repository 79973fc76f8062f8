import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CompletionItem, type InsertReplaceEdit, InsertTextFormat, type TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { catalogs, documentOf, labelSiteIn } from '../../../test/support/analyzed.ts';
import { readCursor } from '../../../test/support/marked-source.ts';
import { type CompletionOptions, completion, resolveCompletion } from './completion.ts';

const able: CompletionOptions = { snippets: true, insertReplace: true, indents: true, tags: true, deprecated: true };
const plain: CompletionOptions = {
	snippets: false,
	insertReplace: false,
	indents: false,
	tags: false,
	deprecated: false,
};

interface Completed {
	readonly document: TextDocument;
	readonly items: readonly CompletionItem[];
}

async function complete(source: string, options = able): Promise<Completed> {
	const { text, offset } = readCursor(source);
	const document = documentOf(text);
	const site = await labelSiteIn(document, offset);
	return { document, items: site ? completion(document, site, options) : [] };
}

/** The item as a person finds it in the list. */
function pick({ items }: Completed, label: string): CompletionItem {
	const item = items.find((one) => one.label === label);
	assert.ok(item, `${label} is not among ${items.map((one) => one.label).join(', ')}`);
	return item;
}

/** The text after the item was accepted, where the editor inserts or replaces. */
function accepted(
	{ document }: Completed,
	{ textEdit }: CompletionItem,
	mode: 'insert' | 'replace' = 'insert',
): string {
	assert.ok(textEdit);
	return TextDocument.applyEdits(document, [{ range: rangeOf(textEdit, mode), newText: textEdit.newText }]);
}

function rangeOf(edit: TextEdit | InsertReplaceEdit, mode: 'insert' | 'replace') {
	return 'range' in edit ? edit.range : edit[mode];
}

const head = "fetch('https://api.silentchat.de/v1');\nswitch (error.code) {\n\tcase 'CONFLICT': break;\n\t";
const inSwitch = (line: string) => `${head}${line}\n}\n`;

test('codes that must be handled come first, then by status', async () => {
	const { items } = await complete(inSwitch("case '█'"));
	const entries = items.filter(({ data }) => data).sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
	assert.deepEqual(
		entries.slice(0, 3).map(({ label, detail }) => `${label} ${detail}`),
		['AUTH_INVALID_TOKEN 401 · must be handled', 'RATE_LIMITED 429 · must be handled', 'FILE_TOO_LARGE 400'],
	);
	const statuses = entries.slice(2).map(({ detail }) => Number(detail));
	assert.deepEqual(
		statuses,
		statuses.toSorted((a, b) => a - b),
	);
	assert.equal(entries.length, 16);
});

test('what is handled is not offered again', async () => {
	const { items } = await complete(inSwitch("case '█'"));
	assert.ok(!items.some(({ label }) => label === 'CONFLICT'));
});

for (const [where, typed, expected] of [
	['before a quote', 'case █', "case 'RATE_LIMITED'"],
	['after an open quote', "case '█", "case 'RATE_LIMITED'"],
	['between closed quotes', "case '█'", "case 'RATE_LIMITED'"],
	['after the other quote', 'case "█"', "case 'RATE_LIMITED'"],
	['in the middle of a word', "case 'RA█TE_LIM':", "case 'RATE_LIMITED':"],
	['before a colon', "case '█':", "case 'RATE_LIMITED':"],
] as const) {
	test(`the whole literal is replaced ${where}`, async () => {
		const completed = await complete(inSwitch(typed));
		const item = pick(completed, 'RATE_LIMITED');
		assert.equal(accepted(completed, item, 'replace'), inSwitch(expected));
		assert.equal(accepted(completed, item, 'insert'), inSwitch(expected));
	});
}

test('the text to filter by begins with the quote that was typed', async () => {
	assert.equal(pick(await complete(inSwitch('case █')), 'RATE_LIMITED').filterText, 'RATE_LIMITED');
	assert.equal(pick(await complete(inSwitch("case '█")), 'RATE_LIMITED').filterText, "'RATE_LIMITED");
	assert.equal(pick(await complete(inSwitch('case "█')), 'RATE_LIMITED').filterText, '"RATE_LIMITED');
});

test('quotes that are there on both sides stay as they are, for editors that leave what is behind the cursor', async () => {
	for (const [typed, covered] of [
		["case '█'", ''],
		["case 'RATE█'", 'RATE'],
	] as const) {
		const completed = await complete(inSwitch(typed), plain);
		const item = pick(completed, 'RATE_LIMITED');
		assert.ok(item.textEdit && 'range' in item.textEdit);
		assert.equal(item.textEdit.newText, 'RATE_LIMITED');
		const { start, end } = item.textEdit.range;
		assert.equal(end.character - start.character, covered.length);
		assert.match(accepted(completed, item), /case 'RATE_LIMITED'$/m);
	}
});

test('all missing codes can be added at once', async () => {
	const completed = await complete(inSwitch("case '█'"));
	const required = pick(completed, 'All 2 missing required cases');
	const all = pick(completed, 'All 16 missing cases');
	assert.equal(required.insertTextFormat, InsertTextFormat.Snippet);
	assert.match(
		accepted(completed, required),
		/case 'AUTH_INVALID_TOKEN'[\s\S]+\$\{?1[\s\S]+case 'RATE_LIMITED'[\s\S]+\$\{?2/,
	);
	assert.equal(accepted(completed, all).match(/case '/g)?.length, 17);
});

test('a client without snippets gets plain branches, indented like the line that they are for', async () => {
	const completed = await complete(inSwitch("case '█'"), plain);
	const required = pick(completed, 'All 2 missing required cases');
	assert.equal(required.insertTextFormat, InsertTextFormat.PlainText);
	const text = accepted(completed, required);
	assert.doesNotMatch(text, /\$/);
	assert.ok(
		text
			.split('\n')
			.slice(2, -2)
			.every((line) => line.startsWith('\t')),
		text,
	);
	assert.ok(completed.items.every(({ textEdit }) => textEdit && 'range' in textEdit));
});

test('one missing required code is offered by itself alone', async () => {
	const { items } = await complete(inSwitch("case 'RATE_LIMITED': break;\n\tcase '█'"));
	assert.ok(!items.some(({ label }) => label.includes('required')));
});

test('what another label was meant to be is offered by itself, and not added with the others', async () => {
	const beside = "case 'NOT_FOUND':\n\tcase 'CONFLICT':\n\tcase 'RATE_LIMTED':\n\t\tshow();\n\t\tbreak;\n\tcase '█'";
	const completed = await complete(`// api-errors: silentchat\nswitch (error.code) {\n\t${beside}\n}`);
	const labels = completed.items.map(({ label }) => label);
	assert.ok(labels.includes('RATE_LIMITED'), labels.join());
	assert.deepEqual(
		labels.filter((label) => label.startsWith('All ')),
		['All 14 missing cases'],
	);
	assert.ok(!JSON.stringify(pick(completed, 'All 14 missing cases')).includes('RATE_LIMITED'));
});

test('statuses are offered for a status', async () => {
	const completed = await complete(
		"fetch('https://api.silentchat.de');\nif (response.status === 404) {}\nelse if (response.status === █) {}",
	);
	assert.equal(pick(completed, '429').detail, 'Too Many Requests · must be handled');
	assert.match(accepted(completed, pick(completed, '429')), /response\.status === 429\)/);
});

test('errors are offered before other statuses, and not all at once', async () => {
	const { items } = await complete('switch (response.status) {\n\tcase 404: break;\n\tcase █\n}');
	const statuses = items
		.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
		.map(({ label }) => label);
	assert.equal(statuses[0], '400');
	assert.ok(statuses.indexOf('200') > statuses.indexOf('511'));
	assert.ok(statuses.every((label) => /^\d{3}$/.test(label)));
});

test('nothing is offered where no code is expected', async () => {
	for (const source of [
		"console.log('█')",
		'const a = █',
		"// case '█'",
		"fetch('https://api.silentchat.de/█')",
		'return █',
		"switch (colour) { case 'red': break; case '█' }",
		'█',
	])
		assert.deepEqual((await complete(source)).items, [], source);
});

test('documentation comes when it is asked for', async () => {
	const item = pick(await complete(inSwitch("case '█'")), 'RATE_LIMITED');
	assert.equal(item.documentation, undefined);
	const markdown = resolveCompletion(item, catalogs, 'markdown').documentation;
	assert.ok(typeof markdown === 'object' && markdown.value.startsWith('**`RATE_LIMITED`**'));
	const text = resolveCompletion(item, catalogs, 'plaintext').documentation;
	assert.ok(typeof text === 'object' && text.value.startsWith('RATE_LIMITED'));
});

test('an item that is not ours is left as it is', () => {
	for (const data of [
		undefined,
		null,
		1,
		{},
		{ document: 'test:///a.ts', api: 'silentchat', kind: 'code', value: 'NO_SUCH' },
		{ document: 1, api: 'x', kind: 'code', value: 1 },
	])
		assert.deepEqual(resolveCompletion({ label: 'a', data }, catalogs, 'markdown'), { label: 'a', data });
});
