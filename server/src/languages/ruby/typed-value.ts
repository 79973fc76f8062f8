import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue, type Unfinished } from '../../syntax/unfinished.ts';

/** Comments and strings; of the latter only those that a quote begins, which never reach over a line's end here. */
const hidden = [
	/^=begin\b[\s\S]*?^=end\b/,
	/#[^\n]*(?=\n)/,
	/(["'`])(?:\\[\s\S]|(?!\1)[^\\\n])*(?:\1|(?=\n))/,
	/(?<silent>#[^\n]*(?![\s\S])|^=begin\b[\s\S]*)/,
	/(?<quote>["'])[^\n]*(?![\s\S])/,
];
/** Words that open what `end` closes, but no keys, symbols or methods. */
const opening = [
	/(?:class|module|case|begin|def(?!\s+[\w.]+[?!]?(?:\([^()\n]*\))?\s*=\s))/,
	// After a loop's own word, `do` opens nothing more.
	/do(?<!^[ \t]*(?:while|until|for)\b[^\n;]*)/,
	// Behind a statement, these only say when it runs.
	/(?:if|unless|while|until|for)(?<=(?:^|[=([{,;|&!]|\b(?:then|else|do|and|or|not|return))[ \t]*(?:if|unless|while|until|for))/,
];
const alone = String.raw`(?<![.\w@$:?])`;
const noKey = String.raw`\b(?![:?!])`;
const sourceOf = (patterns: readonly RegExp[]): string => patterns.map(({ source }) => source).join('|');
const token = new RegExp(
	`${sourceOf(hidden)}|[()[\\]{}]|${alone}(?<opens>${sourceOf(opening)})${noKey}|${alone}(?<closes>end)${noKey}`,
	'gm',
);
/** A number, a name with what it belongs to, or a symbol at the end of a text. */
const wordAtEnd = /(?:[A-Za-z_@]\w*(?:::|\.))*\w*$|:\w*$/;

/** What is being typed at the end of `before`; undefined inside a comment. */
export function typedAt(before: string): TypedValue | undefined {
	return typedValue(before, { token, wordAtEnd, after: afterIn, reachesOverLines: true });
}

/** What makes the line whole: nothing has to, but a case with something to do takes what follows for its own. */
function afterIn(line: string, _open: Unfinished): readonly string[] {
	if (/^\s*(?:when|in)\b(?:[^"'#]|"[^"]*"|'[^']*')*$/.test(line)) return [' then', ''];
	if (/(?:^|[{,])\s*$/.test(line)) return ['', ' => 0,'];
	return [''];
}

/** What closes everything that is open at the end of `before`. */
export function closing(before: string): string {
	return closingOf(scanUnfinished(before, token).brackets, '\nend');
}
