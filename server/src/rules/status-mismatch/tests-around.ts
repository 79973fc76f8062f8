import type { Label, RangeLabel } from '../../syntax/code.ts';
import { type Atom, atomsIn, labelsOf } from '../../syntax/dispatches/labels.ts';
import { leaves } from '../../syntax/dispatches/statements.ts';
import { pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, childrenIn, type Part, partsAround } from '../../syntax/parts/part.ts';

/** A test that must have held where a part is reached. */
export interface Test {
	/** The values that it lets through, and no others. */
	readonly labels: readonly Label[];
	/** Whether it stands in the same condition, beside the part. */
	readonly isBeside: boolean;
}

/** Whether a test looks at what is asked for. */
type IsAsked = (asked: Pick<Atom, 'path' | 'subject'>) => boolean;

/** The tests that must have held where a part is reached, innermost first; those that cannot be told are left out. */
export function* testsAround(part: Part, isAsked: IsAsked): Generator<Test> {
	let inner = part;
	for (const around of partsAround(part)) {
		for (const labels of labelsAt(around, inner, isAsked))
			if (labels && areTold(labels)) yield { labels, isBeside: around.kind === 'and' };
		inner = around;
	}
}

function labelsAt(around: Part, inner: Part, isAsked: IsAsked): readonly (readonly Label[] | undefined)[] {
	switch (around.kind) {
		case 'and':
			return around.children.filter((child) => child !== inner).map((child) => letThrough(child, isAsked));
		case 'if':
		case 'ternary':
			return inner.fields.includes('body') ? [letThrough(childIn(around, 'condition'), isAsked)] : [];
		case 'case':
			return inner.fields.includes('label') ? [] : [letInto(around, isAsked)];
		default:
			return [];
	}
}

/** The values with which a condition can hold; undefined where others may do as well. */
function letThrough(condition: Part | undefined, isAsked: IsAsked): readonly Label[] | undefined {
	switch (condition?.kind) {
		case 'transparent':
			return letThrough(partsOf(condition)[0], isAsked);
		case 'or': {
			const sides = partsOf(condition).map((side) => letThrough(side, isAsked));
			return sides.includes(undefined) ? undefined : sides.flatMap((side) => side ?? []);
		}
		case 'and':
			return (
				both(partsOf(condition).flatMap((side) => (letThrough(side, isAsked) ?? []).slice(0, 1))) ??
				partsOf(condition)
					.map((side) => letThrough(side, isAsked))
					.find((side) => side !== undefined)
			);
		case 'comparison':
		case 'membership':
		case 'call': {
			const [atom, ...others] = atomsIn(condition);
			return atom && others.length === 0 && isAsked(atom) ? atom.labels : undefined;
		}
		default:
			return undefined;
	}
}

const partsOf = (part: Part): readonly Part[] => part.children.filter(({ kind }) => kind !== 'comment');

/** The two bounds of a range as one: `status >= 400 && status < 500`. */
function both([low, high, ...others]: readonly Label[]): readonly RangeLabel[] | undefined {
	if (low?.kind !== 'range' || high?.kind !== 'range' || others.length > 0) return undefined;
	return [{ ...low, end: high.end, from: Math.max(low.from, high.from), to: Math.min(low.to, high.to) }];
}

/** The values with which control gets into a case: its own, and those of the cases that run into it. */
function letInto(one: Part, isAsked: IsAsked): readonly Label[] | undefined {
	const around = one.parent;
	const subject = around?.kind === 'switch' ? childIn(around, 'subject') : undefined;
	if (!around || !subject) return undefined;
	const isTrue = subject.text.replace(/[()\s]/g, '') === 'true';
	const path = pathOf(subject);
	if (!isTrue && (path === undefined || !isAsked({ path, subject }))) return undefined;
	const cases = around.children.filter(({ kind }) => kind === 'case' || kind === 'default');
	const found: Label[] = [];
	for (let index = cases.indexOf(one); ; index--) {
		const current = cases[index];
		if (!current || (current !== one && leaves(childrenIn(current, 'body')))) return found;
		const labels = current.kind === 'case' ? labelsOfCase(current, isTrue, isAsked) : undefined;
		if (!labels) return undefined;
		found.push(...labels);
	}
}

function labelsOfCase(one: Part, isTrue: boolean, isAsked: IsAsked): readonly Label[] | undefined {
	const labels = childrenIn(one, 'label');
	if (!isTrue) return labels.flatMap((label) => labelsOf(label));
	const sides = labels.map((label) => letThrough(label, isAsked));
	return sides.includes(undefined) ? undefined : sides.flatMap((side) => side ?? []);
}

function areTold(labels: readonly Label[]): boolean {
	return labels.length > 0 && labels.every(({ kind, negated }) => kind !== 'unknown' && !negated);
}
