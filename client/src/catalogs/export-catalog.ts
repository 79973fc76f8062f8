import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	type ExportCatalogParams,
	exportCatalog as exportRequest,
	type ListedCatalog,
	listCatalogs,
} from '../../../server/src/protocol.ts';
import { catalogItems } from './pick-catalog.ts';
import { request } from './request.ts';

const title = 'Export Catalog';

interface FormItem extends QuickPickItem {
	readonly format: ExportCatalogParams['format'];
}

const forms: readonly FormItem[] = [
	{ format: 'typescript', label: 'TypeScript', description: 'a union of the codes, and a const object with comments' },
	{ format: 'markdown', label: 'Markdown', description: 'a table for a documentation page' },
];

/**
 * Shows a catalog in another form, in an editor that is not saved yet.
 * @param file the file of the catalog; asked for unless given
 */
export async function exportCatalog(client: BaseLanguageClient, file?: Uri): Promise<void> {
	const catalogs = await request<readonly ListedCatalog[]>(client, 'Listing catalogs', listCatalogs, {});
	const known = file && catalogs.find(({ uri }) => uri === `${file}`);
	const catalog = known ?? (await chooseCatalog(catalogs));
	const form =
		catalog && (await window.showQuickPick(forms, { title, placeHolder: `What is made of ${catalog.name}?` }));
	if (!catalog || !form) return;
	const { id, uri } = catalog;
	const params: ExportCatalogParams = { id, format: form.format, ...(uri !== undefined && { uri }) };
	const text = await request<string | null>(client, `Exporting ${catalog.name}`, exportRequest, params);
	if (text === null) {
		void window.showInformationMessage(`${catalog.name} is no longer there.`);
		return;
	}
	const document = await workspace.openTextDocument({ language: form.format, content: text });
	await window.showTextDocument(document, { preview: false });
}

async function chooseCatalog(catalogs: readonly ListedCatalog[]): Promise<ListedCatalog | undefined> {
	const options = { title, placeHolder: 'Which catalog?', matchOnDescription: true };
	return (await window.showQuickPick(catalogItems(catalogs), options))?.catalog;
}
