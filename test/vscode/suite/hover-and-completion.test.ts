import assert from 'node:assert/strict';
import vscode from 'vscode';
import { closeFiles, eventually, hoverOn, openFile, position, textOf } from './editor.ts';

describe('hover and completion in VS Code', () => {
	afterEach(closeFiles);

	it('tell about a code, and cover exactly the literal', async () => {
		const document = await openFile('src/send-message.ts');
		const hover = await hoverOn(document, "'VALIDATION_ERROR'", /400/);
		assert.match(textOf(hover), /VALIDATION_ERROR/);
		assert(hover.range);
		assert.equal(document.getText(hover.range), "'VALIDATION_ERROR'");
	});

	it('tell about a status as the API means it', async () => {
		const document = await openFile('src/save-contact.js');
		const hover = await hoverOn(document, '428', /Chatness/);
		assert(hover.range);
		assert.equal(document.getText(hover.range), '428');
	});

	it('leave the hovers of TypeScript where they are', async () => {
		const document = await openFile('src/send-message.ts');
		await hoverOn(document, 'sendMessage', /function sendMessage/);
	});

	it('complete a label with the codes that are missing, the required ones first', async () => {
		const document = await openFile('src/send-message.ts');
		const labels = await labelsAfter(document, "\t\tcase '");
		const codes = labels.filter((label) => /^'?[A-Z_]+'?$/.test(label));
		assert.deepEqual(
			codes.slice(0, 2).map((label) => label.replaceAll("'", '')),
			['AUTH_INVALID_TOKEN', 'RATE_LIMITED'],
		);
		assert(codes.length > 10, 'the other codes follow');
		assert.equal(codes.join().includes('VALIDATION_ERROR'), false, 'what is handled is not offered');
	});

	it('offer nothing in an ordinary string', async () => {
		const document = await openFile('src/send-message.ts');
		const inLabel = await labelsAfter(document, "\t\tcase '");
		assert(inLabel.join().includes('RATE_LIMITED'));
		await vscode.commands.executeCommand('undo');
		const { items } = await completions(document, position(document, "'POST'"));
		// VS Code itself offers the words of open files.
		const offered = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text).map(labelOf);
		assert.equal(offered.join().includes('RATE_LIMITED'), false);
	});
});

/** Writes a line before the default, and resolves to what may follow it, in the order in which it is shown. */
async function labelsAfter(document: vscode.TextDocument, text: string): Promise<readonly string[]> {
	const editor = await vscode.window.showTextDocument(document);
	const start = position(document, '\t\tdefault:').with({ character: 0 });
	await editor.edit((edit) => edit.insert(start, `${text}\n`));
	return eventually(
		() => `completions after ${text} have codes`,
		async () => {
			const { items } = await completions(document, start.with({ character: text.length }));
			const labels = [...items].sort(inOrder).map(labelOf);
			return labels.some((label) => label.includes('RATE_LIMITED')) ? labels : undefined;
		},
	);
}

async function completions(document: vscode.TextDocument, at: vscode.Position): Promise<vscode.CompletionList> {
	const command = 'vscode.executeCompletionItemProvider';
	return vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, at);
}

function labelOf({ label }: vscode.CompletionItem): string {
	return typeof label === 'string' ? label : label.label;
}

function inOrder(a: vscode.CompletionItem, b: vscode.CompletionItem): number {
	const [first, second] = [a, b].map((item) => item.sortText ?? labelOf(item));
	return (first ?? '') < (second ?? '') ? -1 : 1;
}
