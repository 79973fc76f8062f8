import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue } from '../../syntax/unfinished.ts';

/** A quote never reaches over a line's end, a text block does. */
const token =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*(?=\n)|"""(?:\\[\s\S]|(?!""")[^\\])*"""|(?<silent>\/[/*][\s\S]*$|"""[\s\S]*$|'(?:\\.|[^'\\\n])*$)|(['"])(?:\\.|(?!\2)[^\\\n])*(?:\2|(?=\n))|(?<quote>")[\s\S]*$|[()[\]{}]/g;

/** What is being typed at the end of `before`; undefined inside a comment, a character and a text block. */
export function typedAt(before: string): TypedValue | undefined {
	return typedValue(before, { token, wordAtEnd: /[\w$.]*$/, after: (line) => afterIn(line, before) });
}

function afterIn(line: string, before: string): readonly string[] {
	if (/\bcase\s*$/.test(line)) return afterCase(before);
	return /\bcase\b[^:>]*,\s*$/.test(line) ? [' -> {}', ':'] : [''];
}

/** The arms of a switch are all of one kind. */
function afterCase(before: string): readonly string[] {
	const body = before.slice(before.lastIndexOf('switch'));
	return /\bcase\b[^:;{}]*->/.test(body) ? [' -> {}', ':'] : [':', ' -> {}'];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return closingOf(scanUnfinished(before, token).brackets);
}
