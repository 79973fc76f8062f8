import { blank, type Mark, marksIn, type Pieces, put } from './macro-marks.ts';

/** `macro_rules! name { ($a:expr) => { … }; }` as a module of functions; what cannot be read so is left out. */
export function readRules(text: string, start: number, open: number, pieces: Pieces): void {
	const found = marksIn(text, open);
	const name = /\w+\s*$/.exec(text.slice(start, open))?.[0] ?? '';
	if (!found || !put(pieces, text, start, open, `mod ${name}`)) return;
	const right = found.filter(({ depth, text: mark }) => (depth === 2 && /[()[\]{}]/.test(mark)) || depth === 1);
	for (let index = 1; index < right.length - 1; ) {
		const [opening, closing, arrow, body, end] = right.slice(index, index + 5);
		if (!opening || !end || !closing || arrow?.text !== '=>') {
			const one = right[index++];
			if (one) blank(pieces, text, one.at, one.at + 1);
		} else {
			index += 5;
			readRule(text, opening, body, end, pieces);
			readNames(
				text,
				found.filter(({ at }) => body && at > body.at && at < end.at),
				pieces,
			);
		}
	}
}

function readRule(text: string, opening: Mark, body: Mark | undefined, end: Mark, pieces: Pieces): void {
	const isBlock = body?.text === '{' && put(pieces, text, opening.at, body.at, 'fn r()');
	if (!isBlock) blank(pieces, text, opening.at, end.at + 1);
}

/** `$name` as a name, and `$( … ),*` as what is repeated. */
function readNames(text: string, found: readonly Mark[], pieces: Pieces): void {
	const repeated: boolean[] = [];
	for (const { text: mark, at } of found) {
		if (mark === '$') pieces.set(at, text[at + 1] === '(' ? ' ' : '_');
		else if ('([{'.includes(mark)) repeated.push(text[at - 1] === '$');
		else if (')]}'.includes(mark) && repeated.pop()) {
			const sign = /^\)\s*(?:[^\s*+?]{0,2}\s*)?[*+?]/.exec(text.slice(at, at + 20))?.[0] ?? ')';
			blank(pieces, text, at + 1, at + sign.length);
		}
	}
}
