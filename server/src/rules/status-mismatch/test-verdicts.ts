import type { Analysis, AnalyzedBlock, ErrorDispatch, JudgedLabel } from '../../analysis/analysis.ts';
import { weaknessOf } from '../../analysis/evidence/evidence-strength.ts';
import { valueOfLabel } from '../../analysis/names/values.ts';
import { looksLikeCode, looksLikeStatus } from '../../analysis/status/status-evidence.ts';
import type { Label } from '../../syntax/code.ts';
import { sourceOf } from '../../syntax/dispatches/binding.ts';
import type { Part } from '../../syntax/parts/part.ts';
import type { Span } from '../../syntax/span.ts';
import { documentedFor, type Mismatch, namesOf, type StatusRange, type Verdict, type Written } from './mismatch.ts';
import { type Asked, areOfOneResponse } from './same-response.ts';
import { type Test, testsAround } from './tests-around.ts';

/** A label of a dispatch in its block. */
interface Place {
	readonly judged: ErrorDispatch;
	readonly label: JudgedLabel;
	readonly block: AnalyzedBlock;
	readonly analysis: Analysis;
}

/** Codes that are tested for where a status is known, and statuses that are tested for where a code is. */
export function* testVerdicts(block: AnalyzedBlock, analysis: Analysis): Generator<Verdict> {
	for (const judged of block.dispatches) {
		for (const label of judged.labels) {
			if (label.label.negated || label.label.end > block.code.text.length) continue;
			const place = { judged, label, block, analysis };
			const says = judged.on === 'code' ? underStatus(place) : underCode(place);
			if (says !== undefined) yield { at: spanOf(label.label), says };
		}
	}
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** A code that is tested for where the status is known. */
function underStatus(place: Place): Mismatch | string | undefined {
	const { judged, label, analysis } = place;
	const { value } = label;
	if (typeof value !== 'string' || label.entries.length === 0) return undefined;
	const documented = documentedFor(judged.catalog, value);
	const weakness = weaknessFor(judged, value, analysis);
	if (documented.length === 0) return `${judged.catalog.name} documents no status for ${value}`;
	if (weakness !== undefined) return weakness;
	const own = { path: judged.dispatch.subject.path, subject: label.label.part };
	const isAsked = (asked: Asked): boolean =>
		isNamed(asked, looksLikeStatus) && areOfOneResponse(asked, own, analysis.facts);
	const tests = [...testsAround(label.label.part, isAsked)];
	if (tests.length === 0) return 'no status of the same response is known there';
	for (const test of tests) {
		const statuses = rangesOf(test.labels, analysis);
		if (!statuses || fits(documented, statuses)) continue;
		if (asksBeside(documented, place)) return 'the same condition asks for the documented status too';
		return { ...sidesOf(place, value, statuses, test), at: spanOf(label.label) };
	}
	return `it comes with ${documented.join(' or ')}, and that is let in`;
}

/** `status === 429 || (status === 400 && code === 'RATE_LIMITED')`: who wrote that knows more than the documentation. */
function asksBeside(documented: readonly number[], { label, block, analysis }: Place): boolean {
	let condition: Part = label.label.part;
	for (let around = condition.parent; around?.kind && inConditions.has(around.kind); around = around.parent)
		condition = around;
	return block.dispatches.some(
		({ on, labels }) =>
			on === 'status' &&
			labels.some((one) => {
				const { start, end } = one.label;
				const statuses = condition.start <= start && end <= condition.end && rangesOf([one.label], analysis);
				return statuses && fits(documented, statuses);
			}),
	);
}

const inConditions: ReadonlySet<Part['kind']> = new Set([
	'and',
	'or',
	'not',
	'transparent',
	'comparison',
	'membership',
]);

function sidesOf(
	{ judged, label, block }: Place,
	value: string,
	statuses: readonly Written<StatusRange>[],
	{ labels, isBeside }: Test,
): Omit<Mismatch, 'at'> {
	const taken = new Set(judged.labels.filter((one) => one !== label).map((one) => one.value));
	const [first] = labels;
	const fitting = judged.labels.some((one) => fits(documentedFor(judged.catalog, one.value), statuses));
	return {
		catalog: judged.catalog,
		codes: [{ value, literal: label.literal }],
		statuses,
		other: { at: first ? spanOf(first) : spanOf(label.label), message: `only ${namesOf(statuses)} gets here` },
		mayChangeStatus: isBeside || !(fitting || hasBranchFor(documentedFor(judged.catalog, value), first, block)),
		taken,
	};
}

/** Whether the dispatch that knows the status has a branch for one of these already. */
function hasBranchFor(statuses: readonly number[], label: Label | undefined, { dispatches }: AnalyzedBlock): boolean {
	const around = dispatches.find(({ labels }) => labels.some((one) => one.label.part === label?.part));
	return around?.labels.some(({ value }) => statuses.includes(Number(value))) ?? false;
}

/** A status that is tested for in a branch for codes. */
function underCode(place: Place): Mismatch | undefined {
	const { judged, label, block, analysis } = place;
	const statuses = rangesOf([label.label], analysis);
	if (!statuses) return undefined;
	const own = { path: judged.dispatch.subject.path, subject: label.label.part };
	const isAsked = (asked: Asked): boolean =>
		isNamed(asked, looksLikeCode) && areOfOneResponse(own, asked, analysis.facts);
	for (const { labels, isBeside } of testsAround(label.label.part, isAsked)) {
		// Those beside it are looked at from the side of the code.
		const codes = isBeside ? undefined : codesOf(labels, block, analysis);
		const [first] = labels;
		if (!codes || !first || fits(codes.documented, statuses)) continue;
		return {
			at: spanOf(label.label),
			catalog: codes.judged.catalog,
			codes: codes.written,
			statuses,
			other: { at: spanOf(first), message: `only ${codes.written.map(({ value }) => value).join(' or ')} gets here` },
			mayChangeStatus: !judged.labels.some(({ value }) => codes.documented.includes(Number(value))),
			taken: new Set(codes.judged.labels.map(({ value }) => value)),
		};
	}
	return undefined;
}

interface Codes {
	readonly judged: ErrorDispatch;
	readonly written: readonly Written<string>[];
	/** Every status with which one of them comes. */
	readonly documented: readonly number[];
}

/** What the labels of a test on codes stand for; undefined where that is not known of each. */
function codesOf(labels: readonly Label[], { dispatches }: AnalyzedBlock, analysis: Analysis): Codes | undefined {
	const parts = new Set<Part>(labels.map(({ part }) => part));
	const judged = dispatches.find((one) => one.on === 'code' && one.labels.some(({ label }) => parts.has(label.part)));
	const known = judged?.labels.filter(({ label }) => parts.has(label.part)) ?? [];
	if (!judged || known.length !== parts.size) return undefined;
	const written: Written<string>[] = [];
	const documented: number[] = [];
	for (const { value, literal } of known) {
		const own = documentedFor(judged.catalog, value);
		if (typeof value !== 'string' || own.length === 0 || weaknessFor(judged, value, analysis) !== undefined)
			return undefined;
		written.push({ value, literal });
		documented.push(...own);
	}
	return { judged, written, documented };
}

/** Why what is known of the API does not do for a warning about one of its codes. */
function weaknessFor(judged: ErrorDispatch, code: string, analysis: Analysis): string | undefined {
	if (judged.dispatch.broken) return 'the code is not complete';
	const weakness = weaknessOf(judged, analysis);
	if (weakness !== undefined) return weakness;
	const rival = analysis.inPlay.find(
		({ catalog, step }) =>
			catalog !== judged.catalog && step === judged.step && catalog.entries.some(({ value }) => value === code),
	);
	return rival && `${judged.catalog.name} and ${rival.catalog.name} fit equally well`;
}

function isNamed({ path, subject }: Asked, looks: (path: string) => boolean): boolean {
	return looks(path) || looks(sourceOf(path, subject));
}

/** The statuses that labels stand for; undefined where one cannot be told. */
function rangesOf(
	labels: readonly Label[],
	{ facts, catalogs }: Analysis,
): readonly Written<StatusRange>[] | undefined {
	const found: Written<StatusRange>[] = [];
	for (const label of labels) {
		if (label.kind === 'range') {
			found.push({ value: { from: label.from, to: label.to }, literal: undefined });
			continue;
		}
		const status = Number(valueOfLabel(label, facts, catalogs)?.value ?? Number.NaN);
		if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
		const literal = label.kind === 'literal' ? label.literal : undefined;
		found.push({ value: { from: status, to: status }, literal });
	}
	return found.length > 0 ? found : undefined;
}

function fits(documented: readonly number[], statuses: readonly Written<StatusRange>[]): boolean {
	return documented.some((status) => statuses.some(({ value: { from, to } }) => from <= status && status <= to));
}
