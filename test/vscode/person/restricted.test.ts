import { after, afterEach, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { hover, line, openFile, openVscode, pictureOfFailure, quickFix, token, type Vscode } from './vscode.ts';

describe('a workspace that is not trusted', () => {
	let vscode: Vscode;
	let editor: Locator;

	before(async () => {
		vscode = await openVscode('test/vscode/workspace', { isRestricted: true });
		editor = await openFile(vscode.page, 'src/send-message.ts');
	});
	afterEach((test) => pictureOfFailure(vscode, test));
	after(() => vscode.close());

	it('is warned about, explained and mended like any other', async () => {
		await vscode.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
		await editor.locator('.squiggly-warning').first().waitFor();
		await hover(vscode.page, token(editor, 'VALIDATION_ERROR'), '400');
		await vscode.page.keyboard.press('Escape');
		const addCases = await quickFix(vscode.page, token(editor, 'switch'), 'Add 2 missing required cases');
		await addCases.click();
		await line(editor, "case 'AUTH_INVALID_TOKEN':").waitFor();
		await editor.locator('.squiggly-warning').waitFor({ state: 'detached' });
	});
});
