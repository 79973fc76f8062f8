/** A piece of a glob: text, or several globs of which one is meant. */
type Piece = string | readonly (readonly Piece[])[];

/** How far a text was read. */
interface Reading {
	readonly text: string;
	at: number;
}

/** Undefined where a brace is never closed, or closes nothing. */
function piecesOf(reading: Reading, isInside: boolean): readonly Piece[] | undefined {
	const { text } = reading;
	const pieces: Piece[] = [];
	let word = '';
	while (reading.at < text.length) {
		const sign = text[reading.at];
		if (isInside && (sign === ',' || sign === '}')) return [...pieces, word];
		if (sign === '}') return undefined;
		reading.at++;
		if (sign === '{') {
			const choices = choicesOf(reading);
			if (!choices) return undefined;
			pieces.push(word, choices);
			word = '';
		} else if (sign === '[') word += classAt(reading);
		else word += sign === '\\' ? `\\${text[reading.at++] ?? ''}` : sign;
	}
	return isInside ? undefined : [...pieces, word];
}

function choicesOf(reading: Reading): readonly (readonly Piece[])[] | undefined {
	const choices: (readonly Piece[])[] = [];
	for (;;) {
		const choice = piecesOf(reading, true);
		if (!choice) return undefined;
		choices.push(choice);
		if (reading.text[reading.at++] === '}') return choices;
	}
}

/** What is in brackets stands for itself. */
function classAt(reading: Reading): string {
	const end = reading.text.indexOf(']', reading.at + 1);
	const rest = end < 0 ? '' : reading.text.slice(reading.at, end + 1);
	reading.at += rest.length;
	return `[${rest}`;
}

/** How many texts come of the pieces. */
function countOf(pieces: readonly Piece[]): number {
	return pieces.reduce((product, piece) => {
		return typeof piece === 'string' ? product : product * piece.reduce((sum, choice) => sum + countOf(choice), 0);
	}, 1);
}

function textsOf(pieces: readonly Piece[]): readonly string[] {
	return pieces.reduce<readonly string[]>(
		(texts, piece) => {
			const ends = typeof piece === 'string' ? [piece] : piece.flatMap(textsOf);
			return texts.flatMap((text) => ends.map((end) => text + end));
		},
		[''],
	);
}

/**
 * The globs without braces that a glob with braces stands for: `a.{ts,js}` for `a.ts` and `a.js`.
 * @param most what there may be of them
 * @returns what is wrong, where they are more, or where braces do not fit
 */
export function withoutBraces(glob: string, most: number): readonly string[] | 'unbalanced' | 'too many' {
	const pieces = piecesOf({ text: glob, at: 0 }, false);
	if (!pieces) return 'unbalanced';
	return countOf(pieces) > most ? 'too many' : textsOf(pieces);
}
