import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue } from '../../syntax/unfinished.ts';

/** A quote never reaches over a line's end, a raw string does. */
const token =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*(?=\n)|(?<silent>\/[/*][\s\S]*$)|(['"])(?:\\.|(?!\2)[^\\\n])*(?:\2|(?=\n))|`[^`]*`|(?<quote>['"`])[\s\S]*$|[()[\]{}]/g;

/** What is being typed at the end of `before`; undefined inside a comment. */
export function typedAt(before: string): TypedValue | undefined {
	return typedValue(before, { token, wordAtEnd: /[\p{L}\p{N}_.]*$/u, after: afterIn });
}

function afterIn(line: string): readonly string[] {
	if (/\bcase\b[^:]*$/.test(line)) return [':', ''];
	if (/^[\s}]*(?:else\s+)?if\b[^{]*$/.test(line)) return ['{}', ''];
	return /(^|[{,])\s*$/.test(line) ? ['', ': nil,'] : [''];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return closingOf(scanUnfinished(before, token).brackets);
}
