import type { Literal } from '../syntax/code.ts';
import { placeOf } from '../syntax/place.ts';
import { lastWord } from '../syntax/subject.ts';
import type { Meaning, Occurrence } from './analysis.ts';
import { meaningsOf, statusMeanings, withOthers } from './meanings.ts';
import type { Resolving } from './resolving.ts';
import { isStatusAt, looksLikeCode } from './status-evidence.ts';

/** The status, or the code that is a number, that a literal is; undefined where it is neither. */
export function statusAt(literal: Literal, resolving: Resolving): Occurrence | undefined {
	const value = Number(literal.value);
	if (value < 100 || value > 599) return undefined;
	const { start, end, part } = literal;
	const place = placeOf(part);
	const own = numericCode(value, place.name, resolving);
	const http = resolving.catalogs.httpStatus(value);
	if (!own && !isNamedAfter(value, place.name, resolving) && !isStatusAt(value, place, http !== undefined))
		return undefined;
	const meanings = own ? withOthers(own, value, resolving) : statusMeanings(value, resolving);
	return meanings.length > 0
		? { kind: own ? 'code' : 'status', value, name: undefined, meanings, part, start, end }
		: undefined;
}

/** A number under the phrase of this very status: `TooManyRequests: 429`, `NOT_FOUND = 404`. */
function isNamedAfter(value: number, name: string, { catalogs }: Resolving): boolean {
	return name !== '' && catalogs.byStatusName(lastWord(name))?.value === value;
}

/** A number compared with a code is the API's own, where one with numeric codes is known to be in play. */
function numericCode(value: number, name: string, resolving: Resolving): Meaning | undefined {
	if (!looksLikeCode(name)) return undefined;
	return meaningsOf(value, resolving).find(({ entry, step }) => entry.kind === 'code' && step !== 'none');
}
