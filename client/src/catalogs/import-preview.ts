import { commands, Range, TabInputText, TabInputTextDiff, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { existingFile } from './catalog-folder.ts';
import type { KeptTexts } from './kept-texts.ts';

/** A catalog that is ready to be written. */
export interface Prepared {
	/** Its file. */
	readonly file: Uri;
	/** What the file has; undefined where it is new. */
	readonly before: string | undefined;
	readonly text: string;
}

/** What was prepared and not yet written, by the address of its preview. */
export interface ImportPreviews {
	/** Shows a new catalog, or what one would become beside what it is. Resolves to the address of the preview. */
	show(prepared: Prepared): Promise<Uri>;
	/** Writes what a preview shows, and opens the file; the preview goes. False where there is no such preview. */
	write(preview: Uri | undefined): Promise<boolean>;
	discard(preview: Uri): Promise<void>;
}

/** Keeps what the previews show. */
export function createPreviews(texts: KeptTexts): ImportPreviews {
	const prepared = new Map<string, Prepared>();

	async function discard(preview: Uri): Promise<void> {
		prepared.delete(`${preview}`);
		const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
		await window.tabGroups.close(tabs.filter(({ input }) => isPreview(input, preview)));
		texts.forget(preview);
	}

	return {
		async show(catalog) {
			const { file, before, text } = catalog;
			const preview = texts.keep(`Preview of ${file.path.slice(file.path.lastIndexOf('/') + 1)}`, text);
			prepared.set(`${preview}`, catalog);
			if (before === undefined) await window.showTextDocument(preview, { preview: true });
			else await commands.executeCommand('vscode.diff', file, preview, `${workspace.asRelativePath(file)} ↔ imported`);
			return preview;
		},
		async write(preview) {
			const catalog = preview && prepared.get(`${preview}`);
			if (!preview || !catalog) return false;
			const problem = await writeFile(catalog);
			if (problem !== undefined) {
				void window.showErrorMessage(problem);
				return true;
			}
			await discard(preview);
			await window.showTextDocument(catalog.file, { preview: false });
			return true;
		},
		discard,
	};
}

function isPreview(input: unknown, preview: Uri): boolean {
	if (input instanceof TabInputText) return `${input.uri}` === `${preview}`;
	return input instanceof TabInputTextDiff && `${input.modified}` === `${preview}`;
}

/** Why the file was not written, as a sentence; undefined where it was. */
async function writeFile({ file, before, text }: Prepared): Promise<string | undefined> {
	const name = workspace.asRelativePath(file);
	try {
		return before === undefined ? await writeNew(file, name, text) : await writeInto(file, name, before, text);
	} catch (error) {
		return `${name} could not be written: ${error instanceof Error ? error.message : error}`;
	}
}

async function writeNew(file: Uri, name: string, text: string): Promise<string | undefined> {
	const id = file.path.replace(/^.*\/|\.\w+$/g, '');
	if (await existingFile(uriAbove(uriAbove(file)), id))
		return `${name} has come into being meanwhile, and stays as it is.`;
	await workspace.fs.writeFile(file, new TextEncoder().encode(text));
	return undefined;
}

function uriAbove(uri: Uri): Uri {
	return uri.with({ path: uri.path.replace(/\/[^/]*$/, '') });
}

/** By an edit, so that it can be undone, and then saved. */
async function writeInto(file: Uri, name: string, before: string, text: string): Promise<string | undefined> {
	const document = await workspace.openTextDocument(file);
	if (document.getText() !== before)
		return `${name} has changed since it was read. Import again to see what changes now.`;
	const edit = new WorkspaceEdit();
	edit.replace(file, document.validateRange(new Range(0, 0, document.lineCount, 0)), text);
	if (!(await workspace.applyEdit(edit)) || !(await document.save())) return `${name} could not be written.`;
	return undefined;
}
