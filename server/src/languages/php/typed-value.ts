import type { TypedValue } from '../../syntax/language.ts';

/** What the scan of unfinished code found open at its end. */
interface Open {
	/** Brackets that are not closed, outermost first; `match` is the brace of one. */
	readonly brackets: readonly string[];
	/** The quote that is open, and where it stands. */
	readonly quote: { readonly mark: string; readonly at: number } | undefined;
	readonly inComment: boolean;
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', match: '};' };
/** What stands before the brace of a `match`, which is an expression and so ends no statement. */
const ofMatch = /\bmatch\s*\([^{};]*\)\s*$/;
/** UTF-16 units that are looked at for it. */
const headLength = 200;
/** What ends a block of the syntax with colons. */
const ends: Readonly<Record<string, string>> = { if: ' endif;', switch: ' endswitch;', match: '' };
/** A word, a number, or a name with what it belongs to, at the end of a text. */
const wordAtEnd = /(?:[\w$\\]|::|->)*$/;
/** An arm of a `match` is being begun: its brace is open right before, or a comma or a brace. */
const atArm = /(?:^|[{,])\s*$/;

/** What is being typed at the end of `before`; undefined inside a comment and in the page around the code. */
export function typedAt(before: string): TypedValue | undefined {
	const code = before.slice(codeStart(before));
	const from = before.length - code.length;
	if (from === 0 && !before.startsWith('<?')) return undefined;
	const lineStart = before.lastIndexOf('\n') + 1;
	const open = openIn(before.slice(Math.max(from, lineStart)));
	if (open.inComment || isInBlockComment(code)) return undefined;
	const at = open.quote
		? Math.max(from, lineStart) + open.quote.at
		: before.length - (wordAtEnd.exec(before)?.[0].length ?? 0);
	const line = before.slice(lineStart, at);
	const after = /\bcase\s*$/.test(line) ? [':'] : atArm.test(line) ? afterArm(code) : [''];
	return { length: before.length - at, quote: open.quote?.mark, after };
}

/** In a `match` a value needs what it leads to; in any other brace or list it may be an arm of one that is not seen. */
function afterArm(code: string): readonly string[] {
	return openIn(code).brackets.at(-1) === 'match' ? [' => 0,', ''] : ['', ' => 0,'];
}

/** The brackets that close everything open at the end of `before`. */
export function closing(before: string): string {
	const code = before.slice(codeStart(before));
	const { brackets } = openIn(code);
	const closed = brackets.map((bracket) => pairs[bracket] ?? '').reverse();
	return closed.length > 0 ? closed.join('') + (brackets[0] === '{' ? '' : ';') : endOfColons(code);
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

/** Where the code begins that the text ends with. */
function codeStart(text: string): number {
	const start = text.lastIndexOf('<?');
	const end = text.lastIndexOf('?>');
	return start < 0 || end > start ? 0 : start;
}

const isInBlockComment = (code: string): boolean => code.lastIndexOf('/*') > code.lastIndexOf('*/');

/** Scans code for what is open at its end. */
function openIn(text: string): Open {
	const brackets: string[] = [];
	const token =
		/(?:\/\/|#(?!\[))[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(['"])(?:\\[\s\S]|(?!\1)[^\\\n])*(?:\1|(?=\n)|$)|[()[\]{}]/g;
	let quote: Open['quote'];
	let inComment = false;
	for (const match of text.matchAll(token)) {
		const [found] = match;
		const first = found[0] ?? '';
		const reachesEnd = match.index + found.length === text.length;
		if (first === '{' && ofMatch.test(text.slice(Math.max(0, match.index - headLength), match.index)))
			brackets.push('match');
		else if (pairs[first]) brackets.push(first);
		else if (')]}'.includes(first)) brackets.pop();
		else if (first === '/' || first === '#') inComment = reachesEnd && !found.endsWith('*/');
		else if (reachesEnd && (found.length === 1 || !found.endsWith(first))) quote = { mark: first, at: match.index };
	}
	return { brackets, quote, inComment };
}
