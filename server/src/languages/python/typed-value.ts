import type { TypedValue } from '../../syntax/language.ts';

/** What the scan of unfinished code found open at its end. */
interface Open {
	/** Brackets that are not closed, outermost first. */
	readonly brackets: readonly string[];
	/** The quote that is open, and where it stands. */
	readonly quote: { readonly mark: string; readonly at: number } | undefined;
	readonly inComment: boolean;
	/** Whether the end stands in a text of several lines. */
	readonly inText: boolean;
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** A word, a number or a dotted name at the end of a text. */
const wordAtEnd = /[\w.]*$/;
const token =
	/#[^\n]*|(['"])\1\1(?:\\[\s\S]|(?!\1\1\1)[\s\S])*(?:\1{3}|$)|(['"])(?:\\[\s\S]|(?!\2)[^\\\n])*(?:\2|(?=\n)|$)|[()[\]{}]/g;

/** What is being typed at the end of `before`; undefined inside a comment or a text of several lines. */
export function typedAt(before: string): TypedValue | undefined {
	const open = openIn(before);
	if (open.inComment || open.inText) return undefined;
	const at = open.quote?.at ?? before.length - (wordAtEnd.exec(before)?.[0].length ?? 0);
	const line = before.slice(before.lastIndexOf('\n', at - 1) + 1, at);
	return { length: before.length - at, quote: open.quote?.mark, after: afterIn(line, open.brackets.length > 0) };
}

/** What makes the line whole: a case needs statements, and so does a test that has no colon yet. */
function afterIn(line: string, inBrackets: boolean): readonly string[] {
	if (/^\s*case\b(?:[^"'#]|"[^"]*"|'[^']*')*$/.test(line) && !inBrackets) return [': pass', ' if 1: pass #'];
	if (/(?:^|[{,])\s*$/.test(line)) return ['', ': 0,'];
	if (/^\s*(?:if|elif|while)\b/.test(line) && !inBrackets) return ['', ': pass'];
	return [''];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return openIn(before)
		.brackets.map((bracket) => pairs[bracket] ?? '')
		.reverse()
		.join('');
}

/** Scans code for what is open at its end. A plain quote never reaches over a line's end, three of them do. */
function openIn(text: string): Open {
	const brackets: string[] = [];
	let quote: Open['quote'];
	let inComment = false;
	let inText = false;
	for (const match of text.matchAll(token)) {
		const [found] = match;
		const first = found[0] ?? '';
		const reachesEnd = match.index + found.length === text.length;
		if (pairs[first]) brackets.push(first);
		else if (')]}'.includes(first)) brackets.pop();
		else if (first === '#') inComment = reachesEnd;
		else if (match[1]) inText = reachesEnd && (found.length < 6 || !found.endsWith(first.repeat(3)));
		else if (reachesEnd && (found.length === 1 || !found.endsWith(first))) quote = { mark: first, at: match.index };
	}
	return { brackets, quote, inComment, inText };
}
