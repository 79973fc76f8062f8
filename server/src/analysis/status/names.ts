import {
	aboutStatusWords,
	answersWords,
	answerWords,
	codeWords,
	containerWords,
	errorCodeWords,
	errorWords,
	foreignCodeWords,
	foreignOwnerWords,
	foreignStatusWords,
	measureWords,
	otherSystems,
	responseWords,
	statusWords,
} from './words.ts';

/**
 * What a name says of a number under it.
 * - `status`: says it by itself.
 * - `foreign`: another system's status or code.
 * - `code`: may be a status.
 * - `answer`: a response or an error, which a status may stand for.
 * - `measure`: a size, a time, an amount, a place.
 * - `near`: has the word in it.
 */
export type NameKind = 'status' | 'foreign' | 'code' | 'answer' | 'measure' | 'near' | 'plain';

export function snakeCase(name: string): string {
	return name
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
		.replace(/-/g, '_')
		.toLowerCase();
}

/** What the last word of a path says; `path` is in snake case. */
export function kindOfName(path: string): NameKind {
	const word = lastOf(path);
	if (word === '') return 'plain';
	if (foreignStatusWords.test(word) || foreignCodeWords.test(word)) return 'foreign';
	if (statusWords.test(word)) return 'status';
	if (measureWords.test(word)) return 'measure';
	if (errorCodeWords.test(word) || codeWords.test(word)) return 'code';
	if (answerWords.test(word)) return 'answer';
	return /(^|_)status(es)?(_|$)|status_?code/.test(word) && !aboutStatusWords.test(word) ? 'near' : 'plain';
}

/** A path without the words that say that it holds many. */
export const withoutContainer = (path: string): string => path.replace(containerWords, '');

/** The same for what holds many values: without the words that say so. */
export function kindOfContainer(path: string): NameKind {
	const kind = kindOfName(path);
	const inner = lastOf(withoutContainer(path));
	if (kind === 'status' || kind === 'foreign') return kind;
	if (answersWords.test(inner)) return 'answer';
	const ofInner = inner === '' ? 'plain' : kindOfName(inner);
	return ofInner === 'plain' || ofInner === 'measure' ? kind : ofInner;
}

export const isErrorCode = (path: string): boolean => errorCodeWords.test(lastOf(withoutContainer(path)));
export const isForeignOwner = (path: string): boolean => foreignOwnerWords.test(ownerIn(path));
export const isOtherSystem = (path: string): boolean => otherSystems.test(path);

/** Whether the owner of a code makes it a status: `response.code` more than `error.code`. */
export function ownerOfCode(path: string): 'response' | 'error' | undefined {
	const owner = ownerIn(path);
	if (responseWords.test(owner) || statusWords.test(owner)) return 'response';
	return errorWords.test(owner) ? 'error' : undefined;
}

/** What a spy says of the calls that it saw: `res.status.mock.calls[0][0]`. */
const callsSeen = /(\.(mock|calls?|args|arguments|first_call|second_call|last_call|get_call|results))+$/;

/** The last word without what marks it as one of several: `status_2` is `status`. */
function lastOf(path: string): string {
	const seen = path.replace(callsSeen, '').replace(/(?<=status(?:es)?)\.(?:first|last)$/, '');
	const word = seen.slice(seen.lastIndexOf('.') + 1).replace(/^[_#@$*&]+|[_?!]+$/g, '');
	// `statusOf`, `codeForError`: what it is of says no more.
	return word.replace(/_?\d+$/, '').replace(/(?<=[a-z])_(of|for|from)(_\w+)?$/, '') || word;
}

function ownerIn(path: string): string {
	return (path.split('.').at(-2) ?? '').replace(/(?<=[a-z])_?\d+$/, '');
}
