import assert from 'node:assert/strict';
import vscode from 'vscode';

/** Opens a file of the workspace in an editor. */
export async function openFile(file: string): Promise<vscode.TextDocument> {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	assert(folder, 'a folder is open');
	const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
	await vscode.window.showTextDocument(document);
	return document;
}

/** Our diagnostics for a document, when there are as many as expected. */
export function diagnostics(document: vscode.TextDocument, count: number): Promise<readonly vscode.Diagnostic[]> {
	return eventually(`${count} diagnostics for ${document.fileName}`, async () => {
		const ours = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'api-errors');
		return ours.length === count ? ours : undefined;
	});
}

/** The position in the middle of a text, or at its end. */
export function position(
	document: vscode.TextDocument,
	text: string,
	where: 'middle' | 'end' = 'middle',
): vscode.Position {
	const start = document.getText().indexOf(text);
	assert(start >= 0, `${text} is in ${document.fileName}`);
	return document.positionAt(start + (where === 'end' ? text.length : Math.floor(text.length / 2)));
}

/** Asks until there is an answer: VS Code's state follows the server's answers with a delay that nobody announces. */
export async function eventually<Value>(what: string, ask: () => Promise<Value | undefined>): Promise<Value> {
	const end = Date.now() + 20_000;
	while (Date.now() < end) {
		const value = await ask();
		if (value !== undefined) return value;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`${what}: not within 20 s`);
}
