import type { TextDocument } from 'vscode-languageserver-textdocument';
import { whyTooLong } from '../analysis/directives/quiet-files.ts';
import type { SourceDocument } from '../analysis/source-document.ts';
import { isCell } from './cells.ts';
import type { Container } from './container.ts';
import { type EmbeddedDocument, embeddedDocument } from './embedded-document.ts';
import { containers } from './index.ts';
import { withoutMagics } from './magics.ts';

/** The container with an editor's id; undefined for a language. */
export function containerOf(languageId: string): Container | undefined {
	return containers.find(({ ids }) => ids.includes(languageId));
}

/**
 * The documents that are read in one: it itself, or what code it holds. Their positions are those of the document as long
 * as that has the same version.
 */
export function documentsIn(document: TextDocument): readonly SourceDocument[] {
	const container = containerOf(document.languageId);
	if (!container) return isCell(document.uri) ? cellIn(document) : [document];
	const text = document.getText();
	const quiet = container.quiet ?? whyTooLong(text);
	return container.regions(text).map((region, index) => embeddedDocument(document, region, String(index), quiet));
}

/** The document in which an offset of the container's text is; undefined where that is no code. */
export function documentAt(documents: readonly SourceDocument[], offset: number): SourceDocument | undefined {
	return documents.find((one) => !isEmbedded(one) || one.holds(offset));
}

function isEmbedded(document: SourceDocument): document is EmbeddedDocument {
	return 'holds' in document;
}

function cellIn(document: TextDocument): readonly SourceDocument[] {
	const text = document.getText();
	const code = withoutMagics(text);
	if (code === undefined) return [];
	if (code === text) return [document];
	const pieces = [{ at: 0, from: 0, length: code.length }];
	const region = { languageId: document.languageId, text: code, pieces, isEditable: true };
	return [embeddedDocument(document, region, 'cell', undefined)];
}
