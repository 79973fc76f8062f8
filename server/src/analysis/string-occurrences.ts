import { isCommonCode } from '../catalog/common-codes.ts';
import type { Literal } from '../syntax/code.ts';
import { placeOf } from '../syntax/place.ts';
import type { Meaning, Occurrence } from './analysis.ts';
import { meaningsOf, strongest } from './meanings.ts';
import type { Resolving } from './resolving.ts';
import { statusAt } from './status-occurrences.ts';

/** Titles, messages and keys: a code in one of these is text about a code. */
const textCalls =
	/^(describe|it|test|suite|context|log|info|warn|error|debug|trace|t|i18n|translate|require|import|querySelector|getItem|setItem|getElementById|addEventListener|track)$/;

/** The code, or the status in quotes, that a string is; undefined where it is neither. */
export function stringAt(literal: Literal, resolving: Resolving): Occurrence | undefined {
	const text = String(literal.value);
	if (literal.part.fields.includes('module')) return undefined;
	if (/^[1-5]\d\d$/.test(text)) return statusAt({ ...literal, value: Number(text) }, resolving);
	const meanings = meaningsOf(text, resolving).filter(({ entry }) => entry.kind === 'code');
	const [first] = meanings;
	if (!first || !mayStandAlone(text, first, meanings)) return undefined;
	const place = placeOf(literal.part);
	if (place.kind === 'argument' && textCalls.test(place.callee)) return undefined;
	return {
		kind: 'code',
		value: text,
		name: undefined,
		meanings: strongest(meanings),
		part: literal.part,
		start: literal.start,
		end: literal.end,
	};
}

/** With no evidence, only a code that one API has and that is nobody's everyday word. */
export function mayStandAlone(text: string, first: Meaning, meanings: readonly Meaning[]): boolean {
	if (first.step !== 'none') return true;
	return meanings.length === 1 && !isCommonCode(text);
}
