import { commands, Disposable, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { compareCatalogs } from './compare-catalogs.ts';
import { type CreateArguments, createCatalog } from './create-catalog.ts';
import { exportCatalog } from './export-catalog.ts';
import { importErrors } from './import-errors.ts';
import { createPreviews } from './import-preview.ts';
import { createKeptTexts } from './kept-texts.ts';
import { followPageLinks } from './page-links.ts';
import { showCatalogs } from './show-catalogs.ts';

/** The commands for catalogs of one's own. */
export function registerCatalogCommands(client: BaseLanguageClient): Disposable {
	const texts = createKeptTexts();
	const previews = createPreviews(texts);
	/** What the explorer's menu gives; the command palette and keybindings give nothing, or something else. */
	const fileOf = (given: unknown) => (given instanceof Uri ? given : undefined);

	async function write(given: unknown): Promise<void> {
		if (await previews.write(fileOf(given) ?? window.activeTextEditor?.document.uri)) return;
		void window.showInformationMessage('Nothing is waiting to be written: run Import API Errors… first.');
	}

	return Disposable.from(
		texts,
		followPageLinks(),
		commands.registerCommand('apiErrors.createCatalog', (given?: CreateArguments) => createCatalog(given)),
		commands.registerCommand('apiErrors.importCatalog', (given) => importErrors(client, previews, given)),
		commands.registerCommand('apiErrors.writeImport', write),
		commands.registerCommand('apiErrors.exportCatalog', (given) => exportCatalog(client, fileOf(given))),
		commands.registerCommand('apiErrors.compareCatalogs', (given) => compareCatalogs(client, texts, fileOf(given))),
		commands.registerCommand('apiErrors.showCatalogs', () => showCatalogs(client)),
	);
}
