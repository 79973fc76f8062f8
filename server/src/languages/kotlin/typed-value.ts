import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue } from '../../syntax/unfinished.ts';

/** A quote never reaches over a line's end, a text between three does. */
const token =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*(?=\n)|"""[\s\S]*?"""|(?<silent>\/[/*][\s\S]*$|"""[\s\S]*$|'(?:\\.|[^'\\\n])*$)|(['"])(?:\\.|(?!\2)[^\\\n])*(?:\2|(?=\n))|(?<quote>")[\s\S]*$|[()[\]{}]/g;

/** What is being typed at the end of `before`; undefined inside a comment, a character and a text of several lines. */
export function typedAt(before: string): TypedValue | undefined {
	return typedValue(before, { token, wordAtEnd: /[\w.]*$/, after: (line) => afterIn(line, before) });
}

/** At the start of a line in a `when`, and after a comma there, what is typed is what leads into a branch. */
function afterIn(line: string, before: string): readonly string[] {
	const isLabel = /^\s*(?:!?in\s+)?(?:[\w."]+\s*,\s*)*$/.test(line) || /\{\s*$/.test(line);
	return isLabel && /\bwhen\b/.test(before) ? [' -> {}', ''] : ['', ' -> {}'];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return closingOf(scanUnfinished(before, token).brackets);
}
