import type { Entry } from '../catalog/catalog.ts';
import { constantName } from '../catalog/code-name.ts';
import type { Literal } from '../syntax/code.ts';
import type { Analysis, ErrorDispatch } from './analysis.ts';
import { weaknessOf } from './evidence/evidence-strength.ts';
import { isSystemCode } from './evidence/system-codes.ts';

/** A label that its API does not have, beside others that it has. */
export interface UnknownLabel {
	/** Counts from the block's start. */
	readonly literal: Literal;
	/** What was probably meant. */
	readonly near: Entry | undefined;
	/** Whether it is that code but for a slip of the fingers. */
	readonly isSlip: boolean;
	/** APIs add codes: without one near, or where the catalog may lack some, it may just be older than the code. */
	readonly isOnlyHint: boolean;
}

/** A label that stands alone may belong to anybody; beside two known ones it is a slip. */
const leastKnown = 2;

/** Codes have no spaces; messages have. */
const oneWord = /^\S+$/;

/** The labels of a dispatch that its API lacks and that are to be spoken of. */
export function unknownLabels(judged: ErrorDispatch, analysis: Analysis): readonly UnknownLabel[] {
	if (silenceAboutUnknown(judged, analysis) !== undefined) return [];
	const { catalog } = judged;
	return toldIn(judged, analysis).map((literal) => {
		const near = analysis.catalogs.closestCode(`${literal.value}`, catalog);
		const isOnlyHint = near === undefined || catalog.complete === false;
		return { literal, near, isSlip: isSlipOf(`${literal.value}`, near), isOnlyHint };
	});
}

/** Why nothing is said about the labels of a dispatch that its API lacks, as half a sentence. */
export function silenceAboutUnknown(judged: ErrorDispatch, analysis: Analysis): string | undefined {
	const { catalog, dispatch } = judged;
	if (unknownIn(judged, analysis).length === 0) return `no label is one that ${catalog.name} lacks`;
	if (knownEntriesIn(judged).size < leastKnown) return `fewer than two labels are codes of ${catalog.name}`;
	if (judged.labels.filter(({ unknown }) => unknown).length >= knownEntriesIn(judged).size)
		return `${catalog.name} has no more of the labels than it lacks`;
	if (dispatch.broken) return 'the code is not complete';
	if (toldIn(judged, analysis).length === 0)
		return catalog.complete === false
			? `the catalog of ${catalog.name} does not say that it has all codes`
			: `the catalog of ${catalog.name} is older than the code, or another's`;
	return weaknessOf(judged, analysis) ?? fitsElsewhere(judged, analysis);
}

/** Those of the unknown labels that are spoken of: only plain slips where they are more than a few, or codes may be missing. */
function toldIn(judged: ErrorDispatch, analysis: Analysis): readonly Literal[] {
	const unknown = unknownIn(judged, analysis);
	const isFew = unknown.length === 1 || unknown.length * 4 <= knownEntriesIn(judged).size;
	return isFew && judged.catalog.complete !== false
		? unknown
		: unknown.filter(({ value }) => isSlipOf(`${value}`, analysis.catalogs.closestCode(`${value}`, judged.catalog)));
}

/** What the labels of a dispatch stand for. */
export function knownEntriesIn({ labels }: ErrorDispatch): ReadonlySet<Entry> {
	return new Set(labels.flatMap(({ entries }) => entries));
}

/** The labels that are written out and that nobody's catalog has; a runtime's own codes are nobody's slip. */
function unknownIn({ labels, catalog }: ErrorDispatch, { catalogs }: Analysis): readonly Literal[] {
	return labels.flatMap(({ unknown, literal }) => {
		const text = `${literal?.value}`;
		const isOurs =
			unknown && literal && oneWord.test(text) && (!isSystemCode(text) || catalogs.closestCode(text, catalog));
		return isOurs ? [literal] : [];
	});
}

/** Whether the labels are as well another API's, which the file speaks of with as much evidence; half a sentence. */
function fitsElsewhere(judged: ErrorDispatch, { inPlay, catalogs }: Analysis): string | undefined {
	const known = [...knownEntriesIn(judged)];
	const rival = inPlay.find((other) => {
		if (other.catalog === judged.catalog || other.step !== judged.step) return false;
		return known.every(({ value }) => catalogs.has(other.catalog, value));
	});
	return rival && `${judged.catalog.name} and ${rival.catalog.name} fit equally well`;
}

/** Whether a text is the code in another spelling, or with one letter wrong, missing, added or changed with the next. */
function isSlipOf(text: string, meant: Entry | undefined): boolean {
	if (!meant) return false;
	const one = constantName(text);
	const other = constantName(String(meant.value));
	let start = 0;
	while (start < one.length && one[start] === other[start]) start++;
	let end = 0;
	while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
	const left = one.slice(start, one.length - end);
	const right = other.slice(start, other.length - end);
	if (isVariant(left + right, one.slice(0, start), one.slice(one.length - end))) return false;
	const isSwap = left.length === 2 && left[0] === right[1] && left[1] === right[0];
	return (left.length < 2 && right.length < 2) || (isSwap && right.length === 2);
}

/** Whether an API may well have both: `line_1` and `line_2`, `rate_limited` and `ratelimited`, one thing and several. */
function isVariant(difference: string, before: string, after: string): boolean {
	return /[\d_]/.test(difference) || (difference === 'S' && !before.endsWith('S') && /^(_|$)/.test(after));
}
