import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../../analysis/analysis.ts';
import { weaknessOf } from '../../analysis/evidence/evidence-strength.ts';
import { isSystemCode } from '../../analysis/evidence/system-codes.ts';
import type { Entry } from '../../catalog/catalog.ts';
import { constantName } from '../../catalog/code-name.ts';
import type { Literal } from '../../syntax/code.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** A label that stands alone may belong to anybody; beside two known ones it is a slip. */
const leastKnown = 2;

/** Codes have no spaces; messages have. */
const oneWord = /^\S+$/;

/** Warns about a label that the API of its dispatch does not have. */
export const unknownCode: Rule = {
	name: 'unknown-code',
	summary: 'A code that the API does not document, among others that it does.',
	severity: 'warning',
	hasSafeFixes: true,

	*check(block, analysis) {
		for (const judged of block.dispatches) {
			if (silenceOf(judged, analysis) !== undefined) continue;
			const known = knownIn(judged);
			for (const literal of toldIn(judged, analysis)) yield findingFor(literal, judged, known, block, analysis);
		}
	},

	whySilent: ({ judged }, analysis) => (judged?.on === 'code' ? silenceOf(judged, analysis) : undefined),
};

function silenceOf(judged: ErrorDispatch, analysis: Analysis): string | undefined {
	const { catalog, dispatch } = judged;
	if (unknownIn(judged, analysis).length === 0) return `no label is one that ${catalog.name} lacks`;
	if (knownIn(judged).size < leastKnown) return `fewer than two labels are codes of ${catalog.name}`;
	if (judged.labels.filter(({ unknown }) => unknown).length >= knownIn(judged).size)
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
	const isFew = unknown.length === 1 || unknown.length * 4 <= knownIn(judged).size;
	return isFew && judged.catalog.complete !== false
		? unknown
		: unknown.filter(({ value }) => isSlipOf(`${value}`, analysis.catalogs.closestCode(`${value}`, judged.catalog)));
}

function knownIn({ labels }: ErrorDispatch): ReadonlySet<Entry> {
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
	const known = [...knownIn(judged)];
	const rival = inPlay.find((other) => {
		if (other.catalog === judged.catalog || other.step !== judged.step) return false;
		return known.every(({ value }) => catalogs.has(other.catalog, value));
	});
	return rival && `${judged.catalog.name} and ${rival.catalog.name} fit equally well`;
}

function findingFor(
	literal: Literal,
	{ catalog }: ErrorDispatch,
	known: ReadonlySet<Entry>,
	block: AnalyzedBlock,
	analysis: Analysis,
): Finding {
	const at = { start: literal.start, end: literal.end };
	const near = analysis.catalogs.closestCode(String(literal.value), catalog);
	const message = `${catalog.name} documents no code '${literal.value}'`;
	// APIs add codes: without a likely slip, the catalog may just be older than the code.
	if (!near) return { at, message, severity: 'hint' };
	const fixes = (): readonly Fix[] => {
		const text = analysis.language.write.string(String(near.value), literal);
		const edits = [{ start: block.start + literal.start, end: block.start + literal.end, text }];
		// Where the right code has a branch already, two would be the same: a person has to look.
		const safe = !known.has(near) && isSlipOf(String(literal.value), near);
		return [{ title: `Replace with '${near.value}'`, edits, safe, preferred: !known.has(near) }];
	};
	const severity = catalog.complete === false ? { severity: 'hint' as const } : {};
	return { at, message: `${message}; did you mean '${near.value}'?`, ...severity, fixes };
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
