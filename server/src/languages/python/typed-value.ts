import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue, type Unfinished } from '../../syntax/unfinished.ts';

/** A plain quote never reaches over a line's end, three of them do. */
const token =
	/#[^\n]*(?=\n)|(['"])\1\1(?:\\[\s\S]|(?!\1\1\1)[^\\])*\1{3}|(?<silent>#[^\n]*$|"""[\s\S]*$|'''[\s\S]*$)|(['"])(?:\\[\s\S]|(?!\3)[^\\\n])*(?:\3|(?=\n))|(?<quote>['"])[\s\S]*$|[()[\]{}]/g;

/** What is being typed at the end of `before`; undefined inside a comment or a text of several lines. */
export function typedAt(before: string): TypedValue | undefined {
	return typedValue(before, { token, wordAtEnd: /[\w.]*$/, after: afterIn, reachesOverLines: true });
}

/** What makes the line whole: a case needs statements, and so does a test that has no colon yet. */
function afterIn(line: string, { brackets }: Unfinished): readonly string[] {
	const inBrackets = brackets.length > 0;
	if (/^\s*case\b(?:[^"'#]|"[^"]*"|'[^']*')*$/.test(line) && !inBrackets) return [': pass', ' if 1: pass #'];
	// In a pattern with brackets, what follows in the line may be the rest of it, or nothing.
	if (/^\s*case\b/.test(line)) return ['', ` ${closingOf(scanUnfinished(line, token).brackets)}: pass #`];
	if (/(?:^|[{,])\s*$/.test(line)) return ['', ': 0,'];
	if (/^\s*(?:if|elif|while)\b/.test(line) && !inBrackets) return ['', ': pass'];
	return [''];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return closingOf(scanUnfinished(before, token).brackets);
}
