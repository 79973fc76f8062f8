import type { Role } from '../cells/header-words.ts';
import { isRegisteredStatus, phraseAtEnd, phraseAtStart } from '../cells/status-cell.ts';

/** What the columns of a table say, by their headers, and whether there are spaces between them. */
export interface RunTogether {
	readonly roles: readonly (Role | undefined)[];
	readonly isSpaced: boolean;
}

/** UTF-16 units of a row that are taken apart. */
const longestRow = 5_000;

/**
 * Takes a row apart whose columns have run together, by what each column holds: `NOT_FOUND404No such thing.`
 *
 * @returns a cell for each column; undefined where the line cannot be a row of the table
 */
export function cellsOfLine(line: string, columns: RunTogether): readonly string[] | undefined {
	const { roles, isSpaced } = columns;
	const text = line.trim();
	if (text === '' || text.length > longestRow) return undefined;
	const status = roles.indexOf('status');
	if (status === -1) return textCells(text, roles, isSpaced);
	const place = placeOfStatus(text, roles, status);
	if (place === undefined) return undefined;
	const before = text.slice(0, place.start).trim();
	const after = text.slice(place.end).trim();
	const left = status === 0 ? [] : textCells(before, roles.slice(0, status), isSpaced);
	const right = status === roles.length - 1 ? [] : rightCells(after, roles.slice(status + 1), place.number);
	if (left === undefined || right === undefined || (status === 0) !== (before === '')) return undefined;
	return [...left, text.slice(place.start, place.end).replace(/^(\d{3})(?=\p{L})/u, '$1 '), ...right];
}

interface StatusPlace {
	readonly start: number;
	readonly end: number;
	readonly number: number;
}

/** Where the status of a row is: right after the code, or else the last number that is one. */
function placeOfStatus(text: string, roles: readonly (Role | undefined)[], column: number): StatusPlace | undefined {
	const isAfterText = roles.slice(0, column).some((role) => role !== 'code' && role !== 'name');
	const numbers = isAfterText ? /(?<!\d)(?<!\d[.,-])([1-5]\d\d)(?=\D|$)/g : /([1-5]\d\d)(?=\D|$)/g;
	const places = [...text.matchAll(numbers)]
		.map((match) => withBrackets(text, match.index, Number(match[1])))
		.filter(({ number }) => isRegisteredStatus(number) || column === 0)
		.filter(({ end, number }) => !isAfterText || isEndOfColumn(text.slice(end), number));
	const place =
		column === 0
			? places.find(({ start }) => start === 0)
			: isAfterText
				? places.at(-1)
				: places.find(({ start }) => start > 0);
	if (place === undefined) return undefined;
	const rest = text.slice(place.end).trimStart();
	const isTitled =
		roles[column + 1] === 'code' ||
		roles.slice(column + 1).includes('title') ||
		text.slice(place.start, place.end).endsWith(')');
	const phrase = isTitled ? undefined : phraseAtStart(place.number, rest);
	// A phrase that goes on, as in “Too many requests were sent”, is the beginning of the next column.
	if (phrase === undefined || !/^\s?\p{Lu}/u.test(rest.slice(phrase.length))) return place;
	return { ...place, end: text.length - rest.length + phrase.length };
}

/** Whether after a number with its phrase comes nothing, or another column, and not the rest of a sentence. */
function isEndOfColumn(after: string, number: number): boolean {
	const rest = after.trimStart();
	return /^(?:$|\s?\p{Lu}|\s?\()/u.test(rest.slice(phraseAtStart(number, rest)?.length ?? 0));
}

/** The number at a place; where it is in brackets, as in `Conflict (409)`, with the words before them. */
function withBrackets(text: string, at: number, number: number): StatusPlace {
	const isIn = /\(\s*$/.test(text.slice(Math.max(0, at - 3), at)) && text[at + 3] === ')';
	if (!isIn) return { start: at, end: at + 3, number };
	const before = text.slice(0, text.lastIndexOf('(', at)).trimEnd();
	const start = phraseAtEnd(number, before) ?? Math.max(0, before.search(/\S+$/));
	return { start, end: at + 4, number };
}

/** What comes after the status: HTTP's own phrase is the first text where two are wanted. */
function rightCells(text: string, roles: readonly (Role | undefined)[], status: number): readonly string[] | undefined {
	if (roles.length === 1) return [text];
	const phrase = roles[0] === 'code' ? undefined : phraseAtStart(status, text);
	if (phrase === undefined) return textCells(text, roles);
	const rest = textCells(text.slice(phrase.length).trim(), roles.slice(1));
	return rest && [phrase, ...rest];
}

/** Texts that have run together: a code first, then sentences that begin with a capital. */
function textCells(
	text: string,
	roles: readonly (Role | undefined)[],
	isSpaced = false,
): readonly string[] | undefined {
	const [first, ...others] = roles;
	if (others.length === 0) return roles.length === 0 ? [] : [text];
	const end = first === 'code' || first === 'name' || first === 'field' ? endOfCode(text, isSpaced) : endOfText(text);
	if (end === undefined) return first === 'code' || first === 'field' ? undefined : [text, ...others.map(() => '')];
	const cell = text.slice(0, end).trim();
	const status = /^[1-5]\d\d$/.test(cell) ? Number(cell) : 0;
	const rest = rightCells(text.slice(end).trim(), others, status);
	return rest && [cell, ...rest];
}

/** Where the code at the beginning ends. */
function endOfCode(text: string, isSpaced: boolean): number | undefined {
	const [number] = /^(?:[1-5]xx|-?\d+)(?:\s*\([^()]{1,60}\))?(?=\D)/.exec(text) ?? [];
	if (number !== undefined) return number.length;
	const [capitals] = isSpaced
		? []
		: (/^[A-Z][A-Z0-9]*(?:[_.-][A-Z0-9]+)*(?=[A-Z][a-z]|[A-Z][ ’']|\n)/.exec(text) ?? []);
	if (capitals !== undefined && capitals.length > 2) return capitals.length;
	const [word = ''] = /^\S+/.exec(text) ?? [];
	if ((isSpaced || text[word.length] === '\n') && word.length < text.length) return word.length;
	const humps = [...word.matchAll(/(?<=[\p{Ll}\p{N})\]])(?=\p{Lu})/gu)].map(({ index }) => index);
	const last = humps.at(-1);
	if (/_/.test(word) || last === undefined || word.length === text.length)
		return humps[0] ?? (word.length < text.length ? word.length : undefined);
	return text.charAt(word.length) === ' ' && roleless(text.slice(word.length)) ? word.length : last;
}

/** Whether what follows a word with a space is a sentence of its own, so that the word is the whole code. */
function roleless(rest: string): boolean {
	return /^ [A-Z][a-z]* [a-z]/.test(rest);
}

/** Where a text ends and the next begins without a space between. */
function endOfText(text: string): number | undefined {
	const place = /(?<=[\p{Ll}\p{N})\].!?’”"])(?=\p{Lu}\p{L}*[\s’'])/u.exec(text.slice(1));
	return place === null ? undefined : place.index + 1;
}
