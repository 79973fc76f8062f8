import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue } from '../../syntax/unfinished.ts';

/** A quote never reaches over a line's end, but in a verbatim string and in a raw one. */
const token =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*(?=\n)|\$*"""(?:(?!""")[\s\S])*"""|(?:\$?@|@\$)"(?:""|[^"])*"(?!")|(?<silent>\/[/*][\s\S]*$|\$*"""[\s\S]*$|(?:\$?@|@\$)"(?:""|[^"])*$|'(?:\\.|[^'\\\n])*$)|(['"])(?:\\.|(?!\2)[^\\\n])*(?:\2|(?=\n))|(?<quote>")[\s\S]*$|[()[\]{}]/g;

/** What is being typed at the end of `before`; undefined inside a comment, a character and a text of several lines. */
export function typedAt(before: string): TypedValue | undefined {
	return typedValue(before, { token, wordAtEnd: /[\w$.]*$/, after: (line) => afterIn(line, before) });
}

/** In a switch that is a value an arm has no word before its pattern. */
function afterIn(line: string, before: string): readonly string[] {
	if (/\bcase\b[^:]*$/.test(line)) return [':', ''];
	const isArm = /^\s*(?:(?:"[^"\n]*"|[\w.]+)\s+or\s+)*$/.test(line) || /\bswitch\s*\{[^;]*$/.test(line);
	return isArm && isInValueSwitch(before) ? [' => null,', ''] : [''];
}

/** Whether the innermost brace that is open belongs to a switch that is a value: the word stands after its subject. */
function isInValueSwitch(before: string): boolean {
	let depth = 0;
	for (let at = before.length - 1; at >= 0; at--) {
		const sign = before[at];
		if (sign === '}') depth++;
		else if (sign === '{' && depth-- === 0) return /[\w)\]!]\s+switch\s*$/.test(before.slice(Math.max(0, at - 40), at));
	}
	return false;
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return closingOf(scanUnfinished(before, token).brackets);
}
