import { type QuickPickItem, type Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
	type CatalogText,
	type DiffCatalogsParams,
	diffCatalogs,
	type ListedCatalog,
	listCatalogs,
} from '../../../server/src/protocol.ts';
import { isRendered, showRendered, withLinksToFollow } from '../pages.ts';
import { committedVersion } from './committed-version.ts';
import type { KeptTexts } from './kept-texts.ts';
import { addressOf, type CatalogItem, catalogItems } from './pick-catalog.ts';
import { longRequest, request } from './request.ts';

const title = 'Compare Catalogs';

/** One side of a comparison. */
interface Side {
	readonly called: string;
	readonly read: () => Promise<CatalogText>;
}

/**
 * Shows what changed from an older version of a catalog to a newer one, and which code does not know the new codes.
 * @param file the newer one; asked for unless given
 */
export async function compareCatalogs(client: BaseLanguageClient, texts: KeptTexts, file?: Uri): Promise<void> {
	const catalogs = await request<readonly ListedCatalog[]>(client, 'Listing catalogs', listCatalogs, {});
	const newer = file ?? (await chooseNewer(catalogs));
	const older = newer && (await chooseOlder(newer, catalogs));
	if (!newer || !older) return;
	try {
		const params: DiffCatalogsParams = { old: await older.read(), new: await textOf(newer) };
		const name = workspace.asRelativePath(newer);
		const page = await longRequest<string>(client, `Comparing ${name} with ${older.called}`, diffCatalogs, params);
		if (page === undefined) return;
		const text = (await isRendered()) ? withLinksToFollow(page) : page;
		await showRendered(texts.keep(`What changed in ${nameOf(newer)}.md`, text), ViewColumn.Active);
	} catch (error) {
		void window.showErrorMessage(
			`The catalogs could not be compared: ${error instanceof Error ? error.message : error}`,
		);
	}
}

async function chooseNewer(catalogs: readonly ListedCatalog[]): Promise<Uri | undefined> {
	const placeHolder = 'Which catalog is the newer one?';
	const items: readonly NewerItem[] = [
		...catalogItems(catalogs.filter(({ uri }) => uri !== undefined)),
		{ label: '$(go-to-file) File…' },
	];
	const chosen = await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
	return chosen?.catalog ? addressOf(chosen.catalog) : chosen && chooseFile();
}

/** A catalog, or else any file. */
type NewerItem = QuickPickItem & Partial<CatalogItem>;

/** What there is to compare with: what is saved or committed of the same file, other catalogs, any file. */
async function chooseOlder(newer: Uri, catalogs: readonly ListedCatalog[]): Promise<Side | undefined> {
	const saved = savedVersion(newer);
	const committed = committedVersion(newer);
	const sides: (QuickPickItem & { readonly side: Side | undefined })[] = [
		...(saved ? [{ label: '$(save) What Was Saved Last', side: { called: 'what was saved last', read: saved } }] : []),
		...(committed
			? [{ label: '$(git-commit) The Last Commit', side: { called: 'the last commit', read: committed } }]
			: []),
		{ label: '$(go-to-file) File…', side: undefined },
		...catalogItems(catalogs.filter(({ uri }) => uri !== `${newer}`)).map(({ catalog, ...item }) => {
			return { ...item, side: { called: catalog.name, read: () => textOf(addressOf(catalog)) } };
		}),
	];
	const placeHolder = `What is ${workspace.asRelativePath(newer)} compared with?`;
	const chosen = await window.showQuickPick(sides, { title, placeHolder, matchOnDescription: true });
	if (!chosen || chosen.side) return chosen?.side;
	const file = await chooseFile();
	return file && { called: nameOf(file), read: () => textOf(file) };
}

/** What the disk has, where the editor shows something else. */
function savedVersion(uri: Uri): (() => Promise<CatalogText>) | undefined {
	const open = workspace.textDocuments.find((document) => `${document.uri}` === `${uri}`);
	if (!open?.isDirty || open.isUntitled) return undefined;
	return async () => ({ uri: `${uri}`, text: new TextDecoder().decode(await workspace.fs.readFile(uri)) });
}

async function chooseFile(): Promise<Uri | undefined> {
	const filters = { Catalogs: ['json', 'yaml', 'yml'] };
	return (await window.showOpenDialog({ title, openLabel: 'Compare', canSelectMany: false, filters }))?.[0];
}

async function textOf(uri: Uri): Promise<CatalogText> {
	return { uri: `${uri}`, text: (await workspace.openTextDocument(uri)).getText() };
}

function nameOf(uri: Uri): string {
	return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
