import assert from 'node:assert/strict';
import vscode from 'vscode';
import {
	closeFiles,
	eventually,
	expectRules,
	onlyDiagnostic,
	openFile,
	position,
	quickFix,
	rulesIn,
} from './editor.ts';

describe('diagnostics in VS Code', () => {
	afterEach(closeFiles);

	it('warn of the required codes that a switch does not handle', async () => {
		const document = await openFile('src/send-message.ts');
		const warning = await onlyDiagnostic(document);
		assert.equal(warning.severity, vscode.DiagnosticSeverity.Warning);
		assert.match(warning.message, /RATE_LIMITED/);
		assert.match(warning.message, /AUTH_INVALID_TOKEN/);
		assert.equal(document.getText(warning.range), 'switch (error.code)');
	});

	it('are there in every kind of file that we read', async () => {
		await expectRules(await openFile('src/send-message.ts'), ['missing-required']);
		await expectRules(await openFile('src/Upload.tsx'), ['missing-required', 'unknown-code']);
		await expectRules(await openFile('src/save-contact.js'), ['missing-required']);
		await expectRules(await openFile('src/Login.jsx'), ['missing-required', 'duplicate-branch']);
	});

	for (const [file, languageId] of [
		['Chat.cs', 'csharp'],
		['Chat.java', 'java'],
		['chat.dart', 'dart'],
		['chat.go', 'go'],
		['chat.php', 'php'],
		['chat.py', 'python'],
		['chat.rb', 'ruby'],
		['chat.rs', 'rust'],
		['chat.swift', 'swift'],
	] as const)
		it(`are there in ${languageId}, and go when a quick fix mends it`, async () => {
			const document = await openFile(`languages/${file}`);
			assert.equal(document.languageId, languageId);
			const { range } = await onlyDiagnostic(document);
			const fix = await quickFix(document, range, 'Add 2 missing required cases');
			assert(fix.edit);
			await vscode.workspace.applyEdit(fix.edit);
			await eventually(
				() => `${file} has no missing case any more`,
				async () => !rulesIn(document).includes('missing-required') || undefined,
			);
		});

	it('are silent where everything is handled', async () => {
		const handled = await openFile('src/list-conversations.ts');
		// When the second file has been looked at, the first one has, too.
		await expectRules(await openFile('src/send-message.ts'), ['missing-required']);
		await expectRules(handled, []);
	});

	it('link to a page about their rule that can be read', async () => {
		const { code } = await onlyDiagnostic(await openFile('src/send-message.ts'));
		assert(typeof code === 'object', 'the code is a link');
		const page = await vscode.workspace.openTextDocument(code.target);
		assert.match(page.getText(), /missing-required/);
	});

	it('go when their switch is mended, and come back when that is undone', async () => {
		const document = await openFile('src/send-message.ts');
		const { range } = await onlyDiagnostic(document);
		const fix = await quickFix(document, range, 'Add 2 missing required cases');
		assert.equal(fix.isPreferred, true);
		assert(fix.edit, 'the fix has its edit, without being resolved by hand');
		await vscode.workspace.applyEdit(fix.edit);
		await expectRules(document, []);
		assert.match(document.getText(), /case 'RATE_LIMITED':/);
		assert.match(document.getText(), /case 'AUTH_INVALID_TOKEN':/);
		await vscode.commands.executeCommand('undo');
		await expectRules(document, ['missing-required']);
	});

	it('follow the settings at once', async () => {
		const document = await openFile('src/send-message.ts');
		await expectRules(document, ['missing-required']);
		const settings = vscode.workspace.getConfiguration('apiErrors', document);
		await settings.update('whenDefault', 'off', vscode.ConfigurationTarget.Workspace);
		await expectRules(document, []);
		await settings.update('whenDefault', undefined, vscode.ConfigurationTarget.Workspace);
		await expectRules(document, ['missing-required']);
	});

	it('can be suppressed with a comment that a quick fix writes', async () => {
		const document = await openFile('src/send-message.ts');
		await onlyDiagnostic(document);
		const at = position(document, 'switch (error.code)');
		const fix = await quickFix(document, new vscode.Range(at, at), 'Suppress missing-required for this line');
		assert(fix.edit);
		await vscode.workspace.applyEdit(fix.edit);
		await expectRules(document, []);
	});

	it('come back when the server is restarted', async () => {
		const document = await openFile('src/send-message.ts');
		await expectRules(document, ['missing-required']);
		await vscode.commands.executeCommand('apiErrors.restartServer');
		await expectRules(document, ['missing-required']);
	});
});
