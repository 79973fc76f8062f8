import { commands, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ListedCatalog, listCatalogs } from '../../../server/src/protocol.ts';
import { addressOf, type CatalogItem, catalogItems } from './pick-catalog.ts';
import { request } from './request.ts';

interface CommandItem extends QuickPickItem {
	readonly command: string;
}

/** Lists the catalogs in reach; the chosen one is opened. */
export async function showCatalogs(client: BaseLanguageClient): Promise<void> {
	const catalogs = await request<readonly ListedCatalog[]>(client, 'Listing catalogs', listCatalogs, {});
	const more: readonly (QuickPickItem | CommandItem)[] = [
		{ label: '', kind: QuickPickItemKind.Separator },
		{ label: '$(add) Create Catalog…', command: 'apiErrors.createCatalog' },
		{ label: '$(desktop-download) Import API Errors…', command: 'apiErrors.importCatalog' },
	];
	const items: readonly (QuickPickItem | CatalogItem | CommandItem)[] = [...catalogItems(catalogs), ...more];
	const options = {
		title: 'Catalogs',
		placeHolder: 'Choose a catalog to open it',
		matchOnDescription: true,
		matchOnDetail: true,
	};
	const chosen = await window.showQuickPick(items, options);
	if (!chosen) return;
	if ('catalog' in chosen) await window.showTextDocument(addressOf(chosen.catalog));
	if ('command' in chosen) await commands.executeCommand(chosen.command);
}
