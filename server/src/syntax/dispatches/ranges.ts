import type { Label } from '../code.ts';
import { literalOf } from '../literals.ts';
import { childIn, type Part } from '../parts/part.ts';
import { argumentsOf, pathOf } from './subject.ts';

/** The widest status there is, where a range has no upper bound. */
export const highest = 999;
/** Classes of responses that stand for a class of statuses: `when Net::HTTPServerError`. */
const classes: Readonly<Record<string, number>> = {
	HTTPInformation: 100,
	HTTPSuccess: 200,
	HTTPRedirection: 300,
	HTTPClientError: 400,
	HTTPServerError: 500,
};

/** Whether a number may be where a range of statuses begins or ends. */
export const isBound = (value: number): boolean => value >= 100 && value <= 600;

/** Whether a part writes a range out, or calls what makes one. */
export function isRange(part: Part): boolean {
	if (part.kind === 'transparent') return part.children.some(isRange);
	return part.kind === 'range' || part.kind === 'half-open-range' || isRangeCall(part) || firstOfClass(part) > 0;
}

/** `range(400, 500)`, whose last number is not in it */
const isRangeCall = (part: Part): boolean =>
	part.kind === 'call' && childIn(part, 'callee')?.text === 'range' && argumentsOf(part).length > 1;

/** The lowest status of a class that is named; 0 where none is. */
function firstOfClass(part: Part): number {
	const name = part.kind === 'member' ? /^(?:\w+\.)*Net\.(HTTP[A-Z]\w*)$/.exec(pathOf(part) ?? '')?.[1] : undefined;
	return name === undefined ? 0 : (classes[name] ?? 0);
}

/** The statuses between two bounds, of which one may be left out: `400..499`; unknown where neither can be one. */
export function rangeOf(part: Part, negated: boolean): Label {
	const { start, end } = part;
	const first = firstOfClass(part);
	if (first > 0) return { kind: 'range', start, end, negated, part, from: first, to: first + 99 };
	const [left, right] = part.kind === 'call' ? argumentsOf(part) : [childIn(part, 'left'), childIn(part, 'right')];
	const from = left ? literalOf(left)?.value : 0;
	const to = right ? literalOf(right)?.value : highest;
	const isTold = typeof from === 'number' && typeof to === 'number' && (isBound(from) || isBound(to));
	if (!isTold) return { kind: 'unknown', start, end, negated, part };
	const last = part.kind !== 'range' && right ? to - 1 : to;
	return { kind: 'range', start, end, negated, part, from, to: last };
}
