import type { Span } from '../syntax/span.ts';

/** A kind of file that holds code in other languages. */
export interface Container {
	readonly name: string;
	/** The editor's id, or those of editors that do not agree. */
	readonly ids: readonly string[];
	readonly extensions: readonly string[];
	/** Editor id of the language whose imports its code has; undefined where none of it is imported or imports files. */
	readonly importsAs: string | undefined;
	/** Why nothing is warned about in its code, as half a sentence, unless the code itself names its API; undefined elsewhere. */
	readonly quiet: string | undefined;
	/** The code in a text, in its order. Nothing throws: what is broken or unfinished is read as far as it goes. */
	regions(text: string): readonly Region[];
}

/** Code of one language in a container. */
export interface Region {
	/** Editor id. */
	readonly languageId: string;
	/** The code by itself. */
	readonly text: string;
	/** Where the code stands in the container, in the order of the code. */
	readonly pieces: readonly Piece[];
	/** Offset in `text` from which on nothing is warned about, because too little of the code is seen. */
	readonly quietFrom?: number;
	/** Whether text written into the code can go into the container as it is. */
	readonly isEditable: boolean;
}

/** A run of code that stands in the container as it is. */
export interface Piece {
	/** UTF-16 offset in the code. */
	readonly at: number;
	/** UTF-16 offset in the container. */
	readonly from: number;
	readonly length: number;
}

/** A span of a container's text that is code, and what must be written before it so that it stands alone. */
export interface Cut extends Span {
	readonly glue?: string;
}

/** A region of what is cut out of a container's text; what is written between the cuts stands nowhere in it. */
export function regionOf(
	languageId: string,
	text: string,
	cuts: readonly Cut[],
	{ quietFrom, isEditable = true }: { readonly quietFrom?: number; readonly isEditable?: boolean } = {},
): Region {
	const pieces: Piece[] = [];
	let code = '';
	let quietAt: number | undefined;
	for (const [index, { start, end, glue = '' }] of cuts.entries()) {
		if (index === quietFrom) quietAt = code.length;
		code += glue;
		pieces.push({ at: code.length, from: start, length: end - start });
		code += text.slice(start, end);
	}
	return { languageId, text: code, pieces, isEditable, ...(quietAt !== undefined && { quietFrom: quietAt }) };
}
