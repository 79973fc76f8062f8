import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkupContent } from 'vscode-languageserver';
import { analyzed, catalogs, noContext } from '../../../test/support/analyzed.ts';
import { readCursor } from '../../../test/support/marked-source.ts';
import { hover } from './hover.ts';

/** Checks the text that the hover at the cursor is for, and what it says; `undefined` stands for no hover. */
async function checkHover(source: string, over: string | undefined, ...says: readonly RegExp[]): Promise<void> {
	const { text, offset } = readCursor(source);
	const analysis = await analyzed(text);
	const found = hover(analysis, offset, { verbosity: 'compact', format: 'markdown' });
	assert.equal(found?.range && analysis.document.getText(found.range), over);
	const contents = MarkupContent.is(found?.contents) ? found.contents.value : '';
	for (const pattern of says) assert.match(contents, pattern);
}

const silentchat = "fetch('https://api.silentchat.de/v1');\n";

test('a code says what it is, and which API it belongs to and why', () =>
	checkHover(
		`${silentchat}if (error.code === 'RATE_█LIMITED') {}`,
		"'RATE_LIMITED'",
		/^\*\*`RATE_LIMITED`\*\* · 429 Too Many Requests/,
		/\*\*Must be handled\*\*/,
		/SilentChat, because .*api\.silentchat\.de/,
	));

test('a status of a known API joins the API’s meaning and HTTP’s', () =>
	checkHover(
		`${silentchat}if (response.status === 42█9) {}`,
		'429',
		/\*\*Codes:\*\* `RATE_LIMITED`/,
		/\[HTTP\]\(.+\): 429/,
	));

test('a status alone is HTTP’s', () => checkHover('if (response.status === 4█04) {}', '404', /^\*\*404 Not Found\*\*/));

test('what is no status and no code has no hover', async () => {
	await checkHover('step.change(StepStatus.O█K);', undefined);
	await checkHover('if (order.status === OrderStatus.CONF█LICT) {}', undefined);
	await checkHover('setTimeout(run, 5█00);', undefined);
	await checkHover("console.log('not █found');", undefined);
	await checkHover("// 'RATE_█LIMITED'", undefined);
});

test('two APIs that fit equally are both shown', () =>
	checkHover(
		'// api-errors: silentchat, chatness\nif (response.status === 4█29) {}',
		'429',
		/It may be SilentChat or Chatness/,
	));

test('each step of evidence has its reason in half a line', async () => {
	const catalog = catalogs.byId('silentchat');
	assert.ok(catalog);
	const around = (step: 'near' | 'workspace', reason: string) => ({ workspace: [{ catalog, step, reason }] });
	for (const [before, context, reason] of [
		['// api-errors: silentchat\n', {}, 'the file names it in a comment'],
		['', { told: ['silentchat'] }, 'the settings name it for this file'],
		[silentchat, {}, 'the file names api.silentchat.de'],
		[
			'',
			around('near', './api, which the file imports, names api.silentchat.de'),
			'./api, which the file imports, names',
		],
		['', around('workspace', '.env names api.silentchat.de'), '.env names api.silentchat.de'],
		['', {}, 'only SilentChat has this code'],
	] as const) {
		const { text, offset } = readCursor(`${before}if (error.code === 'WIDGET_KEY_█INVALID') {}`);
		const analysis = await analyzed(text, 'typescript', { ...noContext, ...context });
		const found = hover(analysis, offset, { verbosity: 'compact', format: 'markdown' });
		assert.ok(MarkupContent.is(found?.contents));
		assert.ok(found.contents.value.includes(`SilentChat, because ${reason}`), found.contents.value);
	}
});

test('a client without Markdown gets plain text', async () => {
	const { text, offset } = readCursor(`${silentchat}if (error.code === 'RATE_█LIMITED') {}`);
	const found = hover(await analyzed(text), offset, { verbosity: 'full', format: 'plaintext' });
	assert.ok(MarkupContent.is(found?.contents));
	assert.equal(found.contents.kind, 'plaintext');
	assert.doesNotMatch(found.contents.value, /\*\*|`|&lt;|\]\(/);
	assert.match(found.contents.value, /^RATE_LIMITED · 429 Too Many Requests/);
});
