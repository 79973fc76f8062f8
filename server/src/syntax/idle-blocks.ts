import type { Interest } from './code-reader.ts';
import type { TopLevel } from './language.ts';
import type { Span } from './span.ts';

/** What may matter of a text, put together, and what was left out. */
export interface Sketch {
	readonly text: string;
	/** The pieces of which the sketch is made, in order. */
	readonly pieces: readonly Piece[];
	/** What was left out. */
	readonly idle: readonly string[];
}

/** Where a piece stands in the whole text, and where it begins in the sketch. */
interface Piece extends Span {
	readonly at: number;
}

/** UTF-16 units: what is shorter is parsed sooner than it is cut. */
const worthCutting = 1_500;
/** A part of the text: leaving out less than this saves less than the asking costs. */
const worthLeavingOut = 0.15;
/** UTF-16 units of a statement that tell whether its beginning makes it matter. */
const beginning = 1_000;

/** What counts as the end of a line for some grammars and not for others. */
const oddLineBreaks = /\r(?!\n)|[\v\f\x85\u2028\u2029]/;

/**
 * Leaves out what surely stands by itself at the top level of a text and cannot matter, so that it need not be parsed. The
 * pieces it asks about go from one line that surely begins a block to the next, and may hold several blocks. Undefined
 * where that is not worth it. Whoever parses the result checks that it has no error and that `movedBy` knows every block:
 * else something that was opened before a piece left out goes on behind it, and the text has to be read as it is.
 */
export function sketchOf(text: string, topLevel: TopLevel, interest: Interest): Sketch | undefined {
	if (text.length < worthCutting || oddLineBreaks.test(text)) return undefined;
	const starts = [0, ...cutsIn(text, topLevel), text.length];
	const pieces: Piece[] = [];
	const idle: string[] = [];
	let saved = 0;
	for (const [index, start] of starts.entries()) {
		const end = starts[index + 1];
		if (end === undefined || end === start) continue;
		const piece = text.slice(start, end);
		const last = pieces.at(-1);
		if (index > 0 && isIdle(piece, topLevel, interest)) {
			idle.push(piece);
			saved += piece.length;
		} else if (last?.end === start) pieces[pieces.length - 1] = { ...last, end };
		else pieces.push({ start, end, at: start - saved });
	}
	if (saved < text.length * worthLeavingOut) return undefined;
	return { text: pieces.map(({ start, end }) => text.slice(start, end)).join(''), pieces, idle };
}

/** How far what stands at a place of a sketch is moved in the whole text; undefined where it reaches into another piece. */
export function movedBy({ start, end }: Span, { pieces }: Sketch): number | undefined {
	let [low, high] = [0, pieces.length - 1];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((pieces[middle]?.at ?? 0) <= start) low = middle;
		else high = middle - 1;
	}
	const piece = pieces[low];
	if (!piece) return undefined;
	const by = piece.start - piece.at;
	return end + by <= piece.end ? by : undefined;
}

/** Where blocks surely begin; what is written above a block and belongs to it, such as `@cached`, stays with it. */
function cutsIn(text: string, { begins }: TopLevel): readonly number[] {
	const cuts: number[] = [];
	let isOpen = false;
	for (const { index } of text.matchAll(begins)) {
		if (!isOpen) cuts.push(index);
		isOpen = text[index] === '@';
	}
	return cuts;
}

function isIdle(piece: string, topLevel: TopLevel, interest: Interest): boolean {
	if (interest.mayMatter(piece)) return false;
	const statements = statementsIn(piece, topLevel);
	// A block is asked about from its own beginning: what begins with `if` may matter for that alone.
	return statements?.every((start) => !interest.mayMatter(piece.slice(start, start + beginning))) ?? false;
}

/** Words after which a statement goes on in the next line, and heads of statements whose body is still to come. */
const goesOn =
	/(?:^\s*(?:@.*|\w+)|^\s*(?:\W*\w+\s+)*?(?:if|for|while|with|else|do)\b.*|\b(?:export|default|async|await|declare|abstract|extends|implements|new|return|throw|yield|in|of|as|is|and|or|not|else|do|typeof|keyof|readonly|void|delete|instanceof|satisfies|case|static|from|import|var|const|let|type|func|chan|map|interface|struct|enum|function|class|namespace|module|lambda|go|defer|range|select))$/;

/**
 * Where statements may begin in a piece whose brackets balance, both in its code and with all that is quoted, and in which
 * nothing stays open at its end; undefined for any other.
 */
function statementsIn(
	piece: string,
	{ comment, isIndented, quotesOverLines }: TopLevel,
): readonly number[] | undefined {
	if (!isBalanced(piece)) return undefined;
	const starts: number[] = [];
	const open: number[] = [];
	let last = -1;
	let isAtStart = false;
	for (let at = 0; at < piece.length; at++) {
		const code = piece.charCodeAt(at);
		if (code === lineBreak) {
			isAtStart = open.length === 0;
			if (isAtStart && /[^\s\w$@#/)}\]'"]/.test(piece[at + 1] ?? '\n')) return undefined;
			if (isIndented && /[ \t]/.test(piece[at + 1] ?? '')) isAtStart = false;
			continue;
		}
		if (code === 32 || code === 9 || code === 13) continue;
		if (code === slash || code === hash) {
			const end = endOfComment(piece, at, comment);
			if (end === undefined) return undefined;
			if (end > at) {
				at = end - 1;
				continue;
			}
		}
		if (isAtStart) starts.push(at);
		isAtStart = false;
		const kind = code < 128 ? kinds[code] : 0;
		if (kind === quoteSign) {
			const end = endOfQuote(piece, at, quotesOverLines);
			if (end === undefined) return undefined;
			at = end - 1;
		} else if (kind === openingSign) {
			open.push(code);
		} else if (kind === closingSign && open.pop() !== openerOf(code)) return undefined;
		last = at;
		isAtStart = open.length === 0 && (kind === closingSign || code === semicolon) && code !== roundClosing;
	}
	if (open.length > 0 || last < 0) return undefined;
	const line = piece.slice(piece.lastIndexOf('\n', last) + 1, last + 1);
	return /[;)}\]'"`\w$]$/.test(line) && !goesOn.test(line) ? starts : undefined;
}

const [lineBreak, slash, hash, semicolon, roundClosing] = [10, 47, 35, 59, 41];
const [quoteSign, openingSign, closingSign] = [1, 2, 3];
/** What signs of ASCII do, by their numbers. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
	const sign = String.fromCharCode(code);
	return '"\'`'.includes(sign)
		? quoteSign
		: '([{'.includes(sign)
			? openingSign
			: ')]}'.includes(sign)
				? closingSign
				: 0;
});

const openerOf = (closing: number): number => (closing === roundClosing ? 40 : closing - 2);

/** Where a comment ends that begins at an offset, the offset itself where none does; undefined for one without an end. */
function endOfComment(piece: string, at: number, comment: TopLevel['comment']): number | undefined {
	if (piece.startsWith(comment, at)) {
		// It may be the end of a regular expression.
		if (piece[at - 1] === '\\') return undefined;
		const end = piece.indexOf('\n', at);
		return end < 0 ? piece.length : end;
	}
	if (comment !== '//' || !piece.startsWith('/*', at)) return at;
	const end = piece.indexOf('*/', at + 2);
	return end < 0 ? undefined : end + 2;
}

/** Whether there are as many brackets of each kind that open as close, and no other mark is left alone, quoted ones too. */
function isBalanced(piece: string): boolean {
	let round = 0;
	let square = 0;
	let curly = 0;
	for (let at = 0; at < piece.length; at++) {
		const sign = piece.charCodeAt(at);
		if (sign === 40) round++;
		else if (sign === 41) round--;
		else if (sign === 91) square++;
		else if (sign === 93) square--;
		else if (sign === 123) curly++;
		else if (sign === 125) curly--;
	}
	if (round !== 0 || square !== 0 || curly !== 0) return false;
	const opens = piece.split('/*').length;
	const isEven = piece.split('`').length % 2 === 1;
	return (
		isEven &&
		opens === piece.split('*/').length &&
		(opens === 1 || piece.lastIndexOf('*/') > piece.lastIndexOf('/*') + 1)
	);
}

/** The end of what is quoted from an offset on; undefined where it is open at the end of its line, or cannot be told. */
function endOfQuote(piece: string, start: number, quotesOverLines: readonly string[]): number | undefined {
	const long = quotesOverLines.find((one) => piece.startsWith(one, start));
	const quote = long ?? piece[start] ?? '';
	for (let at = start + quote.length; at < piece.length; at++) {
		if (piece[at] === '\\' && quote !== '`') at++;
		else if (piece.startsWith(quote, at)) {
			const end = at + quote.length;
			return quote !== '`' || isPlain(piece, start, end) ? end : undefined;
		} else if (piece[at] === '\n' && long === undefined) return undefined;
	}
	return undefined;
}

/** Whether what stands between backticks surely ends there: no code in it, and nothing in its line that may hide one. */
function isPlain(piece: string, start: number, end: number): boolean {
	const quoted = piece.slice(start, end);
	if (/\\|\$\{[^{}]*$/.test(quoted)) return false;
	const lineEnd = piece.indexOf('\n', end);
	const line = piece.slice(piece.lastIndexOf('\n', start) + 1, lineEnd < 0 ? piece.length : lineEnd);
	return line.split('`').length % 2 === 1 && !/^[^`]*\//.test(line.replace(/`[^`]*`/g, ''));
}
