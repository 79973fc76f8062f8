import type { Place } from '../../syntax/places/place.ts';
import { signsOfArgument } from './call-signs.ts';
import { signsOfElement, signsOfLookups } from './element-signs.ts';
import { signsOfName } from './name-signs.ts';
import { signsOfNeighbours } from './neighbour-signs.ts';
import { signsOfPhrase } from './phrase-signs.ts';
import {
	signsInstead,
	signsOfArithmetic,
	signsOfCasts,
	signsOfEnum,
	signsOfIndex,
	signsOfReturn,
	signsOfSubject,
	signsOfTarget,
} from './place-signs.ts';
import { signsOfBound, signsOfRange } from './range-signs.ts';
import { signsOfKey, signsOfPair } from './record-signs.ts';
import { believed, type Sign, type StatusContext } from './sign.ts';
import { signsOfValue } from './values.ts';

/** Whether a number is an HTTP status in its place, and all that spoke for or against it. */
export interface Judgement {
	readonly isStatus: boolean;
	readonly signs: readonly Sign[];
}

/**
 * Weighs what the place says of the number.
 * @param isText whether the number stands in quotes
 */
export function judgeStatus(value: number, place: Place, context: StatusContext, isText: boolean): Judgement {
	if (value < 100 || value > 599)
		return { isStatus: false, signs: [{ weight: -30, reason: 'statuses have three digits, from 100 to 599' }] };
	const ofPlace = signsAround(value, place, context);
	const isTold = sumOf(ofPlace) >= believed;
	const signs = [
		...signsOfValue(value, context.catalogs),
		...ofPlace,
		...signsOfNeighbours(value, place, context.catalogs, isTold),
		...signsOfPhrase(value, place, context),
		...(isText ? [{ weight: -3, reason: 'it is written as text' }] : []),
		...(context.facts.speaksHttp ? [{ weight: 3, reason: 'the file speaks of HTTP' }] : []),
	];
	return { isStatus: sumOf(signs) >= believed, signs };
}

/** Whether the place alone says that a status stands in it, whichever it is. */
export function tellsStatus(value: number, place: Place, context: StatusContext): boolean {
	return sumOf(signsAround(value, place, context)) >= believed;
}

function signsAround(value: number, place: Place, context: StatusContext): readonly Sign[] {
	return [...signsOfPlace(value, place, context), ...signsOfCasts(place), ...signsInstead(value, place)];
}

const sumOf = (signs: readonly Sign[]): number => signs.reduce((sum, { weight }) => sum + weight, 0);

function signsOfPlace(value: number, place: Place, context: StatusContext): readonly Sign[] {
	switch (place.kind) {
		case 'comparison':
			return signsOfSubject(value, place.name, place.part, 'it is compared with');
		case 'range':
			return [
				...signsOfRange(place),
				...signsOfBound(value, place),
				...signsOfSubject(value, place.name, place.part, 'it bounds'),
			];
		case 'case':
			return signsOfSubject(value, place.name, place.part, 'it is a case of');
		case 'argument':
			return signsOfArgument(value, place, context);
		case 'pair':
			return signsOfPair(value, place);
		case 'key':
			return [...signsOfKey(value, place), ...signsOfLookups(value, place.name, context)];
		case 'element':
			return signsOfElement(value, place, context);
		case 'index':
			return signsOfIndex(value, place);
		case 'assignment':
			return signsOfTarget(value, place);
		case 'member':
			return [...signsOfName(place.name, value, { how: 'it is the value of' }), ...signsOfEnum(value, place)];
		case 'type':
			return signsOfName(place.name, value, { how: 'it is a value of' });
		case 'return':
			return signsOfReturn(value, place);
		case 'arithmetic':
			return signsOfArithmetic(place);
		default:
			return [];
	}
}
