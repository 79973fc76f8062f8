import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue, type Unfinished } from '../../syntax/unfinished.ts';

/** A quote never reaches over a line's end here, so that one that is open does not swallow what follows. */
const token =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*(?=\n)|(?<silent>\/[/*][\s\S]*$)|\bb?r(#*)"[\s\S]*?"\2|"(?:\\.|[^"\\\n])*(?:"|(?=\n))|'(?:\\.[^'\n]*|[^\\'\n])'|'\w+|(?<quote>")[\s\S]*$|[()[\]{}]/g;

/** What is being typed at the end of `before`; undefined inside a comment. */
export function typedAt(before: string): TypedValue | undefined {
	return typedValue(before, { token, wordAtEnd: /[\w:]*$/, after: afterIn });
}

/** An arm of a match begins a line, or stands after a comma or another pattern. */
function afterIn(line: string, { brackets }: Unfinished): readonly string[] {
	const inPattern = '(['.includes(brackets.at(-1) ?? ' ') ? closingOf(brackets.slice(lastBrace(brackets))) : '';
	if (/\blet\b[^=]*$/.test(line)) return [`${inPattern} = x {}`, ' = x;', ''];
	if (/^[\s}]*(?:else\s+)?(?:if|while)\b[^{]*$/.test(line)) return [' {}', ''];
	if (/(?:^|[{,|(]|=>\s*\{?[^{}]*\}?,?)\s*$/.test(line)) return [`${inPattern} => {}`, '', ' => {},', ', x)'];
	return [''];
}

function lastBrace(brackets: readonly string[]): number {
	return brackets.lastIndexOf('{') + 1;
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return closingOf(scanUnfinished(before, token).brackets);
}
