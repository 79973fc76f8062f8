import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalysisContext } from '../analysis/analyzer.ts';
import type { SourceDocument } from '../analysis/source-document.ts';
import type { DocumentSettings } from './document-settings.ts';

/** A document, or code in one, with all that decides what is said about it. */
export interface DocumentState {
	readonly document: SourceDocument;
	readonly settings: DocumentSettings;
	readonly context: AnalysisContext;
}

/** A document that is open in the client. */
export interface OpenState extends DocumentState {
	readonly document: TextDocument;
	/** The code in it, or the document itself. */
	readonly parts: readonly SourceDocument[];
}
