import { literalOf } from '../../syntax/literals.ts';
import { childIn, childrenIn, type Part } from '../../syntax/parts/part.ts';
import type { Place } from '../../syntax/places/place.ts';
import { kindOfName, snakeCase } from './names.ts';
import type { Sign } from './sign.ts';

/** `code >= 400`: what bounds a class of statuses. */
export function signsOfBound(value: number, { name }: Place): readonly Sign[] {
	const isBound = value % 100 === 0 || value % 100 === 99;
	if (!isBound || kindOfName(snakeCase(name)) !== 'code') return [];
	return [{ weight: 2, reason: `${value} bounds a class of statuses` }];
}

/** `n >= 200 && n < 300`: two bounds of whole hundreds are a class of statuses, whatever the name. */
export function signsOfRange({ part, name }: Place): readonly Sign[] {
	const both = part.parent;
	const isChained = childrenIn(part, 'right').length > 1;
	if (part.kind !== 'comparison') return name === '' ? [] : ofClass(...writtenBounds(part));
	if ((both?.kind !== 'and' && both?.kind !== 'or' && !isChained) || name === '') return [];
	const bounds = isChained ? chainedBounds(part) : both?.children.map(boundOf);
	const [one, other] = (bounds ?? []).filter((bound) => bound !== undefined);
	if (!one || !other || one.subject !== other.subject || one.isLow === other.isLow) return [];
	const [low = 0, high = 0] = [one.value, other.value].sort((a, b) => a - b);
	return ofClass(low, high);
}

/** The bounds of a range that is written out. */
function writtenBounds(part: Part): readonly [number, number] {
	const [low, high] = [literalOf(childIn(part, 'left')), literalOf(childIn(part, 'right'))];
	return [Number(low?.value ?? 0), Number(high?.value ?? 0)];
}

function ofClass(low: number, high: number): readonly Sign[] {
	const end = high % 100 === 99 ? high + 1 : high;
	const start = low % 100 === 99 ? low + 1 : low;
	if (start % 100 !== 0 || end % 100 !== 0 || start < 100 || end > 600 || start >= end) return [];
	return end - start === 100
		? [{ weight: 14, reason: `from ${low} to ${high} is a class of statuses` }]
		: [{ weight: 6, reason: `from ${low} to ${high} are classes of statuses` }];
}

interface Bound {
	readonly subject: string;
	readonly value: number;
	/** Whether the subject is above it. */
	readonly isLow: boolean;
}

function boundOf(part: Part): Bound | undefined {
	if (part.kind === 'transparent') return boundOf(childIn(part, 'inner') ?? part.children[0] ?? part);
	if (part.kind !== 'comparison') return undefined;
	return between(childIn(part, 'left'), childIn(part, 'operator')?.text ?? '', childIn(part, 'right'));
}

/** `200 <= status < 300` */
function chainedBounds(part: Part): readonly (Bound | undefined)[] {
	const operands = [...childrenIn(part, 'left'), ...childrenIn(part, 'right')];
	return childrenIn(part, 'operator').map(({ text }, index) => between(operands[index], text, operands[index + 1]));
}

function between(left: Part | undefined, operator: string, right: Part | undefined): Bound | undefined {
	const literal = literalOf(right) ?? literalOf(left);
	const subject = literal && (literalOf(right) ? left : right);
	if (literal?.kind !== 'integer' || !subject || !/[<>]/.test(operator)) return undefined;
	return { subject: subject.text, value: Number(literal.value), isLow: operator.includes('>') === (subject === left) };
}
