import { type QuickPickItem, ThemeIcon, Uri, window, workspace } from 'vscode';
import type { ListedCatalog } from '../../../server/src/protocol.ts';
import { catalogPages } from '../pages.ts';
import { describeCatalog } from './describe-catalog.ts';

/** A catalog as a row of a list. */
export interface CatalogItem extends QuickPickItem {
	readonly catalog: ListedCatalog;
}

/** A row for each catalog: that of the active editor first, then the user's own, then those that come with us. */
export function catalogItems(catalogs: readonly ListedCatalog[]): readonly CatalogItem[] {
	const active = window.activeTextEditor && `${window.activeTextEditor.document.uri}`;
	const rank = (catalog: ListedCatalog) => (`${addressOf(catalog)}` === active ? 2 : catalog.uri === undefined ? 0 : 1);
	return catalogs
		.toSorted((a, b) => rank(b) - rank(a))
		.map((catalog): CatalogItem => {
			const place = catalog.uri === undefined ? undefined : workspace.asRelativePath(Uri.parse(catalog.uri));
			const { description, detail } = describeCatalog(catalog, place);
			const isWrong = catalog.problems.length > 0;
			const iconPath = new ThemeIcon(isWrong ? 'warning' : place === undefined ? 'package' : 'book');
			return { catalog, label: catalog.name, description, iconPath, ...(detail !== undefined && { detail }) };
		});
}

/** Where a catalog can be read: its file, or the page of one that comes with us. */
export function addressOf({ id, uri }: ListedCatalog): Uri {
	return Uri.parse(uri ?? `${catalogPages}${id}.json`);
}
