import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue } from '../../syntax/unfinished.ts';

/** A quote never reaches over a line's end, a template does. */
const token =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*(?=\n)|(?<silent>\/[/*][\s\S]*$)|(['"])(?:\\.|(?!\2)[^\\\n])*(?:\2|(?=\n))|`(?:\\[\s\S]|[^`\\])*`|(?<quote>['"`])[\s\S]*$|[()[\]{}]/g;

/** What is being typed at the end of `before`; undefined inside a comment. */
export function typedAt(before: string): TypedValue | undefined {
	return typedValue(before, { token, wordAtEnd: /[\w$.]*$/, after: afterIn });
}

function afterIn(line: string): readonly string[] {
	if (/\bcase\s*$/.test(line)) return [':'];
	return /(^|[{,])\s*$/.test(line) ? ['', ': 0,'] : [''];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return closingOf(scanUnfinished(before, token).brackets);
}
