import type { Range } from 'vscode-languageserver';
import type { SourceDocument } from '../analysis/source-document.ts';
import type { Span } from '../syntax/span.ts';

/** Offsets of a document as lines and UTF-16 columns. */
export function rangeOf(document: SourceDocument, { start, end }: Span): Range {
	return { start: document.positionAt(start), end: document.positionAt(end) };
}
