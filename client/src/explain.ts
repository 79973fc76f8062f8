import { languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Pages } from './pages.ts';

/** Shows what the server knows about the place of the cursor, and why. */
export async function explain(client: BaseLanguageClient, pages: Pages): Promise<void> {
	const editor = window.activeTextEditor;
	const { documentSelector = [] } = client.clientOptions;
	if (
		!editor ||
		languages.match(client.protocol2CodeConverter.asDocumentSelector(documentSelector), editor.document) === 0
	) {
		void window.showInformationMessage(
			'Open a file in a language that is read, or a catalog, and put the cursor on the place to explain.',
		);
		return;
	}
	const { document, selection } = editor;
	const { line, character } = selection.active;
	const file = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
	await pages.showPlace(`${file}, line ${line + 1}`, {
		textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
		position: { line, character },
	});
}
