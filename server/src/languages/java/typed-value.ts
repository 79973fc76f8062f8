import type { TypedValue } from '../../syntax/language.ts';

/** What the scan of unfinished code found open at its end. */
interface Open {
	/** Brackets that are not closed, outermost first. */
	readonly brackets: readonly string[];
	/** Where the quote that is open stands. */
	readonly quote: number | undefined;
	readonly inComment: boolean;
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** A word, a number or a dotted name at the end of a text. */
const wordAtEnd = /[\w$.]*$/;

/** What is being typed at the end of `before`; undefined inside a comment, a character and a text block. */
export function typedAt(before: string): TypedValue | undefined {
	const lineStart = before.lastIndexOf('\n') + 1;
	const open = openIn(before.slice(lineStart));
	if (open.inComment) return undefined;
	const at =
		open.quote === undefined ? before.length - (wordAtEnd.exec(before)?.[0].length ?? 0) : lineStart + open.quote;
	const line = before.slice(lineStart, at);
	const after = /\bcase\s*$/.test(line) ? afterCase(before) : /\bcase\b[^:>]*,\s*$/.test(line) ? [' -> {}', ':'] : [''];
	return { length: before.length - at, quote: open.quote === undefined ? undefined : '"', after };
}

/** The arms of a switch are all of one kind. */
function afterCase(before: string): readonly string[] {
	const body = before.slice(before.lastIndexOf('switch'));
	return /\bcase\b[^:;{}]*->/.test(body) ? [' -> {}', ':'] : [':', ' -> {}'];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return openIn(before)
		.brackets.map((bracket) => pairs[bracket] ?? '')
		.reverse()
		.join('');
}

/** Scans code for what is open at its end. A quote never reaches over a line's end, a text block does. */
function openIn(text: string): Open {
	const brackets: string[] = [];
	const token =
		/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"""(?:\\[\s\S]|(?!""")[^\\])*(?:"""|$)|(["'])(?:\\.|(?!\1)[^\\\n])*(?:\1|(?=\n)|$)|[()[\]{}]/g;
	let quote: number | undefined;
	let inComment = false;
	for (const match of text.matchAll(token)) {
		const [found] = match;
		const first = found[0] ?? '';
		const reachesEnd = match.index + found.length === text.length;
		if (pairs[first]) brackets.push(first);
		else if (')]}'.includes(first)) brackets.pop();
		else if (first === '/') inComment = reachesEnd && !found.endsWith('*/');
		else if (!reachesEnd || (found.length > 1 && found.endsWith(first))) continue;
		else if (first === '"' && !found.startsWith('"""')) quote = match.index;
		else inComment = true;
	}
	return { brackets, quote, inComment };
}
