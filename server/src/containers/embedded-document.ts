import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceDocument } from '../analysis/source-document.ts';
import type { Piece, Region } from './container.ts';

/** The code of a region as a document: its text and offsets are those of the code, its positions those of the container. */
export interface EmbeddedDocument extends SourceDocument {
	/** Whether an offset of the container's text is in the code, or right behind it. */
	holds(offset: number): boolean;
}

/**
 * @param container as it is now; positions are only right as long as it does not change
 * @param key tells the region from others of the container
 * @param quiet why nothing is warned about in the container, unless the code itself names its API
 */
export function embeddedDocument(
	container: TextDocument,
	region: Region,
	key: string,
	quiet: string | undefined,
): EmbeddedDocument {
	const { languageId, text, pieces, quietFrom = Number.POSITIVE_INFINITY, isEditable } = region;
	// A template may stand before the script that it is read after.
	const byPlace = pieces.toSorted((one, other) => one.from - other.from);
	const positionAt = (offset: number): Position => container.positionAt(inContainer(pieces, offset));
	const offsetAt = (position: Position): number => inCode(byPlace, container.offsetAt(position));
	return {
		uri: container.uri,
		version: container.version,
		languageId,
		key,
		lineCount: text.split('\n').length,
		...(quiet !== undefined && { quiet }),
		isEditable,
		isQuietAt: (offset) => offset >= quietFrom,
		getText: (range?: Range) => (range ? text.slice(offsetAt(range.start), offsetAt(range.end)) : text),
		positionAt,
		offsetAt,
		holds: (offset) => pieces.some(({ from, length }) => from <= offset && offset <= from + length),
	};
}

function inContainer(pieces: readonly Piece[], offset: number): number {
	const piece = lastAt(pieces, ({ at }) => at <= offset);
	return piece ? piece.from + Math.min(Math.max(offset - piece.at, 0), piece.length) : 0;
}

function inCode(pieces: readonly Piece[], offset: number): number {
	const piece = lastAt(pieces, ({ from }) => from <= offset);
	return piece ? piece.at + Math.min(Math.max(offset - piece.from, 0), piece.length) : 0;
}

/** The last piece that fits, or the first where none does; pieces are in order. */
function lastAt(pieces: readonly Piece[], fits: (piece: Piece) => boolean): Piece | undefined {
	let low = 0;
	let high = pieces.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const piece = pieces[middle];
		if (piece && fits(piece)) low = middle + 1;
		else high = middle;
	}
	return pieces[Math.max(0, low - 1)];
}
