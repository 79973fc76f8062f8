import type { TextDocument } from 'vscode-languageserver-textdocument';

/** A document that may be a part of another: code in a page, a cell of a notebook. */
export interface SourceDocument
	extends Pick<TextDocument, 'uri' | 'languageId' | 'version' | 'lineCount' | 'getText' | 'positionAt' | 'offsetAt'> {
	/** What tells it from other code with the same URI. */
	readonly key?: string;
	/** Why nothing is warned about in it, as half a sentence, unless it names its API itself. */
	readonly quiet?: string;
	/** Whether nothing is warned about at an offset, because too little of the code around it is seen. */
	readonly isQuietAt?: (offset: number) => boolean;
	/** Whether text can be written into it as it is; true if left out. */
	readonly isEditable?: boolean;
}

/** What a document is kept under. */
export function keyOfDocument({ uri, key }: SourceDocument): string {
	return key === undefined ? uri : `${uri}#${key}`;
}
