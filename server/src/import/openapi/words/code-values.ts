import http from '../../../catalog/builtin/http.json' with { type: 'json' };
import { constantName, wordsIn } from '../../../catalog/code-name.ts';
import type { Role } from './property-names.ts';

export type Code = string | number;

/** Longer text is no code. */
const longestCode = 200;

/** Words that tell that nothing went wrong: the names of HTTP's statuses below 400, and a few more. */
const good: ReadonlySet<string> = new Set([
	...['OK', 'SUCCESS', 'SUCCEEDED', 'SUCCESSFUL', 'NO_ERROR', 'NONE', 'TRUE', 'REDIRECT'],
	...http.entries.filter(({ value }) => value < 400).map(({ title }) => constantName(title)),
]);

/** Lists of Protocol Buffers begin with a value that stands for none of the others. */
const noneInProtocolBuffers = /(?:^|_)UNSPECIFIED$|^NO_(?:[A-Z]+_)*ERROR(?:_CODE)?$/;

/** Words that only tell that something went wrong, and so are the same in every error. */
const vague = new Set([
	'ERROR',
	'ERRORS',
	'FAIL',
	'FAILED',
	'FAILURE',
	'PROBLEM',
	'EXCEPTION',
	'FALSE',
	'FAULT',
	'ERROR_LIST',
	'ERROR_RESPONSE',
	'API_ERROR_RESPONSE',
]);

/** What people write in an example where a code would stand. */
const fillers = new Set([
	'STRING',
	'CODE',
	'ERROR_CODE',
	'CODES',
	'EXAMPLE',
	'NULL',
	'UNDEFINED',
	'XXX',
	'SOME_CODE',
	'SOME_ERROR',
	'MY_ERROR',
	'FOO',
	'BAR',
]);

const statuses: ReadonlySet<number> = new Set(http.entries.map(({ value }) => value));
const phrases: ReadonlySet<string> = new Set(http.entries.map(({ title }) => title));

/** Words that names of errors are made of. */
const errorWords = new Set(
	(
		'ABORTED ABSENT ALREADY BAD BANNED BLOCKED BROKEN CANCELED CANCELLED CANNOT CONFLICT CORRUPT CRASHED DECLINED DENIED ' +
		'DEPRECATED DISABLED DISALLOWED DUPLICATE DUPLICATED ERROR EXCEEDED EXCEEDS EXCEPTION EXHAUSTED EXISTS EXPIRED FAIL ' +
		'FAILED FAILURE FAULT FORBIDDEN FRAUD GONE ILLEGAL INACTIVE INCOMPLETE INCORRECT INSUFFICIENT INTERNAL INVALID LIMIT ' +
		'LIMITED LOCKED LOST MALFORMED MISMATCH MISSING NO NON NOT OUT OUTDATED OVERLOADED PROBLEM QUOTA REFUSED REJECTED ' +
		'REQUIRED RESTRICTED REVOKED STALE SUSPENDED THROTTLED TIMEOUT TIMEDOUT TOO UNABLE UNAUTHENTICATED UNAUTHORIZED ' +
		'UNAVAILABLE UNEXPECTED UNIMPLEMENTED UNKNOWN UNPROCESSABLE UNRECOGNIZED UNSUPPORTED VIOLATION WRONG'
	).split(' '),
);

export function isCode(value: unknown): value is Code {
	if (typeof value === 'number') return Number.isSafeInteger(value);
	return typeof value === 'string' && value !== '' && value.length <= longestCode && value === value.trim();
}

/** Whether it is nothing but an HTTP status, as a number or as text. */
function isHttpStatus(value: Code): boolean {
	return /^[1-5]\d\d$/.test(String(value)) && statuses.has(Number(value));
}

/**
 * Whether a code of the value, which somebody listed as possible, is one of an error.
 * @param among the values that it is listed with: an HTTP status is a code where some of these are none
 */
export function isErrorCode(value: Code, role: Role, among: readonly Code[] = [value]): boolean {
	if (among.every(isHttpStatus)) return false;
	if (typeof value === 'number') return value !== 0;
	const name = constantName(value);
	if (name === '' || good.has(name) || vague.has(name) || noneInProtocolBuffers.test(name)) return false;
	if (role === 'code') return value.length <= 100;
	return !/\s/.test(value) && !phrases.has(value);
}

/** Whether a code of the value, which stands in an example, is one that is really sent. */
export function isErrorCodeInExample(value: Code, role: Role): boolean {
	if (!isErrorCode(value, role)) return false;
	if (typeof value === 'number') return role === 'code';
	if (/[\s{}<>$…]|^\.|\.\.\./.test(value) || fillers.has(constantName(value)) || /^0+$/.test(value)) return false;
	if (role === 'code') return true;
	return role === 'error' ? /^[A-Za-z]/.test(value) : soundsLikeError(value);
}

/** Whether the words of a value are such as name errors. */
function soundsLikeError(value: Code): boolean {
	return wordsIn(String(value)).some((word) => errorWords.has(word));
}

/** Whether values, all of a property that could be about anything, are those of errors: enough of them sound so. */
export function soundLikeErrors(values: readonly Code[]): boolean {
	return values.filter(soundsLikeError).length * 3 >= values.length;
}

/** Addresses that tell of HTTP's statuses in general, and those that stand for no address at all. */
const generalPages =
	/^https?:\/\/(?:[\w-]+\.)*(?:ietf\.org|rfc-editor\.org|w3\.org|mozilla\.org|httpstatus(?:es)?\.\w+|webconcepts\.info|example\.(?:com|org|net))(?:[/:#?]|$)/i;

/** Whether the `type` of a problem (RFC 9457, section 3.1.1) is one of its own, and not that of any problem. */
export function isProblemType(value: Code): boolean {
	if (typeof value === 'number' || /[\s{}<>]/.test(value) || generalPages.test(value)) return false;
	const name = constantName(value);
	return name !== 'ABOUT_BLANK' && !vague.has(name) && !fillers.has(name);
}

export function isAddress(value: Code): boolean {
	return typeof value === 'string' && /^(?:https?:\/\/|urn:|tag:|\/)/i.test(value);
}
