import { type TextDocument, type Uri, workspace } from 'vscode';
import { type Middleware, vsdiag } from 'vscode-languageclient';

/**
 * Leaves out warnings about texts that cannot be changed, such as the old side of a comparison:
 * each would stand beside the same warning about the file itself.
 */
export const noWarningsInReadOnlyTexts: Middleware = {
	provideDiagnostics(document, previousResultId, token, next) {
		if (!isReadOnly(uriOf(document))) return next(document, previousResultId, token);
		return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
	},
	handleDiagnostics(uri, diagnostics, next) {
		next(uri, isReadOnly(uri) ? [] : diagnostics);
	},
};

function uriOf(document: TextDocument | Uri): Uri {
	return 'uri' in document ? document.uri : document;
}

function isReadOnly({ scheme }: Uri): boolean {
	const isWorkspace = workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme) ?? false;
	return !isWorkspace && workspace.fs.isWritableFileSystem(scheme) === false;
}
