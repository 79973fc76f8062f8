import { type QuickPickItem, Range, SnippetString, type TextDocument, type Uri, window, workspace } from 'vscode';
import { askHost } from './ask-host.ts';
import { askIdentity, type Identity } from './ask-identity.ts';
import { catalogFileIn, chooseFolder, existingFile } from './catalog-folder.ts';
import { problemOfId } from './catalog-id.ts';
import { emptyCatalog, firstEntrySnippet, type NewCatalog } from './new-catalog.ts';

const title = 'Create Catalog';

/** What a keybinding may say, so that it is not asked. */
export interface CreateArguments extends Partial<NewCatalog> {
	readonly folder?: Uri;
}

interface FormItem extends QuickPickItem {
	readonly as: 'json' | 'yaml';
}

/**
 * Asks what the API is called, writes a catalog without errors, and opens it with the cursor in its first one. Without a
 * folder to write it into, the catalog is shown in an editor of its own, to be saved where the user likes.
 */
export async function createCatalog(given: CreateArguments = {}): Promise<void> {
	const folder = given.folder ?? (await chooseFolder(title));
	if (!folder && workspace.workspaceFolders?.length) return;
	const identity = identityIn(given) ?? (await askIdentity(title, folder, given));
	const host = identity && (given.host ?? (await askHost(title)));
	const as = host === undefined ? undefined : (given.as ?? (await askForm()));
	if (!identity || host === undefined || !as) return;
	const catalog: NewCatalog = { ...identity, host: host === '' ? undefined : host, as };
	const document = folder ? await write(folder, catalog) : await showUnsaved(catalog);
	if (!document) return;
	const editor = await window.showTextDocument(document);
	const whole = document.validateRange(new Range(0, 0, document.lineCount, 0));
	await editor.insertSnippet(new SnippetString(firstEntrySnippet(catalog)), whole);
}

/** What a keybinding says, as far as it can be used. */
function identityIn({ id, name }: CreateArguments): Identity | undefined {
	return id !== undefined && name && problemOfId(id) === undefined ? { id, name } : undefined;
}

/** Asks whether a catalog is to be JSON or YAML. */
export async function askForm(): Promise<'json' | 'yaml' | undefined> {
	const items: readonly FormItem[] = [
		{ as: 'json', label: 'JSON', description: 'completion and hovers while you write' },
		{ as: 'yaml', label: 'YAML', description: 'the same with the YAML extension' },
	];
	const placeHolder = 'How is the catalog written?';
	return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.as;
}

/** Undefined where there is such a file, which then is shown. */
async function write(folder: Uri, catalog: NewCatalog): Promise<TextDocument | undefined> {
	const there = await existingFile(folder, catalog.id);
	if (there) {
		await window.showTextDocument(there);
		void window.showInformationMessage(`${workspace.asRelativePath(there)} is there already, and stays as it is.`);
		return undefined;
	}
	const file = catalogFileIn(folder, catalog.id, catalog.as);
	await workspace.fs.writeFile(file, new TextEncoder().encode(emptyCatalog(catalog)));
	return workspace.openTextDocument(file);
}

function showUnsaved(catalog: NewCatalog): Thenable<TextDocument> {
	return workspace.openTextDocument({ language: catalog.as, content: emptyCatalog(catalog) });
}
