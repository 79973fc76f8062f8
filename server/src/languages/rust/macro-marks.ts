/** What the grammar is given for characters of the text, by their offsets; each piece is as long as what it stands for. */
export type Pieces = Map<number, string>;

/** A mark in what a macro is given. */
export interface Mark {
	readonly text: string;
	readonly at: number;
	/** How many brackets are open around it; 1 right in the macro. A bracket counts for itself. */
	readonly depth: number;
}

/** UTF-16 units: what a macro is given is not looked at further. */
const longest = 50_000;
/** Comments and texts, which hide marks, and marks. */
const marks =
	/\/\/[^\n]*|\/\*[\s\S]*?\*\/|\bb?r(#*)"[\s\S]*?"\1|"(?:\\[\s\S]|[^"\\])*"|'(?:\\(?:u\{[^}]*\}|[^u])|[^\\'\n])'|=>|::|\.\.=|\.\.|\|\||[()[\]{}|,:;@#$?%]|\b(?:if|ref|mut)\b/g;

/** The marks in what stands in brackets, which open at the offset, the closing one last; undefined where none closes. */
export function marksIn(text: string, open: number): readonly Mark[] | undefined {
	const found: Mark[] = [];
	const scan = new RegExp(marks);
	scan.lastIndex = open;
	let depth = 0;
	for (let match = scan.exec(text); match && match.index - open < longest; match = scan.exec(text)) {
		const [mark] = match;
		if (mark.length > 3 || /^["'/]|"/.test(mark)) continue;
		if ('([{'.includes(mark)) depth++;
		found.push({ text: mark, at: match.index, depth });
		if (')]}'.includes(mark) && --depth === 0) return found;
	}
	return undefined;
}

/** Leaves nothing between two offsets but line breaks. */
export function blank(pieces: Pieces, text: string, from: number, to: number): void {
	if (to > from) pieces.set(from, text.slice(from, to).replace(/[^\n\r]/g, ' '));
}

/** Leaves only a few words, which must have room there before a line breaks. */
export function put(pieces: Pieces, text: string, from: number, to: number, words: string): boolean {
	const rest = text.slice(from, to).replace(/[^\n\r]/g, ' ');
	if (rest.search(/[\n\r]|$/) < words.length) return false;
	pieces.set(from, words + rest.slice(words.length));
	return true;
}
