// Makes the pictures of the README again: the packaged extension in VS Code, on the examples. With names as arguments,
// only these.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { packageExtension } from '../../scripts/vscode/package-extension.ts';
import { runScript, step } from '../../scripts/vscode/progress.ts';
import { projectFolder } from '../../scripts/vscode/project.ts';
import {
	click,
	hover,
	line,
	openFile,
	openVscode,
	quickFix,
	runCommand,
	suggestion,
	token,
	until,
} from './person/vscode.ts';

const picturesFolder = path.join(projectFolder, 'docs/images');

/** What a person has done when the picture is taken. */
interface Picture {
	readonly name: string;
	readonly file: string;
	readonly scene: (page: Page, editor: Locator) => Promise<unknown>;
	/** In CSS pixels, unless it is as large as the others. */
	readonly size?: { readonly width: number; readonly height: number };
}

const pictures: readonly Picture[] = [
	{
		name: 'overview',
		file: 'silentchat_search.py',
		size: { width: 1280, height: 720 },
		scene: async (page, python) => {
			await page.keyboard.press('ControlOrMeta+End');
			await python.locator('.squiggly-warning').first().waitFor();
			await runCommand(page, 'View: Split Editor Left');
			const editor = await openFile(page, 'silentchat-messages.ts');
			await editor.locator('.squiggly-warning').first().waitFor();
			await page.keyboard.press('ControlOrMeta+Shift+M');
			await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'missing-required' }).nth(1).waitFor();
			await runCommand(page, 'View: Focus Right Editor Group');
			await page.keyboard.press('ControlOrMeta+End');
			await runCommand(page, 'View: Focus Left Editor Group');
			await quiet(page);
			await hover(page, token(editor, 'switch'), 'Quick Fix');
		},
	},
	{
		name: 'warning',
		file: 'silentchat-messages.ts',
		scene: async (page, editor) => {
			await editor.locator('.squiggly-warning').first().waitFor();
			await page.keyboard.press('ControlOrMeta+Shift+M');
			await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'missing-required' }).waitFor();
		},
	},
	{
		name: 'hover',
		file: 'silentchat-conversations.ts',
		scene: (page, editor) => hover(page, token(editor, 'RATE_LIMITED'), '429'),
	},
	{
		name: 'completion',
		file: 'silentchat-messages.ts',
		scene: async (page, editor) => {
			await click(page, line(editor, "case 'VALIDATION_ERROR'"));
			await page.keyboard.press('ControlOrMeta+Shift+Enter');
			await page.keyboard.type("case '");
			await suggestion(page, 'RATE_LIMITED');
			const chosen = page.locator('.suggest-widget .monaco-list-row.focused').filter({ hasText: 'RATE_LIMITED' });
			await until(chosen, () => page.keyboard.press('ArrowDown'));
			// Once more shows what is known about the entry.
			await page.keyboard.press('Control+Space');
			await page.locator('.suggest-details').filter({ hasText: 'Retry-After' }).waitFor();
		},
	},
	{
		name: 'quick-fix',
		file: 'silentchat-messages.ts',
		scene: (page, editor) => quickFix(page, token(editor, 'switch'), 'Add 2 missing required cases'),
	},
	{
		name: 'retry-after',
		file: 'silentchat-widgets.ts',
		scene: async (page, editor) => {
			await click(page, await quickFix(page, token(editor, 'RATE_LIMITED'), 'Add Retry-After handling'));
			await line(editor, 'retry-after').waitFor();
		},
	},
	{
		name: 'import',
		file: 'acme/openapi.yaml',
		scene: async (page) => {
			await runCommand(page, 'API Errors: Import API Errors…');
			const row = (text: string) =>
				page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
			for (const answer of ['Active Editor', 'OpenAPI', 'New Catalog in JSON']) await row(answer).click();
			for (const proposed of ['The name of the API', 'Its id']) {
				await page.locator('.quick-input-widget').filter({ hasText: proposed }).waitFor();
				await page.keyboard.press('Enter');
			}
			await row('Write .api-errors/').waitFor();
			await line(page.locator('.monaco-editor[data-uri^="api-errors-view:"]'), '"CARD_EXPIRED"').waitFor();
		},
	},
];

await runScript(async () => {
	await step('Packaging the extension', packageExtension);
	mkdirSync(picturesFolder, { recursive: true });
	// Each in a VS Code of its own, so that none shows what the one before has left.
	const asked = process.argv.slice(2);
	const wanted = pictures.filter(({ name }) => asked.length === 0 || asked.includes(name));
	for (const picture of wanted) await step(`Taking the picture "${picture.name}"`, () => take(picture));
});

async function take({ name, file, scene, size = { width: 1000, height: 620 } }: Picture): Promise<void> {
	const vscode = await openVscode('examples', {
		view: { viewport: size, deviceScaleFactor: 1.25 },
		settings: {
			'breadcrumbs.enabled': false,
			'editor.fontSize': 14,
			'editor.minimap.enabled': false,
			'editor.scrollBeyondLastLine': false,
			'editor.scrollbar.horizontal': 'hidden',
			'editor.scrollbar.vertical': 'hidden',
			'window.commandCenter': false,
			'workbench.activityBar.location': 'hidden',
			'workbench.layoutControl.enabled': false,
		},
	});
	try {
		const editor = await openFile(vscode.page, file);
		await vscode.page.keyboard.press('ControlOrMeta+B');
		await quiet(vscode.page);
		await scene(vscode.page, editor);
		await vscode.page.screenshot({ path: path.join(picturesFolder, `${name}.png`) });
	} finally {
		await vscode.close();
	}
}

/** Waits until nothing turns in the status bar, for as long as VS Code may take from one thing to the next. */
async function quiet(page: Page): Promise<void> {
	const busy = page.locator('.statusbar .codicon-modifier-spin, .statusbar-item:has-text("Activating")');
	for (let calm = 0; calm < 10; calm += 1) {
		await page.waitForTimeout(200);
		if ((await busy.count()) > 0) calm = 0;
	}
}
