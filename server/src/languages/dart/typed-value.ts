import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue } from '../../syntax/unfinished.ts';

/** A quote ends with its line, three of them reach over lines; nothing is typed in those and in comments. */
const token =
	/\/\*[\s\S]*?\*\/|\/\/[^\n]*(?=\n)|'''(?:\\[\s\S]|(?!''')[^\\])*'''|"""(?:\\[\s\S]|(?!""")[^\\])*"""|(?<silent>(?:\/[/*]|'''|""")[\s\S]*$)|(?<=\br)(?:'[^'\n]*'|"[^"\n]*")|(['"])(?:\\.|(?!\2)[^\\\n])*(?:\2|(?=\n))|(?<quote>['"])[\s\S]*$|[()[\]{}]/g;
/** What stands before a value that leads into an arm of a switch that is a value. */
const armBegins = /\bswitch\s*\([^;{}]*\)\s*\{(?:(?!\b(?:case|default)\b)[^{};])*$/;
/** UTF-16 units that are looked at for it. */
const headLength = 4_000;

/** What is being typed at the end of `before`; undefined inside a comment and in a text in three quotes. */
export function typedAt(before: string): TypedValue | undefined {
	return typedValue(before, {
		token,
		wordAtEnd: /[\w$.]*$/,
		after: (line) => afterIn(line, before),
		reachesOverLines: true,
	});
}

/** A case of a statement ends with a colon; arms, rows of tables and elements of sets look alike where they begin. */
function afterIn(line: string, before: string): readonly string[] {
	if (/\bif\s*\(.*\bcase\b/.test(line)) return ['', ') {}'];
	if (/\bcase\b[^:]*$/.test(line)) return [':'];
	if (!/(?:^|[{,]|\|\|)\s*$/.test(line)) return [''];
	const head = before.slice(-headLength);
	const isArm = armBegins.test(head.slice(0, head.lastIndexOf(line) + line.length));
	return isArm ? [' => 0,', ''] : ['', ' => 0,', ': 0,'];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	return closingOf(scanUnfinished(before, token).brackets);
}
