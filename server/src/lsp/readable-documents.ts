import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readableIdFor } from '../containers/readable.ts';

/** Makes the documents that clients open, in the languages that we read, however an editor calls these. */
export const readableDocuments: TextDocumentsConfiguration<TextDocument> = {
	create: (uri, languageId, version, text) => TextDocument.create(uri, readableIdFor(languageId, uri), version, text),
	update: TextDocument.update,
};
