import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { languageServer } from './language-server.ts';
import { hover, openFile, openVscode, pictureOfFailure, token, type Vscode } from './vscode.ts';

describe('a language server that is killed', () => {
	let vscode: Vscode;
	let editor: Locator;

	before(async () => {
		vscode = await openVscode('test/vscode/workspace');
		editor = await openFile(vscode.page, 'src/send-message.ts');
	});
	afterEach((test) => pictureOfFailure(vscode, test));
	after(() => vscode.close());

	it('comes back each of five times, and says what it said before', async () => {
		for (let time = 1; time <= 5; time += 1) {
			const before = await languageServer(path.dirname(vscode.folder));
			await editor.locator('.squiggly-warning').first().waitFor();
			process.kill(before, 'SIGKILL');
			const now = await languageServer(path.dirname(vscode.folder), before);
			assert.notEqual(now, before);
			await hover(vscode.page, token(editor, 'VALIDATION_ERROR'), '400');
			await editor.locator('.squiggly-warning').first().waitFor();
		}
	});
});
