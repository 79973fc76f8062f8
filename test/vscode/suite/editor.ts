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

/** Takes back what a test has done to its files, and closes them. */
export async function closeFiles(): Promise<void> {
	// Between two editors, none may be the active one for a moment.
	const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	await eventually(
		() => `all files are closed, also ${tabs().map(({ label }) => label)}`,
		async () => {
			if (tabs().length === 0 && !vscode.window.activeTextEditor) return true;
			await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
			return undefined;
		},
	);
}

/** The rules of our diagnostics for a document, in the order of their places, when they are the expected ones. */
export async function expectRules(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
	let found: readonly string[] = [];
	await eventually(
		() => `${document.fileName} has the diagnostics ${expected}; it has ${found}`,
		async () => {
			found = ours(document).map(ruleOf);
			return String(found) === String(expected) || undefined;
		},
	);
}

/** Our only diagnostic for a document, when there is one. */
export function onlyDiagnostic(document: vscode.TextDocument): Promise<vscode.Diagnostic> {
	return eventually(
		() => `${document.fileName} has one diagnostic`,
		async () => {
			const [diagnostic, ...others] = ours(document);
			return others.length === 0 ? diagnostic : undefined;
		},
	);
}

/** The quick fixes for a place, with their titles, when the wanted one is among them. */
export function quickFix(
	document: vscode.TextDocument,
	range: vscode.Range,
	title: string,
): Promise<vscode.CodeAction> {
	return eventually(
		() => `there is a fix "${title}"`,
		async () => {
			const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
				'vscode.executeCodeActionProvider',
				document.uri,
				range,
				vscode.CodeActionKind.QuickFix.value,
			);
			return actions.find((action) => action.title === title);
		},
	);
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
export async function eventually<Value>(what: () => string, ask: () => Promise<Value | undefined>): Promise<Value> {
	const end = Date.now() + 20_000;
	while (Date.now() < end) {
		const value = await ask();
		if (value !== undefined) return value;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`Not within 20 s: ${what()}`);
}

/** The name of the rule that a diagnostic comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
	return String(typeof code === 'object' ? code.value : code);
}

/** The rules of our diagnostics for a document, as they are now. */
export function rulesIn(document: vscode.TextDocument): readonly string[] {
	return ours(document).map(ruleOf);
}

function ours(document: vscode.TextDocument): vscode.Diagnostic[] {
	return vscode.languages
		.getDiagnostics(document.uri)
		.filter(({ source }) => source === 'api-errors')
		.sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The hover on a text that says this, ours or another one's. */
export function hoverOn(document: vscode.TextDocument, text: string, says: RegExp): Promise<vscode.Hover> {
	const at = position(document, text);
	return eventually(
		() => `a hover on ${text} says ${says}`,
		async () => {
			const command = 'vscode.executeHoverProvider';
			const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, at);
			return hovers.find((hover) => says.test(textOf(hover)));
		},
	);
}

/** What a hover says. */
export function textOf({ contents }: vscode.Hover): string {
	return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}
