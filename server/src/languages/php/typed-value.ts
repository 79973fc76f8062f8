import type { TypedValue } from '../../syntax/language.ts';
import { closingOf, scanUnfinished, typedValue } from '../../syntax/unfinished.ts';

/**
 * All that hides brackets, the page between two pieces of code as well; then what opens something: the head of a
 * statement, which wants a body, and the brace of a `match`, which is an expression.
 */
const token = new RegExp(
	[
		String.raw`\/\*[\s\S]*?\*\/|(?:\/\/|#(?!\[))[^\n]*?(?=\n|\?>)|\?>[\s\S]*?<\?(?:php\b|=)?`,
		String.raw`<<<[ \t]*(['"]?)(\w+)\1\r?\n[\s\S]*?\n[ \t]*\2\b`,
		String.raw`(?<silent>\/\*[\s\S]*$|(?:\/\/|#(?!\[))[^\n]*$|<<<[ \t]*['"]?\w+['"]?\r?\n[\s\S]*$)`,
		String.raw`'(?:\\[\s\S]|[^\\'])*'|"(?:\\[\s\S]|[^\\"])*"|(?<quote>['"])[^\n]*$`,
		String.raw`(?<opens>\b(?:else\s*if|if|while|for|foreach)\s*\(|\bmatch\s*\([^{};]*\)\s*\{)|[()[\]{}]`,
	].join('|'),
	'g',
);
/** A word, a number, or a name with what it belongs to, at the end of a text. */
const wordAtEnd = /(?:[\w$\\]|::|->)*$/;
/** An arm of a `match` is being begun: its brace is open right before, or a comma or a brace. */
const atArm = /(?:^|[{,])\s*$/;
/** What ends a block of the syntax with colons. */
const ends: Readonly<Record<string, string>> = { if: ' endif;', switch: ' endswitch;' };

/** What is being typed at the end of `before`; undefined inside a comment and in the page around the code. */
export function typedAt(before: string): TypedValue | undefined {
	const code = before.slice(codeStart(before));
	if (!code.startsWith('<?') || code.lastIndexOf('?>') > code.lastIndexOf('<?')) return undefined;
	if (isInText(before)) return undefined;
	return typedValue(before, { token, wordAtEnd, after: (line, { brackets }) => afterIn(line, brackets, code) });
}

/** Whether the end stands in a comment or a text that began in a line above. */
function isInText(before: string): boolean {
	const lineStart = before.lastIndexOf('\n') + 1;
	const above = before.slice(codeStart(before), Math.max(codeStart(before), lineStart));
	return scanUnfinished(above, token).isSilent;
}

/** @param inLine the brackets that are open in the line */
function afterIn(line: string, inLine: readonly string[], code: string): readonly string[] {
	if (/\bcase\s*$/.test(line)) return [':'];
	const isArm = atArm.test(line);
	const isTest = /[=!]==?\s*$/.test(line) && !line.includes('=>');
	if (isTest && isHead(inLine.at(-1))) return [') {}', ''];
	if (!isArm && !isTest) return [''];
	// In a `match` a value needs what it leads to; in any other brace or list it may be an arm of one that is not seen.
	const isMatch = scanUnfinished(code, token).brackets.at(-1)?.startsWith('match') ?? false;
	return isMatch ? [' => 0,', ''] : isArm ? ['', ' => 0,'] : [''];
}

/** Whether what is open is the head of a statement that wants a body. */
const isHead = (open = ''): boolean => open.endsWith('(') && open.length > 1;

/** What closes everything that is open at the end of `before`. */
export function closing(before: string): string {
	const code = before.slice(codeStart(before));
	const { brackets } = scanUnfinished(code, token);
	if (brackets.length === 0) return endOfColons(code);
	const closed = brackets.toReversed().map((one) => {
		if (isHead(one)) return ') {}';
		return one.startsWith('match') ? '};' : closingOf([one]);
	});
	return closed.join('') + (brackets[0] === '{' ? '' : ';');
}

/** What ends the blocks that were begun with a colon and stand in no bracket. */
function endOfColons(code: string): string {
	const open: string[] = [];
	for (const [, word = ''] of code.matchAll(/\b(switch|if|endswitch|endif)\b(?=[^;{]*(?::|;))/g)) {
		if (word.startsWith('end')) open.pop();
		else if (new RegExp(`\\b${word}\\s*\\([^{;]*\\)\\s*:`).test(code)) open.push(word);
	}
	return open
		.reverse()
		.map((word) => ends[word] ?? '')
		.join('');
}

/** Where the first piece of code begins; 0 where there is none. */
function codeStart(text: string): number {
	return Math.max(0, text.indexOf('<?'));
}
