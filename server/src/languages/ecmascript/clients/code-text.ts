import type { Span } from '../../../syntax/span.ts';

/** What stands before a slash that begins a regular expression: an operator, an opening bracket, a keyword, nothing. */
const beforeRegex =
	/(?:^|[(,=:[!&|?{};+*%~^-]|\b(?:return|typeof|case|in|of|delete|void|throw|await|yield|else|do))\s*$/;
/** A quote after a word is an apostrophe in the text of an element, but for words that take a value. */
const afterWord =
	/(?<!\b(?:case|return|typeof|in|of|from|import|default|else|throw|delete|void|await|yield|extends|as))(?<=[\w$])$/;
/** Text in which nothing begins or ends. */
const plainText = /[^'"`/{}]+/y;
const stringText = /(['"])((?:\\[\s\S]|(?!\1)[^\\\n])*)\1/y;
const regexText = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\\/[\n])+\//y;
const commentText = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;

/**
 * The text with blanks for comments, regular expressions and what strings hold, so that what is left is code; quotes,
 * line breaks and all offsets stay.
 */
export function codeOnly(text: string): string {
	const pieces: string[] = [];
	/** For each template that is open, how many braces are open in its substitution; -1 in its text. */
	const templates: number[] = [];
	let before = '';
	for (let at = 0; at < text.length; ) {
		const inside = templates.at(-1);
		const found = inside === -1 ? templateText(text, at) : tokenAt(text, at, before);
		if (inside === -1) templates.splice(-1, 1, ...(found.endsWith('`') ? [] : [0]));
		else if (found === '`') templates.push(-1);
		else if (inside !== undefined && found === '{') templates.splice(-1, 1, inside + 1);
		else if (inside !== undefined && found === '}') templates.splice(-1, 1, inside - 1);
		const piece = inside === -1 ? emptiedTemplate(found) : emptied(found);
		pieces.push(piece);
		before = (before + piece).slice(-40);
		at += found.length;
	}
	return pieces.join('');
}

/** The text of a template up to its end or to the next substitution, which are part of it. */
function templateText(text: string, at: number): string {
	return matchAt(/(?:\\[\s\S]|\$(?!\{)|[^\\`$])*(?:`|\$\{|\\?$)/y, text, at) ?? '';
}

function emptiedTemplate(found: string): string {
	const end = /`$|\$\{$/.exec(found)?.[0] ?? '';
	return blank(found.slice(0, found.length - end.length)) + end;
}

/** The comment, string or regular expression that begins at an offset, else one character. */
function tokenAt(text: string, at: number, before: string): string {
	const first = text[at] ?? '';
	if (first === "'" || first === '"') return (!afterWord.test(before) && matchAt(stringText, text, at)) || first;
	if (first !== '/') return matchAt(plainText, text, at) ?? first;
	const comment = matchAt(commentText, text, at);
	if (comment) return comment;
	return (beforeRegex.test(before.slice(-40)) && matchAt(regexText, text, at)) || first;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}

/** What is left of a token: all of it, or the quotes, or nothing. */
function emptied(token: string): string {
	if (token.length === 1 || !/^['"/]/.test(token)) return token;
	return token[0] === '/' ? blank(token) : token[0] + blank(token.slice(1, -1)) + token[0];
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** The pieces between commas that stand in no bracket, without the blanks around them; of `codeOnly` text. */
export function splitAtCommas(code: string, { start, end }: Span): readonly Span[] {
	const pieces: Span[] = [];
	let depth = 0;
	let from = start;
	for (let at = start; at <= end; at++) {
		const sign = code[at] ?? '';
		if (at < end && '([{'.includes(sign)) depth++;
		else if (at < end && ')]}'.includes(sign)) depth--;
		if (at < end && (sign !== ',' || depth > 0)) continue;
		const piece = trimmed(code, { start: from, end: at });
		if (piece.end > piece.start) pieces.push(piece);
		from = at + 1;
	}
	return pieces;
}

function trimmed(code: string, { start, end }: Span): Span {
	const text = code.slice(start, end);
	const from = start + text.length - text.trimStart().length;
	return { start: from, end: Math.max(from, start + text.trimEnd().length) };
}

/** The offset after the bracket that closes the one at `open`; the text's end where none does. */
export function closingAfter(code: string, open: number): number {
	let depth = 0;
	for (let at = open; at < code.length; at++) {
		const sign = code[at] ?? '';
		if ('([{'.includes(sign)) depth++;
		else if (')]}'.includes(sign) && --depth === 0) return at + 1;
	}
	return code.length;
}

/** Whether a name stands in the code, other than after a dot. */
export function mentions(code: string, name: string): boolean {
	return new RegExp(`(?<![\\w$.])${escaped(name)}(?![\\w$])`).test(code);
}

/** The first of the names that the code does not have. */
export function freeName(code: string, names: readonly string[]): string | undefined {
	return names.find((name) => !mentions(code, name));
}

/** A text as a regular expression that matches just it. */
export function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
