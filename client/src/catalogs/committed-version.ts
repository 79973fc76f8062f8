import { extensions, type Uri, workspace } from 'vscode';
import type { CatalogText } from '../../../server/src/protocol.ts';

/** The part of the built-in Git extension that is used here. */
interface GitExtension {
	getAPI(version: 1): {
		getRepository(uri: Uri): object | null;
		toGitUri(uri: Uri, reference: string): Uri;
	};
}

/** Reads what the last commit has of a file; undefined where Git is not there, is not loaded yet or does not know of it. */
export function committedVersion(uri: Uri): (() => Promise<CatalogText>) | undefined {
	const git = extensions.getExtension<GitExtension>('vscode.git');
	if (!git?.isActive) return undefined;
	try {
		const api = git.exports.getAPI(1);
		if (!api.getRepository(uri)) return undefined;
		const committed = api.toGitUri(uri, 'HEAD');
		return async () => ({ uri: `${uri}`, text: (await workspace.openTextDocument(committed)).getText() });
	} catch {
		// Git may be switched off by a setting, and then has no API.
		return undefined;
	}
}
