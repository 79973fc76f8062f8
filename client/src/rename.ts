import type { Middleware } from 'vscode-languageclient';

/** What the client library makes of it when the server has nothing against a name. */
const nothingToSay = "The element can't be renamed.";

/**
 * Refuses to rename codes, with the server's reason, and stays out of the way otherwise: a refusal of ours, even without
 * a reason, would keep VS Code from going on with the rename of an extension that is not asked beforehand.
 */
export const renameLeftToLanguages: Middleware = {
	async prepareRename(document, position, token, next) {
		try {
			return await next(document, position, token);
		} catch (error) {
			if (error instanceof Error && error.message !== nothingToSay) throw error;
			return null;
		}
	},
};
