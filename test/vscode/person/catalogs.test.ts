import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { projectFolder } from '../../../scripts/vscode/project.ts';
import {
	hover,
	line,
	openFile,
	openVscode,
	pictureOfFailure,
	quickFix,
	runCommand,
	suggestion,
	token,
	type Vscode,
} from './vscode.ts';

const guide = readFileSync(path.join(projectFolder, 'docs/catalogs.md'), 'utf8');

/** Does what docs/catalogs.md says, with the texts that it has. */
describe('a catalog of one’s own', () => {
	let vscode: Vscode;
	let page: Page;

	before(async () => {
		vscode = await openVscode('test/vscode/own-api', {
			view: { permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1200, height: 800 } },
		});
		page = vscode.page;
	});
	afterEach((test) => pictureOfFailure(vscode, test));
	after(() => vscode.close());

	it('is written by hand, in answer to four questions', async () => {
		assert.equal(exampleWith('api.acme.example/orders'), readFileSync(path.join(vscode.folder, 'orders.ts'), 'utf8'));
		await openFile(page, 'orders.ts');
		await runCommand(page, 'API Errors: Create Catalog…');
		await answer(page, 'The name of the API', 'Acme');
		await answer(page, 'Its id');
		await answer(page, 'A host name', 'api.acme.example');
		await choose(page, 'JSON');
		const catalog = editorOf(page, 'acme.json');
		await line(catalog, '"value": "RATE_LIMITED"').waitFor();
		await page.keyboard.type('QUOTA_USED_UP');
		await line(catalog, '"value": "QUOTA_USED_UP"').waitFor();
		await replaceAll(page, exampleWith('"QUOTA_USED_UP"'));
		await line(catalog, '"OUT_OF_STOCK"').waitFor();
		await save(page);
	});

	it('is completed and explained while it is written', async () => {
		const catalog = editorOf(page, 'acme.json');
		await hover(page, token(catalog, '"evidence"'), 'shows that the API is in play');
		await line(catalog, '"retry": "never"').click();
		await page.keyboard.press('End');
		await page.keyboard.type(',\n"req');
		await (await suggestion(page, 'required')).waitFor();
		await page.keyboard.press('Escape');
		await runCommand(page, 'File: Revert File');
		await page.locator('.tab.active:not(.dirty)').waitFor();
	});

	it('explains, warns and mends at once', async () => {
		const editor = await openFile(page, 'orders.ts');
		await editor.locator('.squiggly-warning').first().waitFor();
		await hover(page, token(editor, 'OUT_OF_STOCK'), 'There is none of the item left.');
		await page.keyboard.press('Escape');
		const fix = await quickFix(page, token(editor, 'switch'), "Add missing case 'QUOTA_USED_UP'");
		await fix.click();
		await line(editor, "case 'QUOTA_USED_UP':").waitFor();
		await editor.locator('.squiggly-warning').waitFor({ state: 'detached' });
		await save(page);
	});

	it('is imported from the clipboard, once its preview has been seen', async () => {
		await copy(page, exampleWith('| `CARD_EXPIRED`'));
		await startImport(page, 'Clipboard');
		await answer(page, '3 codes found');
		await choose(page, 'New Catalog in JSON');
		await answer(page, 'The name of the API', 'Paying');
		await answer(page, 'Its id');
		await answer(page, 'A host name', 'pay.acme.example');
		const preview = page.locator('.monaco-editor[data-uri^="api-errors-view:"]');
		await line(preview, '"CARD_DECLINED"').waitFor();
		await choose(page, 'Write .api-errors/paying.json');
		await line(editorOf(page, 'paying.json'), '"CARD_DECLINED"').waitFor();
		const written = JSON.parse(read('.api-errors/paying.json'));
		assert.deepEqual(written.entries[1], JSON.parse(exampleWith('"CARD_DECLINED"')));
	});

	it('is brought up to date without losing what was written by hand', async () => {
		const catalog = editorOf(page, 'paying.json');
		await replaceAll(page, read('.api-errors/paying.json').replace('The bank has declined the card.', 'Ask the bank.'));
		await line(catalog, 'Ask the bank.').waitFor();
		await save(page);
		const table = exampleWith('| `CARD_EXPIRED`');
		await copy(
			page,
			`${table.replace('Wait before the next one.', 'Wait an hour.')}| \`CARD_STOLEN\` | 402 | Keep it. |\n`,
		);
		await startImport(page, 'Clipboard');
		await answer(page, '4 codes found');
		await choose(page, 'Update .api-errors/paying.json');
		await page.locator('.quick-input-list').filter({ hasText: 'CARD_STOLEN is new' }).waitFor();
		// Whoever wants to look closer leaves the question, and finds the button in the title.
		await page.keyboard.press('Escape');
		await page.locator('.editor-actions .codicon-check').click();
		await page.locator('.tab').filter({ hasText: 'imported' }).waitFor({ state: 'detached' });
		await page.locator('.monaco-editor.focused[data-uri$="paying.json"]').waitFor();
		await line(catalog, '"CARD_STOLEN"').waitFor();
		assert.match(read('.api-errors/paying.json'), /Ask the bank\.[\s\S]*Wait an hour\.[\s\S]*"CARD_STOLEN"/);
	});

	it('is exported and listed', async () => {
		await runCommand(page, 'API Errors: Export Catalog…');
		await choose(page, 'Paying');
		await choose(page, 'Markdown');
		await line(page.locator('.editor-instance').last(), 'CARD_STOLEN').waitFor();
		await runCommand(page, 'API Errors: Show Catalogs');
		await choose(page, 'Acme');
		await line(editorOf(page, 'acme.json'), '"OUT_OF_STOCK"').waitFor();
	});

	it('is compared with what was saved, and the code that does not know what is new is named', async () => {
		await openFile(page, '.api-errors/acme.json');
		const added = '{ "value": "ITEM_GONE", "status": 410, "title": "Gone", "description": "No longer sold." }';
		await replaceAll(page, exampleWith('"QUOTA_USED_UP"').replace('"entries": [', `"entries": [\n${added},`));
		await line(editorOf(page, 'acme.json'), '"ITEM_GONE"').waitFor();
		await runCommand(page, 'API Errors: Compare Catalogs…');
		await choose(page, 'Acme');
		await choose(page, 'What Was Saved Last');
		const changes = page
			.locator('.editor-instance')
			.filter({ hasText: /ITEM_GONE/ })
			.filter({ hasText: '## Added' });
		await line(changes, 'orders.ts, line 4').waitFor();
		await changes
			.locator('.detected-link')
			.first()
			.click({ modifiers: ['ControlOrMeta'] });
		await line(editorOf(page, 'orders.ts'), "case 'OUT_OF_STOCK'").waitFor();
	});

	it('keeps what it said while it is broken, and the status item says so', async () => {
		await runCommand(page, 'API Errors: Show Catalogs');
		await choose(page, 'Acme');
		await page.locator('.monaco-editor.focused[data-uri$="acme.json"]').waitFor();
		await replaceAll(page, exampleWith('"QUOTA_USED_UP"').replace('"id": "acme",', '"id": "acme'));
		await save(page);
		const editor = await openFile(page, 'orders.ts');
		await hover(page, token(editor, 'OUT_OF_STOCK'), 'There is none of the item left.');
		await page.keyboard.press('Escape');
		const status = page.locator(
			'.statusbar-item[aria-label*="acme.json"], .statusbar-item[aria-label*="Editor Language Status"]',
		);
		await status.first().hover();
		await page.locator('.monaco-hover').filter({ hasText: 'acme.json' }).waitFor();
	});

	function read(file: string): string {
		return readFileSync(path.join(vscode.folder, file), 'utf8');
	}
});

/** The first example of the guide that has these words, without the list's indentation. */
function exampleWith(words: string): string {
	const blocks = [...guide.matchAll(/^( *)```\w+\n([\s\S]*?)^ *```$/gm)];
	const block = blocks.find(([, , text = '']) => text.includes(words));
	assert.ok(block, `docs/catalogs.md has an example with ${words}`);
	const [, indentation = '', text = ''] = block;
	return text.replaceAll(new RegExp(`^${indentation}`, 'gm'), '');
}

function editorOf(page: Page, name: string): Locator {
	return page.locator(`.editor-instance .monaco-editor[data-uri$="${name}"]`);
}

async function startImport(page: Page, from: string): Promise<void> {
	await runCommand(page, 'API Errors: Import API Errors…');
	await choose(page, from);
}

/** Answers the question that has these words; without a text, with what is proposed. */
async function answer(page: Page, question: string, text?: string): Promise<void> {
	const widget = page.locator('.quick-input-widget');
	const input = widget.locator('input').first();
	const words = widget.filter({ hasText: question }).or(widget.filter({ has: page.getByPlaceholder(question) }));
	await words.first().waitFor();
	if (text !== undefined) await input.fill(text);
	await input.press('Enter');
}

async function choose(page: Page, label: string): Promise<void> {
	await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first().click();
}

async function copy(page: Page, text: string): Promise<void> {
	await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

/** Pastes, so that nothing is completed or closed meanwhile. */
async function replaceAll(page: Page, text: string): Promise<void> {
	await page.keyboard.press('Escape');
	await copy(page, text);
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.press('ControlOrMeta+V');
}

async function save(page: Page): Promise<void> {
	await page.keyboard.press('ControlOrMeta+S');
	await page.locator('.tab.active:not(.dirty)').waitFor();
}
