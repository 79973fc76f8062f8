import { plain } from './cell-text.ts';
import { isPhraseOf, isStatus, readStatusCell } from './status-cell.ts';

/** What stands where a table, a list or a heading names an error. */
export interface CodeCell {
	/** Codes that are words. */
	readonly words: readonly string[];
	/** Numbers: statuses, or codes of an API that counts its errors. */
	readonly numbers: readonly number[];
	/** Whether it is a range, such as `5xx` or `1000 – 1999`, which is no entry. */
	readonly isRange: boolean;
	/** Other words that stand beside it. */
	readonly title?: string;
	readonly isDeprecated: boolean;
}

const token = /^[\p{L}\p{N}_$@][\p{L}\p{N}_.:\-/#@$]{0,99}$/u;
const between = /\n|\s*[,;|]\s*|\s+(?:\/|or|and|oder|und|ou|et|o|y)\s+/;
const deprecation = /\(?\b(?:deprecated|veraltet|obsol[eè]te|obsoleto|legacy)\b\)?/i;

/** Whether a word could be a code where the place says that one stands there: one word with a letter in it. */
export function isToken(word: string): boolean {
	return token.test(word) && /\p{L}/u.test(word) && !/[:./-]$/.test(word);
}

const surely = [
	// RATE_LIMITED, FORBIDDEN, E1001, ERR-2
	/^[A-Z][A-Z0-9]*(?:[_.:-][A-Z0-9]+)+$/,
	/^[A-Z]{4,}$/,
	/^[A-Z]{1,8}-?\d{2,6}$/,
	// rate_limited, Rate_limited
	/^[A-Za-z][a-z0-9]*(?:_[A-Za-z0-9]+)+$/,
	// RateLimited
	/^[A-Z][a-z0-9]+(?:[A-Z]+[a-z0-9]*)+$/,
	// auth/rate-limited, rate.limited, card-declined
	/^[a-z][a-z0-9]*(?:[/.:-][a-z0-9_]+)+$/,
];

/** Whether a word looks like a code wherever it stands. */
export function isSurelyCode(word: string): boolean {
	return word.length <= 100 && surely.some((pattern) => pattern.test(word));
}

/** Whether it is a code and could not be the name of a product or a field either. */
export function isUnmistakable(word: string): boolean {
	return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$|^[a-z]+\/[a-z-]+$/.test(word);
}

/**
 * Reads `CODE`, two codes in one cell, `CODE (404)`, `401 - Invalid key`, `429 (Too Many Requests)`, `Error 1000: title`.
 *
 * @param cell Markdown
 * @returns undefined where it names no error
 */
export function readCodeCell(cell: string): CodeCell | undefined {
	const markdown = withoutNotes(cell.slice(0, 500).trim());
	const isDeprecated = deprecation.test(plain(markdown));
	const text = isDeprecated ? markdown.replace(deprecation, '').trim() : markdown;
	const found =
		onlyNumber(plain(text)) ??
		rangeOfNumbers(plain(text)) ??
		codesAlone(text) ??
		below(plain(text)) ??
		status(plain(text), text) ??
		codeFirst(text);
	return found && { isRange: false, words: [], numbers: [], ...found, isDeprecated };
}

/** Without marks that lead to footnotes and words on its age: `CODE[^1]`, `CODE*`, `CODE new`. */
function withoutNotes(cell: string): string {
	const text = cell.replace(/(?<=\S)\s+[([]?(?:new|beta|preview|experimental)[)\]]?$/i, '');
	const code = text.replace(/(?:\[\^[^\]\s]{1,20}\]|[†‡§])+$/, '');
	return /^[^*]*[^*\s\\]\\?\*$/.test(code) ? code.replace(/\\?\*$/, '') : code;
}

type Found = Partial<CodeCell>;

function onlyNumber(text: string): Found | undefined {
	return /^[-−]?(?:0|[1-9]\d{0,9})$/.test(text) ? { numbers: [Number(text.replace('−', '-'))] } : undefined;
}

/** `-32000 to -32099`, `1000 – 1999`: all that lie between are meant. */
function rangeOfNumbers(text: string): Found | undefined {
	return /^[-−]?\d{2,9}(?:\s+(?:to|bis|through|until|a|à|-|–|—)\s+|\s*(?:–|—|\.\.\.?|…)\s*)[-−]?\d{2,9}$/.test(text)
		? { isRange: true }
		: undefined;
}

/** Nothing but codes: those in code marks where there are any, and all the words otherwise. */
function codesAlone(markdown: string): Found | undefined {
	const spans = [...markdown.matchAll(/`+([^`\n]+)`+/g)].map(([, code = '']) => code.trim());
	const around = plain(markdown.replace(/`+[^`\n]+`+/g, ' '));
	const isAlone = /^[\s,;|/.:-]*(?:(?:or|and|oder|und|ou|et)\b[\s,;|/]*)*$/.test(around);
	const words = (spans.length > 0 && isAlone ? spans : plain(markdown).split(between)).filter((word) => word !== '');
	if (words.length === 0) return undefined;
	// A number that begins with a zero is sent as text.
	if (words.length === 1 && /^0\d{1,8}$/.test(words[0] ?? '')) return { words };
	if (words.every(isToken)) return { words: [...new Set(words)] };
	return words.every((word) => /^[1-9]\d{0,9}$/.test(word)) ? { numbers: words.map(Number) } : undefined;
}

/** A status, with its phrase or with a code beside it: `400 - invalid_request`. */
function status(text: string, markdown: string): Found | undefined {
	const read = readStatusCell(text);
	if (read === undefined) return undefined;
	const { statuses, isRange, phrase } = read;
	const [, span] = /`([^`\n]+)`/.exec(markdown) ?? [];
	const isPhrase = phrase !== undefined && statuses.some((number) => isPhraseOf(number, phrase));
	const word = [span?.trim(), isPhrase ? undefined : phrase].find(
		(beside) => beside !== undefined && isCodeBeside(beside),
	);
	if (word !== undefined) return { numbers: statuses, isRange, words: [word] };
	return { numbers: statuses, isRange, ...(phrase !== undefined && { title: phrase }) };
}

function isCodeBeside(word: string): boolean {
	return isSurelyCode(word) && isToken(word) && !/^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(word);
}

/** A number below zero, which is no status, and its name: `-1000 UNKNOWN`. */
function below(text: string): Found | undefined {
	const [, number, title] = /^([-−]\d{2,9})\s*[:–—]?\s+(\S[\s\S]*)$/.exec(text) ?? [];
	return number === undefined || title === undefined
		? undefined
		: { numbers: [Number(number.replace('−', '-'))], title };
}

const named = /^(?:(?:https?\s+)?(?:error|status|fehler|erreur|code|err)\s*(?:code)?\s*[:#]?\s*)?/i;

/** A code with something after it: `CODE (404)`, `CODE: a title`, `Error 1000 - a title`. */
function codeFirst(markdown: string): Found | undefined {
	const text = plain(markdown);
	const [, word = '', rest = ''] =
		/^(\S+?)(?:\s*[:–—]\s+|\s+[-–—:|]\s*|\s+(?=[([])|(?=[([][1-5]\d\d\b))([\s\S]*)$/.exec(text.replace(named, '')) ??
		[];
	const beside = /^[([]([^()[\]]*)[)\]]\s*[:–—-]*\s*([\s\S]*)$/.exec(rest);
	const read = readStatusCell(beside?.[1] ?? rest);
	const title = (read ? (beside?.[2] ?? '') : rest).trim();
	const extra = title === '' ? {} : { title };
	if (/^-?\d{3,9}$/.test(word)) return { numbers: [Number(word)], ...extra };
	if (!isToken(word)) return undefined;
	return { words: [word], numbers: read?.statuses.filter(isStatus) ?? [], ...extra };
}
