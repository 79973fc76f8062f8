import type { Literal } from '../../syntax/code.ts';
import { type Place, placeOf } from '../../syntax/places/place.ts';
import type { Meaning, Occurrence } from '../analysis.ts';
import { meaningsOf, statusMeanings, withOthers } from '../meanings.ts';
import type { Resolving } from '../resolving.ts';
import { type Judgement, judgeStatus, tellsStatus } from './judge.ts';
import type { StatusContext } from './sign.ts';
import { looksLikeNumericCode } from './status-evidence.ts';

/** The status, or the code that is a number, that a literal is; undefined where it is neither. */
export function statusAt(literal: Literal, resolving: Resolving): Occurrence | undefined {
	const value = Number(literal.value);
	if (!(value >= 100 && value <= 599)) return undefined;
	const { start, end, part } = literal;
	const place = placeOf(part);
	const own = numericCode(value, place, resolving);
	if (!own && !judgeStatus(value, place, resolving, literal.kind === 'string').isStatus) return undefined;
	const meanings = own ? withOthers(own, value, resolving) : statusMeanings(value, resolving);
	return meanings.length > 0
		? { kind: own ? 'code' : 'status', value, name: undefined, meanings, part, start, end }
		: undefined;
}

/** The status that a symbol names, where the place is one for statuses: `render status: :not_found`. */
export function namedStatusAt(literal: Literal, resolving: Resolving): Occurrence | undefined {
	const { start, end, part, text } = literal;
	const name = /^:([a-z][a-z_]*)$/.exec(text)?.[1];
	const value = name === undefined ? undefined : resolving.catalogs.byStatusName(name)?.value;
	if (value === undefined || !tellsStatus(value, placeOf(part), resolving)) return undefined;
	const meanings = statusMeanings(value, resolving);
	return meanings.length > 0 ? { kind: 'status', value, name, meanings, part, start, end } : undefined;
}

/**
 * Why a number, or a number in quotes, was recognised as an HTTP status in its place or was not: every sign with its
 * weight, as half-sentences for the user.
 */
export function explainNumber(literal: Literal, context: StatusContext): Judgement {
	return judgeStatus(Number(literal.value), placeOf(literal.part), context, literal.kind === 'string');
}

/** A number compared with a code is the API's own, where one with numeric codes is known to be in play. */
function numericCode(value: number, { name }: Place, resolving: Resolving): Meaning | undefined {
	if (!looksLikeNumericCode(name)) return undefined;
	return meaningsOf(value, resolving).find(({ entry, step }) => entry.kind === 'code' && step !== 'none');
}
