import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue } from '../../syntax/unfinished.ts';

/** A quote never reaches over a line's end, a text between three does. */
const token =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*(?=\n)|"""[\s\S]*?"""|(?<silent>\/[/*][\s\S]*$|"""[\s\S]*$)|"(?:\\.|[^"\\\n])*(?:"|(?=\n))|(?<quote>")[\s\S]*$|[()[\]{}]/g;

/** What is being typed at the end of `before`; undefined inside a comment and a text of several lines. */
export function typedAt(before: string): TypedValue | undefined {
	return typedValue(before, { token, wordAtEnd: /[\w.]*$/, after: afterIn });
}

/** A case needs its colon, a condition its block. */
function afterIn(line: string): readonly string[] {
	if (/\bcase\b[^:]*$/.test(line) && !/\b(?:if|guard|while)\s+case\b/.test(line)) return [': break', ''];
	if (/\bguard\b[^{]*$/.test(line)) return [' else { return }', ''];
	return /\b(?:if|while)\b[^{]*$/.test(line) ? [' {}', ''] : [''];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return closingOf(scanUnfinished(before, token).brackets);
}
