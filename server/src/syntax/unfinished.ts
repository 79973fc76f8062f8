import type { TypedValue } from './language.ts';

/** What a scan of unfinished code found open at its end. */
export interface Unfinished {
	/** Brackets that are not closed, and words that open what another closes, outermost first. */
	readonly brackets: readonly string[];
	/** The quote that is open: its mark, and its UTF-16 offset. */
	readonly quote: { readonly mark: string; readonly at: number } | undefined;
	/** Whether the end stands where nothing is typed that counts, such as a comment. */
	readonly isSilent: boolean;
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Scans code for what is open at its end.
 * @param token matches, with the flags `gu` or `g`, all that hides brackets, and single brackets. What is closed, such
 * as a whole string, needs no group. The group `quote` is the mark of a value that is open at the end; `silent` is what
 * runs to the end and holds nothing to be completed: a comment, a text of several lines. The groups `opens` and `closes`
 * are words that do what brackets do.
 */
export function scanUnfinished(text: string, token: RegExp): Unfinished {
	const brackets: string[] = [];
	let quote: Unfinished['quote'];
	let isSilent = false;
	for (const match of text.matchAll(token)) {
		const [found] = match;
		const { quote: mark, silent, opens, closes } = match.groups ?? {};
		if (silent !== undefined) isSilent = true;
		else if (mark !== undefined) quote = { mark, at: match.index };
		else if (pairs[found] || opens !== undefined) brackets.push(found);
		else if (closes !== undefined || found === ')' || found === ']' || found === '}') brackets.pop();
	}
	return { brackets, quote, isSilent };
}

/** What closes brackets, innermost first; `word` closes what a word opens. */
export function closingOf(brackets: readonly string[], word = ''): string {
	return brackets
		.map((bracket) => pairs[bracket] ?? word)
		.reverse()
		.join('');
}

/** What is asked of a language to tell what is being typed. */
export interface TypingWords {
	/** As in `scanUnfinished`. */
	readonly token: RegExp;
	/** A word, a number or a name with what it belongs to, at the end of a text. */
	readonly wordAtEnd: RegExp;
	/**
	 * What must follow the value, likeliest first.
	 * @param line what stands before the value in its line
	 * @param open what is open where the scan ends
	 */
	after(line: string, open: Unfinished): readonly string[];
	/** Whether strings or comments may reach over lines, so that the scan must begin at the start of the text. */
	readonly reachesOverLines?: boolean;
}

/** What is being typed at the end of `before`; undefined where nothing is that counts. */
export function typedValue(before: string, words: TypingWords): TypedValue | undefined {
	const from = words.reachesOverLines ? 0 : before.lastIndexOf('\n') + 1;
	const open = scanUnfinished(before.slice(from), words.token);
	if (open.isSilent) return undefined;
	const at = open.quote ? from + open.quote.at : before.length - (words.wordAtEnd.exec(before)?.[0].length ?? 0);
	const line = before.slice(before.lastIndexOf('\n', at - 1) + 1, at);
	return { length: before.length - at, quote: open.quote?.mark, after: words.after(line, open) };
}
