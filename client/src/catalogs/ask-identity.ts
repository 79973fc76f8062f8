import { InputBoxValidationSeverity, type Uri, window, workspace } from 'vscode';
import { proposedId } from '../../../server/src/catalogs/writing/proposed-id.ts';
import { existingFile } from './catalog-folder.ts';
import { problemOfId } from './catalog-id.ts';

/** What a new catalog is called. */
export interface Identity {
	readonly id: string;
	readonly name: string;
}

/**
 * Asks for the name of an API, then for its id, which the name proposes. Undefined where the user gives up.
 * @param folder where the catalog is going to be; an id that a file there has is refused
 */
export async function askIdentity(
	title: string,
	folder: Uri | undefined,
	proposed: Partial<Identity>,
): Promise<Identity | undefined> {
	const name = await window.showInputBox({
		title,
		prompt: 'The name of the API, as people read it',
		placeHolder: 'Acme Payments',
		value: proposed.name ?? '',
		ignoreFocusOut: true,
		validateInput: (text) => (text.trim() === '' ? 'A catalog needs a name.' : undefined),
	});
	if (name === undefined) return undefined;
	const id = await window.showInputBox({
		title,
		prompt: 'Its id: the name of the file, and what comments such as // api-errors: acme-payments say',
		placeHolder: 'acme-payments',
		value: proposed.name?.trim() === name.trim() && proposed.id ? proposed.id : proposedId(name),
		ignoreFocusOut: true,
		validateInput: (text) => problemWithId(text.trim(), folder),
	});
	return id === undefined ? undefined : { id: id.trim(), name: name.trim() };
}

async function problemWithId(id: string, folder: Uri | undefined) {
	const problem = problemOfId(id);
	if (problem !== undefined) return problem;
	const there = folder && (await existingFile(folder, id));
	if (!there) return undefined;
	const message = `${workspace.asRelativePath(there)} is there already, and stays as it is.`;
	return { message, severity: InputBoxValidationSeverity.Error };
}
