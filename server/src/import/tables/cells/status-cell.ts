import { builtinCatalogs } from '../../../catalog/builtin/index.ts';
import { nameLetters } from '../../../catalog/code-name.ts';

/** What a cell says of HTTP statuses. */
export interface StatusCell {
	/** Each status that it names; empty where it names a range only. */
	readonly statuses: readonly number[];
	/** The words beside a single number, such as `Too Many Requests`. */
	readonly phrase?: string;
	/** Whether it is a range, such as `5xx` or `400-499`. */
	readonly isRange: boolean;
}

/** HTTP's own phrases for each status, the longest first. */
const phrases: ReadonlyMap<number, readonly string[]> = new Map(
	builtinCatalogs
		.filter(({ id }) => id === 'http')
		.flatMap(({ entries }) => entries)
		.flatMap(({ kind, value, title, otherNames = [] }) =>
			kind === 'status' ? [[value, [title, ...otherNames].toSorted((a, b) => b.length - a.length)] as const] : [],
		),
);

/** Whether HTTP knows the number. */
export function isRegisteredStatus(status: number): boolean {
	return phrases.has(status);
}

/** Whether the words are HTTP's own for the status, however they are spelled. */
export function isPhraseOf(status: number, words: string): boolean {
	const letters = nameLetters(words);
	return letters !== '' && (phrases.get(status) ?? []).some((phrase) => nameLetters(phrase) === letters);
}

/** The phrase of HTTP that a text begins with, where it is one of the status; nothing need stand between it and the rest. */
export function phraseAtStart(status: number, text: string): string | undefined {
	const found = (phrases.get(status) ?? []).find((phrase) => text.toLowerCase().startsWith(phrase.toLowerCase()));
	return found === undefined ? undefined : text.slice(0, found.length);
}

/** Where the phrase of HTTP begins that a text ends with, where it is one of the status, with or without its spaces. */
export function phraseAtEnd(status: number, text: string): number | undefined {
	const lower = text.toLowerCase();
	const found = (phrases.get(status) ?? [])
		.flatMap((phrase) => [phrase.toLowerCase(), phrase.toLowerCase().replaceAll(' ', '')])
		.find((phrase) => lower.endsWith(phrase));
	return found === undefined ? undefined : text.length - found.length;
}

export function isStatus(number: number): boolean {
	return Number.isInteger(number) && number >= 100 && number <= 599;
}

const lead =
	/^(?:https?(?:\/\d(?:\.\d)?)?\s*)?(?:(?:status|response|error|fehler|erreur|statut|estado)\s*)?(?:code\s*)?[:#]?\s*/i;
const range = /^[1-5]\s*(?:xx|\*\*)\b|^[1-5]\d\d\s*(?:-|–|—|to|bis|through|\.\.\.?|…)\s*[1-5](?:\d\d|xx)\b/i;
const numbers =
	/^[1-5]\d\d(?:\s*(?:[,;/|&+\n]|\bor\b|\band\b|\boder\b|\bund\b|\bou\b|\bet\b|\by\b)\s*(?:https?\s*)?[1-5]\d\d(?!\w))*/i;

/**
 * Reads a cell such as `400 Bad Request`, `429 (Too Many Requests)`, `HTTP 503`, `Conflict (409)`, `401, 403` or `5xx`.
 *
 * @param text plain text, without the signs of Markdown
 * @returns undefined where it is about no status
 */
export function readStatusCell(text: string): StatusCell | undefined {
	const cell = text.slice(0, 300).trim().replace(lead, '');
	if (range.test(cell)) return { statuses: [], isRange: true };
	const [found] = numbers.exec(cell) ?? [];
	if (found === undefined) return statusInBrackets(cell);
	const after = cell.slice(found.length);
	if (/^[\w.%]*\w/.test(after)) return undefined;
	const statuses = [...found.matchAll(/[1-5]\d\d/g)].map(([number]) => Number(number));
	const phrase = phraseAfter(after);
	return { statuses: [...new Set(statuses)], isRange: false, ...(phrase !== '' && { phrase }) };
}

/** The words that come after the number, without what parts them from it: `- Not Found` and `(Not Found)`. */
function phraseAfter(after: string): string {
	const words = after.replace(/^[\s:–—-]+/, '').trim();
	const [, inBrackets] = /^\(([^()]*)\)$/.exec(words) ?? [];
	return (inBrackets ?? words).trim();
}

/** `Conflict (409)`, where a few words stand before the number. */
function statusInBrackets(cell: string): StatusCell | undefined {
	const [, words, digits] = /^([^()\d\n]{2,60}?)\s*[([]\s*(?:http\s*)?([1-5]\d\d)\s*[)\]]\.?$/i.exec(cell) ?? [];
	if (words === undefined || digits === undefined) return undefined;
	return { statuses: [Number(digits)], phrase: words.trim(), isRange: false };
}
