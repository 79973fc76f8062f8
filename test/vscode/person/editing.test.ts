import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import {
	click,
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

const file = 'src/send-message.ts';

describe('the packaged extension, for a person in VS Code', () => {
	let vscode: Vscode;
	let editor: Locator;

	before(async () => {
		vscode = await openVscode('test/vscode/workspace');
		editor = await openFile(vscode.page, file);
	});
	afterEach((test) => pictureOfFailure(vscode, test));
	after(() => vscode.close());

	it('underlines a switch that leaves out required codes, and lists it among the problems', async () => {
		await editor.locator('.squiggly-warning').first().waitFor();
		await vscode.page.keyboard.press('ControlOrMeta+Shift+M');
		const problem = vscode.page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'missing-required' });
		await problem.filter({ hasText: 'RATE_LIMITED' }).filter({ hasText: 'AUTH_INVALID_TOKEN' }).waitFor();
		await vscode.page.keyboard.press('ControlOrMeta+J');
	});

	it('tells about the code that the mouse points at', async () => {
		const widget = await hover(vscode.page, token(editor, 'VALIDATION_ERROR'), '400');
		await widget.filter({ hasText: 'VALIDATION_ERROR' }).waitFor();
		await vscode.page.keyboard.press('Escape');
	});

	it('completes a label that is being typed', async () => {
		await click(vscode.page, line(editor, "case 'VALIDATION_ERROR'"));
		await vscode.page.keyboard.press('ControlOrMeta+Shift+Enter');
		await vscode.page.keyboard.type("case 'RATE");
		const row = await suggestion(vscode.page, 'RATE_LIMITED');
		await row.filter({ hasText: '429 · must be handled' }).click();
		await line(editor, "case 'RATE_LIMITED'").waitFor();
		await runCommand(vscode.page, 'File: Revert File');
		await line(editor, 'RATE').waitFor({ state: 'detached' });
	});

	it('adds the missing cases from the light bulb, and they are saved', async () => {
		await editor.locator('.squiggly-warning').first().waitFor();
		const addCases = await quickFix(vscode.page, token(editor, 'switch'), 'Add 2 missing required cases');
		await addCases.click();
		await line(editor, "case 'AUTH_INVALID_TOKEN':").waitFor();
		await editor.locator('.squiggly-warning').waitFor({ state: 'detached' });
		await vscode.page.keyboard.press('ControlOrMeta+S');
		await vscode.page.locator('.tab.active:not(.dirty)').waitFor();
		const saved = readFileSync(path.join(vscode.folder, file), 'utf8');
		assert.match(saved, /case 'RATE_LIMITED':/);
		assert.match(saved, /case 'AUTH_INVALID_TOKEN':/);
	});
});
