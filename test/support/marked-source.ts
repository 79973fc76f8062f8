/** A source with the places that were marked in it. Offsets are UTF-16 units. */
export interface MarkedSource {
	/** The source without its marks. */
	readonly text: string;
	readonly marks: readonly Mark[];
}

/** What a comment of `^^^^ message` says about the line above it. */
export interface Mark {
	readonly start: number;
	readonly end: number;
	readonly message: string;
}

const cursor = '█';
const tabWidth = 4;
const markLine = /^([\t ]*)(\/\/|#|--|\/\*)([\t ]*)(\^+)(.*?)(?:\*\/)?[\t ]*\r?$/;

/** Takes the one cursor, written `█`, out of a source. Throws where there is not exactly one. */
export function readCursor(source: string): { readonly text: string; readonly offset: number } {
	const offset = source.indexOf(cursor);
	if (offset < 0 || source.indexOf(cursor, offset + 1) >= 0) throw new Error(`Not exactly one ${cursor} in: ${source}`);
	return { text: source.slice(0, offset) + source.slice(offset + cursor.length), offset };
}

/**
 * Takes lines of the form `//   ^^^^ message` out of a source; each marks what its carets stand under in the nearest
 * line above that is not a mark. Carets that follow the comment's opening directly include it, so that `//^^^` marks
 * what begins in the first column. A tab reaches to the next multiple of four.
 */
export function readMarks(source: string): MarkedSource {
	const kept: string[] = [];
	const marks: Mark[] = [];
	let lineStart = 0;
	let nextStart = 0;
	for (const line of source.split('\n')) {
		const match = markLine.exec(line);
		if (!match) {
			kept.push(line);
			lineStart = nextStart;
			nextStart += line.length + 1;
			continue;
		}
		const [, indent = '', opening = '', gap = '', carets = '', message = ''] = match;
		const above = kept.at(-1) ?? '';
		const from = widthOf(gap === '' ? indent : indent + opening + gap);
		const to = widthOf(indent + opening + gap) + carets.length;
		marks.push({
			start: lineStart + offsetAtWidth(above, from),
			end: lineStart + offsetAtWidth(above, to),
			message: message.trim(),
		});
	}
	return { text: kept.join('\n'), marks };
}

function widthOf(text: string): number {
	let width = 0;
	for (let index = 0; index < text.length; index++) width = widthAfter(text[index], width);
	return width;
}

function offsetAtWidth(line: string, wanted: number): number {
	let width = 0;
	for (let index = 0; index < line.length; index++) {
		if (width >= wanted) return index;
		width = widthAfter(line[index], width);
	}
	return line.length;
}

function widthAfter(character: string | undefined, width: number): number {
	return character === '\t' ? (Math.floor(width / tabWidth) + 1) * tabWidth : width + 1;
}
