import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { keyOf } from '../project/places.ts';

/** The open documents by their files, however a client spells these. */
export class OpenDocuments {
	readonly #documents: TextDocuments<TextDocument>;
	readonly #spellings = new Map<string, string>();

	constructor(documents: TextDocuments<TextDocument>) {
		this.#documents = documents;
	}

	add(uri: string): void {
		this.#spellings.set(keyOf(uri), uri);
	}

	delete(uri: string): void {
		this.#spellings.delete(keyOf(uri));
	}

	/** Undefined for a file that is not open. */
	get(uri: string): TextDocument | undefined {
		const spelling = this.#spellings.get(keyOf(uri));
		return spelling === undefined ? undefined : this.#documents.get(spelling);
	}
}
