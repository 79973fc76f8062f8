import { headerWords, plain } from '../cells/cell-text.ts';
import { isUnmistakable } from '../cells/code-cell.ts';
import type { Found } from '../cells/found.ts';
import { roleOfHeader } from '../cells/header-words.ts';
import { isPhraseOf, isStatus, phraseAtStart, readStatusCell } from '../cells/status-cell.ts';
import type { Columns } from './columns.ts';

/** Where on a page something stands. */
export interface Place {
	/** The headings above it, the outermost first. */
	readonly headings: readonly string[];
	/** What the page is called. */
	readonly titles: readonly string[];
	/** The text right before it. */
	readonly before: string;
	readonly caption: string;
	readonly header: readonly string[];
	readonly isRowsAlone: boolean;
}

/** What the samples and the other headings of a page say, which tells numbers that are codes from statuses. */
export interface NumberClues {
	/** Numbers that a sample of a body has for its code. */
	readonly codesInSamples: ReadonlySet<number>;
	/** Whether another part of the page is a list of statuses by its heading. */
	readonly hasStatusList: boolean;
}

const errors =
	/\b(?:errors?|errores|fehler\w*|erreurs?|failures?|fail(?:s|ed|ing)?|exceptions?|faults?|declin\w+|problem\w*|status ?codes?|response codes?|return codes?|reason codes?|http status\w*|http codes?|code d etat|codes d etat|codigos? de estado|troubleshoot\w*)\b/;
const connections = /\b(?:op ?codes?|close codes?|close event codes?|exit codes?)\b/;
const otherThings =
	/\b(?:parameters?|query|fields?|attributes?|properties|scopes?|permissions?|rate limits?|limits|quotas?|changelog|change log|release notes|history|events?|webhooks?|countr(?:y|ies)|currenc(?:y|ies)|languages?|locales?|regions?|enums?|formats?|headers?|sdks?|libraries|pricing|plans?|endpoints?|models?)\b/;
const shapes =
	/\b(?:format|object|structure|shape|schema|fields|attributes|properties|body|payload|envelope|anatomy|model|aufbau|struktur)$/;

/** Whether the page tells that what stands at the place are errors, and no countries, fields or plans. */
export function isAboutErrors(place: Place, found: readonly Found[]): boolean {
	const nearest = headerWords(place.headings.at(-1) ?? '');
	const near = [nearest, headerWords(place.caption), ...place.header.map(headerWords)];
	if (near.some((words) => connections.test(words))) return false;
	if (place.isRowsAlone || near.some((words) => errors.test(words))) return true;
	if (found.filter((one) => hasErrorStatus(one) || hasHttpPhrase(one)).length > found.length / 2) return true;
	if (near.some((words) => otherThings.test(words))) return false;
	const unmistakable = found.filter(({ words }) => words.some(isUnmistakable)).length;
	const isTold = place.header.length > 0 || unmistakable > found.length / 2;
	const around = [isTold ? place.before.slice(-400) : '', ...place.headings, ...place.titles];
	if (around.some((text) => errors.test(headerWords(text)))) return true;
	return place.headings.length === 0 && unmistakable > found.length / 2;
}

/** Whether the heading is about the parts of an error's body. */
export function isAboutShape({ headings }: Place): boolean {
	return shapes.test(headerWords(headings.at(-1) ?? ''));
}

/** Whether a heading says that statuses are listed beneath it. */
export function saysStatuses(heading: string): boolean {
	const words = headerWords(heading);
	return (
		/\b(?:http|status|statut|estado|response codes?)\b|\bstatuscodes?\b/.test(words) && !/\berror codes?\b/.test(words)
	);
}

function hasErrorStatus({ statuses, numbers }: Found): boolean {
	return statuses.some((status) => status >= 400) || numbers.some((number) => isStatus(number) && number >= 400);
}

/**
 * Whether numbers without words are HTTP statuses, or codes of the API's own that a body carries.
 *
 * @param found what stands in one table or list
 * @param columns what each column of the table was taken for
 */
export function numbersMean(
	found: readonly Found[],
	place: Place,
	clues: NumberClues,
	columns: Columns = [],
): 'code' | 'status' {
	const bare = found.filter(({ words, numbers }) => words.length === 0 && numbers.length > 0);
	const numbers = bare.flatMap((one) => one.numbers);
	const nearest = place.headings.at(-1) ?? '';
	const isSaid = [...place.header, place.caption].some(saysStatuses);
	if (bare.some(({ statuses }) => statuses.length > 0)) return 'code';
	// Beside a column of statuses a column of codes has codes.
	const roles = place.header.map(roleOfHeader);
	const code = roles.indexOf('code');
	if (roles.includes('status') && code !== -1 && columns[code] === 'code') return 'code';
	if (!isSaid && numbers.some((number) => !isStatus(number))) return 'code';
	if ([...place.headings, ...place.titles].some((text) => /\b(?:smtp|ftp|sip)\b/i.test(text))) return 'code';
	if (isSaid || saysStatuses(nearest) || bare.filter(hasHttpPhrase).length >= bare.length / 2) return 'status';
	const isCode = numbers.some((number) => clues.codesInSamples.has(number)) || clues.hasStatusList;
	return isCode && saysCodes(place) ? 'code' : 'status';
}

function saysCodes({ headings, header, caption }: Place): boolean {
	return [headings.at(-1) ?? '', caption, ...header].some((text) =>
		/\b(?:errors?|code|codes|fehler\w*|erreurs?|errores)\b/.test(headerWords(text)),
	);
}

function hasHttpPhrase({ numbers, title, description }: Found): boolean {
	const [status = 0] = numbers;
	return isPhraseOf(status, title ?? '') || phraseAtStart(status, plain(description ?? '')) !== undefined;
}

/** The one status that a heading above says all beneath it comes with. */
export function statusOfHeadings(headings: readonly string[]): number | undefined {
	const read = headings
		.map((heading) => readStatusCell(plain(heading)))
		.findLast((cell) => cell?.statuses.length === 1);
	return read?.statuses[0];
}
