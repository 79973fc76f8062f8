import assert from 'node:assert/strict';
import vscode from 'vscode';
import { closeFiles, expectRules, hoverOn, openFile, textOf } from './editor.ts';

describe('code inside other files, in VS Code', () => {
	afterEach(closeFiles);

	it('is warned about in the scripts of a page', async () => {
		await expectRules(await openFile('src/chat.html'), ['missing-required']);
	});

	it('is explained in the fences of a text', async () => {
		const document = await openFile('src/errors.md');
		assert.match(textOf(await hoverOn(document, 'AUTH_INVALID_TOKEN', /SilentChat/)), /Must be handled/);
	});

	it('is read in the cells of a notebook, of which each knows what the others name', async () => {
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		assert(folder);
		const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.joinPath(folder.uri, 'src/chat.ipynb'));
		await vscode.window.showNotebookDocument(notebook);
		await expectRules(notebook.cellAt(2).document, ['missing-required']);
	});
});
