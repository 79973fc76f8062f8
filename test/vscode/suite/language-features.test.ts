import assert from 'node:assert/strict';
import vscode from 'vscode';
import { diagnostics, eventually, openFile, position } from './editor.ts';

const file = 'src/send-message.ts';

describe('in VS Code', () => {
	it('warns of the required codes that a switch does not handle', async () => {
		const document = await openFile(file);
		const [warning] = await diagnostics(document, 1);
		assert(warning);
		assert.equal(warning.severity, vscode.DiagnosticSeverity.Warning);
		assert.match(warning.message, /RATE_LIMITED/);
		assert.match(warning.message, /AUTH_INVALID_TOKEN/);
		const { code } = warning;
		assert(typeof code === 'object', 'the code links to the page of its rule');
		assert.equal(code.value, 'missing-required');
		assert.equal(document.getText(warning.range), 'switch (error.code)');
	});

	it('tells about a code under the mouse', async () => {
		const document = await openFile(file);
		const at = position(document, "'VALIDATION_ERROR'");
		const text = await eventually('a hover of ours', async () => {
			const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
				'vscode.executeHoverProvider',
				document.uri,
				at,
			);
			return hovers.map(hoverText).find((text) => text.includes('400'));
		});
		assert.match(text, /VALIDATION_ERROR/);
	});

	it('completes a label with the codes that are missing, the required ones first', async () => {
		const document = await openFile(file);
		const editor = await vscode.window.showTextDocument(document);
		await editor.edit((edit) =>
			edit.insert(position(document, '\t\tdefault:', 'end').with({ character: 0 }), "\t\tcase '\n"),
		);
		const labels = await eventually('completions of ours', async () => {
			const list = await vscode.commands.executeCommand<vscode.CompletionList>(
				'vscode.executeCompletionItemProvider',
				document.uri,
				position(document, "\t\tcase '\n", 'end').translate(-1, 0).with({ character: 8 }),
			);
			const labels = [...list.items].sort(bySortText).map(labelText);
			return labels.some((label) => label.includes('RATE_LIMITED')) ? labels : undefined;
		});
		assert.match(labels[0] ?? '', /RATE_LIMITED/);
		assert.equal(
			labels.some((label) => label.includes('VALIDATION_ERROR')),
			false,
			'what is handled is not offered',
		);
		await vscode.commands.executeCommand('workbench.action.files.revert');
	});

	it('adds the missing cases, and then has nothing to warn of', async () => {
		const document = await openFile(file);
		const [warning] = await diagnostics(document, 1);
		assert(warning);
		const fix = await eventually('the quick fix', async () => {
			const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
				'vscode.executeCodeActionProvider',
				document.uri,
				warning.range,
			);
			return actions.find(({ title }) => title === 'Add 2 missing required cases');
		});
		assert.equal(fix.isPreferred, true);
		assert(fix.edit, 'the fix has its edit, without being resolved by hand');
		await vscode.workspace.applyEdit(fix.edit);
		await diagnostics(document, 0);
		assert.match(document.getText(), /case 'RATE_LIMITED':/);
		assert.match(document.getText(), /case 'AUTH_INVALID_TOKEN':/);
		await vscode.commands.executeCommand('workbench.action.files.revert');
	});
});

function hoverText(hover: vscode.Hover): string {
	return hover.contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

function labelText({ label }: vscode.CompletionItem): string {
	return typeof label === 'string' ? label : label.label;
}

function bySortText(a: vscode.CompletionItem, b: vscode.CompletionItem): number {
	return (a.sortText ?? labelText(a)) < (b.sortText ?? labelText(b)) ? -1 : 1;
}
