import { env, type QuickPickItem, type Selection, type TextDocument, type Uri, window, workspace } from 'vscode';

/** What the commands of an import have as their title. */
export const title = 'Import API Errors';

/** What is imported. */
export interface ImportSource {
	readonly text: string;
	/** The name of the file; an editor without a file and the clipboard have none. */
	readonly fileName?: string;
	/** How messages speak of it: `openapi.yaml`, `the clipboard`. */
	readonly called: string;
}

interface SourceItem extends QuickPickItem {
	readonly read: () => Promise<ImportSource | undefined>;
}

/** Bytes: what is larger is no description of an API. */
const largestSource = 32_000_000;

/** Asks where the errors come from: a file, the clipboard, or what the active editor shows. */
export async function chooseSource(): Promise<ImportSource | undefined> {
	const placeHolder = 'Where are the errors described? OpenAPI, a table of a documentation page, CSV, TypeScript';
	const items: readonly SourceItem[] = [
		{ label: '$(go-to-file) File…', read: chooseFile },
		{ label: '$(clippy) Clipboard', description: 'what you have copied', read: readClipboard },
		...editorItems(),
	];
	return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.read();
}

function editorItems(): readonly SourceItem[] {
	const editor = window.activeTextEditor;
	if (!editor || editor.document.uri.scheme === 'output') return [];
	const { document, selection } = editor;
	const read = async () => sourceOf(document);
	const whole: SourceItem = { label: '$(file) Active Editor', description: nameOf(document.uri), read };
	return selection.isEmpty ? [whole] : [selectionItem(document, selection), whole];
}

function selectionItem(document: TextDocument, selection: Selection): SourceItem {
	const lines = selection.end.line - selection.start.line + 1;
	const description = lines === 1 ? 'one line' : `${lines} lines`;
	const read = async () => ({ ...sourceOf(document), text: document.getText(selection), called: 'the selection' });
	return { label: '$(selection) Selection', description, read };
}

function sourceOf(document: TextDocument): ImportSource {
	const called = nameOf(document.uri);
	return { text: document.getText(), called, ...(!document.isUntitled && { fileName: called }) };
}

async function chooseFile(): Promise<ImportSource | undefined> {
	const [uri] = (await window.showOpenDialog({ title, openLabel: 'Import', canSelectMany: false })) ?? [];
	return uri && readSource(uri);
}

/** Undefined, once the user has been told, where the file cannot be read or is too large. */
export async function readSource(uri: Uri): Promise<ImportSource | undefined> {
	const called = nameOf(uri);
	const open = workspace.textDocuments.find((document) => `${document.uri}` === `${uri}`);
	if (open) return sourceOf(open);
	try {
		const { size } = await workspace.fs.stat(uri);
		if (size > largestSource)
			throw new Error(`it has ${Math.round(size / 1e6)} MB; up to ${largestSource / 1e6} MB are read`);
		return { text: new TextDecoder().decode(await workspace.fs.readFile(uri)), fileName: called, called };
	} catch (error) {
		void window.showErrorMessage(`${called} cannot be imported: ${error instanceof Error ? error.message : error}.`);
		return undefined;
	}
}

async function readClipboard(): Promise<ImportSource | undefined> {
	const text = await env.clipboard.readText();
	if (text.trim() !== '') return { text, called: 'the clipboard' };
	void window.showInformationMessage('The clipboard has no text. Copy a table of error codes, then import again.');
	return undefined;
}

function nameOf(uri: Uri): string {
	return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
