import { headerWords } from '../cells/cell-text.ts';
import { isKnownHeader, knownHeaders, roleOfHeader } from '../cells/header-words.ts';

const longestHeader = 160;
const mostColumns = 10;

/** A header that was taken apart. */
export interface HeaderLine {
	readonly headers: readonly string[];
	/** Whether there are spaces between the columns. */
	readonly isSpaced: boolean;
}

/**
 * Takes the header of a table apart whose columns have run together, with or without spaces between them:
 * `CodeHTTP StatusDescription`.
 *
 * @returns the header of each column, at least two of them, one of which names an error or a field; undefined where the
 * line is something else
 */
export function headersRunTogether(line: string): HeaderLine | undefined {
	if (line.length > longestHeader || /[.:;,!]$|[`{}=<>]/.test(line.trim())) return undefined;
	const byCapital = byCapitals(line);
	const headers = byCapital ?? byWords(line);
	if (headers === undefined || headers.length < 2 || headers.length > mostColumns) return undefined;
	const roles = headers.map(roleOfHeader);
	return roles.some((role) => role === 'code' || role === 'status' || role === 'field' || role === 'name')
		? { headers, isSpaced: byCapital === undefined }
		: undefined;
}

/** Parts the line where a capital follows a small letter or a bracket; each part must be known, but for one in three. */
function byCapitals(line: string): readonly string[] | undefined {
	const parts = line.trim().split(/(?<=[\p{Ll}\p{N})?])(?=\p{Lu})/u);
	if (parts.length < 2) return undefined;
	const known = parts.filter(isKnownHeader).length;
	return known === parts.length || (known >= 2 && known >= (parts.length * 2) / 3) ? parts : undefined;
}

/** Parts the line into known headers, the longest that fit first; all of it must be known. */
function byWords(line: string): readonly string[] | undefined {
	const words = line.trim().split(/\s+/);
	const letters = words.map((word) => headerWords(word));
	if (words.length < 2 || words.length > 24 || letters.some((word) => word === '')) return undefined;
	const found: string[] = [];
	let at = 0;
	while (at < words.length) {
		const length = longestKnown(letters.slice(at));
		if (length === 0) return undefined;
		found.push(words.slice(at, at + length).join(' '));
		at += length;
	}
	return /^\p{Lu}/u.test(line) && found.every((header) => /^\p{Lu}/u.test(header)) ? found : undefined;
}

const known: ReadonlySet<string> = new Set(knownHeaders);

/** How many of the first words are one header together. */
function longestKnown(words: readonly string[]): number {
	for (let length = Math.min(6, words.length); length > 0; length--) {
		if (known.has(words.slice(0, length).join(' '))) return length;
	}
	return 0;
}
