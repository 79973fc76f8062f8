import type { TypedValue } from '../../syntax/language.ts';

/** What the scan of unfinished code found open at its end. */
interface Open {
	/** Brackets that are not closed, outermost first. */
	readonly brackets: readonly string[];
	/** The quote that is open, and where it stands. */
	readonly quote: { readonly mark: string; readonly at: number } | undefined;
	readonly inComment: boolean;
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** A word, a number or a dotted name at the end of a text. */
const wordAtEnd = /[\p{L}\p{N}_.]*$/u;

/** What is being typed at the end of `before`; undefined inside a comment. */
export function typedAt(before: string): TypedValue | undefined {
	const lineStart = before.lastIndexOf('\n') + 1;
	const open = openIn(before.slice(lineStart));
	if (open.inComment) return undefined;
	const at = open.quote ? lineStart + open.quote.at : before.length - (wordAtEnd.exec(before)?.[0].length ?? 0);
	return { length: before.length - at, quote: open.quote?.mark, after: afterValue(before.slice(lineStart, at)) };
}

/** What must follow a value after what stands before it in its line. */
function afterValue(line: string): readonly string[] {
	if (/\bcase\b[^:]*$/.test(line)) return [':', ''];
	if (/^[\s}]*(?:else\s+)?if\b[^{]*$/.test(line)) return ['{}', ''];
	return /(^|[{,])\s*$/.test(line) ? ['', ': nil,'] : [''];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return openIn(before)
		.brackets.map((bracket) => pairs[bracket] ?? '')
		.reverse()
		.join('');
}

/** Scans code for what is open at its end. A quote never reaches over a line's end, a raw string does. */
function openIn(text: string): Open {
	const brackets: string[] = [];
	const token =
		/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(['"])(?:\\.|(?!\1)[^\\\n])*(?:\1|(?=\n)|$)|`[^`]*(?:`|$)|[()[\]{}]/g;
	let quote: Open['quote'];
	let inComment = false;
	for (const match of text.matchAll(token)) {
		const [found] = match;
		const first = found[0] ?? '';
		const reachesEnd = match.index + found.length === text.length;
		if (pairs[first]) brackets.push(first);
		else if (')]}'.includes(first)) brackets.pop();
		else if (first === '/') inComment = reachesEnd && !found.endsWith('*/');
		else if (reachesEnd && (found.length === 1 || !found.endsWith(first))) quote = { mark: first, at: match.index };
	}
	return { brackets, quote, inComment };
}
