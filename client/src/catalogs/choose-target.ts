import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { ListedCatalog } from '../../../server/src/protocol.ts';
import { title } from './import-source.ts';

/** Where errors go that are imported: into a catalog that is there, or into a new one. */
export type Target = { readonly into: Uri } | { readonly as: 'json' | 'yaml' };

interface TargetItem extends QuickPickItem {
	readonly target: Target;
}

/**
 * Asks where imported errors go; the catalog with the id that the source suggests comes first, then the one that is open.
 * @param catalogs those in reach
 */
export async function chooseTarget(id: string, catalogs: readonly ListedCatalog[]): Promise<Target | undefined> {
	const active = window.activeTextEditor && `${window.activeTextEditor.document.uri}`;
	const rank = ({ id: own, uri }: ListedCatalog) => (own === id ? 2 : 0) + (uri === active ? 1 : 0);
	const updates = catalogs.filter(isOfWorkspace).toSorted((a, b) => rank(b) - rank(a));
	const likely = updates.filter((catalog) => rank(catalog) > 0);
	const created: readonly TargetItem[] = [
		{ label: '$(new-file) New Catalog in JSON', target: { as: 'json' } },
		{ label: '$(new-file) New Catalog in YAML', target: { as: 'yaml' } },
	];
	const others = updates.filter((catalog) => !likely.includes(catalog));
	const items = [...likely.map(updateItem), ...created, ...others.map(updateItem)];
	const placeHolder = 'Where do the errors go? Nothing is written before you have seen it';
	return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.target;
}

function updateItem({ name, uri = '' }: ListedCatalog): TargetItem {
	const into = Uri.parse(uri);
	return { label: `$(sync) Update ${workspace.asRelativePath(into)}`, description: name, target: { into } };
}

/** Whether it is the user's own to change; what a package ships is not. */
function isOfWorkspace({ uri }: ListedCatalog): boolean {
	return (
		uri !== undefined && !/\/node_modules\//.test(uri) && workspace.getWorkspaceFolder(Uri.parse(uri)) !== undefined
	);
}
