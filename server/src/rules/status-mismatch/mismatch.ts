import type { Analysis, AnalyzedBlock } from '../../analysis/analysis.ts';
import { type Catalog, type Entry, isDeprecated } from '../../catalog/catalog.ts';
import type { Literal } from '../../syntax/code.ts';
import type { Edit, Span } from '../../syntax/span.ts';
import { listed } from '../listed.ts';
import type { Finding, Fix } from '../rule.ts';

/** A code and a status that never come together. Offsets count from the block's start. */
export interface Mismatch {
	/** Where it is said. */
	readonly at: Span;
	readonly catalog: Catalog;
	/** The codes that are let in, or the one that is written; none comes with any of the statuses. */
	readonly codes: readonly Written<string>[];
	readonly statuses: readonly Written<StatusRange>[];
	/** Where the other of the two stands, and what to say of it. */
	readonly other: { readonly at: Span; readonly message: string };
	/** Whether nothing else would suffer from another status. */
	readonly mayChangeStatus: boolean;
	/** Codes that have a branch of their own beside this one. */
	readonly taken: ReadonlySet<string | number | undefined>;
}

/** What comes of looking at a code, or at a status that is tested for one: a mismatch, or half a sentence on why there is none. */
export interface Verdict {
	readonly at: Span;
	readonly says: Mismatch | string;
}

/** A value, and the literal that gives it where it stands here. */
export interface Written<Value> {
	readonly value: Value;
	readonly literal: Literal | undefined;
}

/** Statuses in a row; both ends belong to it. */
export interface StatusRange {
	readonly from: number;
	readonly to: number;
}

/** The highest status there is; what reaches beyond has no end. */
const highest = 599;

/** The statuses that a catalog documents for a code. */
export function documentedFor({ entries }: Catalog, code: string | number | undefined): readonly number[] {
	if (typeof code !== 'string') return [];
	return [...new Set(entries.flatMap((entry) => (entry.value === code ? explicitStatus(entry) : [])))];
}

function explicitStatus(entry: Entry): readonly number[] {
	return entry.kind === 'code' && entry.status !== undefined ? [entry.status] : [];
}

/** What is said about a mismatch, and what can be done. */
export function findingFor(mismatch: Mismatch, block: AnalyzedBlock, analysis: Analysis): Finding {
	const { at, other } = mismatch;
	return { at, message: messageOf(mismatch), related: [other], fixes: () => fixesFor(mismatch, block, analysis) };
}

function messageOf({ catalog, codes, statuses }: Mismatch): string {
	const documented = new Set(codes.flatMap(({ value }) => documentedFor(catalog, value)));
	const verb = codes.length === 1 ? 'comes' : 'come';
	const names = listed(
		codes.map(({ value }) => value),
		'and',
	);
	return `${names} of ${catalog.name} ${verb} with ${listed([...documented].map(String), 'or')}, never with ${namesOf(statuses)}`;
}

/** The statuses in words: `404 or 410`, `400 to 499`, `500 and above`. */
export function namesOf(statuses: readonly Written<StatusRange>[]): string {
	const names = statuses.map(({ value: { from, to } }) => {
		if (from === to) return `${from}`;
		if (to > highest) return `${from} and above`;
		return from < 100 ? `${to} and below` : `${from} to ${to}`;
	});
	return listed(names, 'or');
}

function fixesFor(mismatch: Mismatch, block: AnalyzedBlock, analysis: Analysis): readonly Fix[] {
	return [...changedStatus(mismatch, block, analysis), ...changedCode(mismatch, block, analysis)];
}

/** The documented status in the place of the only one that is written. */
function changedStatus(
	{ codes, statuses, catalog, mayChangeStatus }: Mismatch,
	block: AnalyzedBlock,
	analysis: Analysis,
): readonly Fix[] {
	const documented = new Set(codes.flatMap(({ value }) => documentedFor(catalog, value)));
	const [right] = documented;
	const literal = onlyLiteral(statuses);
	if (!mayChangeStatus || right === undefined || documented.size > 1 || !literal) return [];
	return [{ title: `Change the status to ${right}`, edits: [edited(literal, right, block, analysis)], safe: false }];
}

/** The only code that comes with the status, in the place of the only one that is written. */
function changedCode(
	{ codes, statuses, catalog, taken }: Mismatch,
	block: AnalyzedBlock,
	analysis: Analysis,
): readonly Fix[] {
	const literal = onlyLiteral(codes);
	const [status] = statuses;
	if (!literal || !status || statuses.length > 1 || status.value.from !== status.value.to) return [];
	const fitting = catalog.entries.filter(
		(entry) => !isDeprecated(entry) && documentedFor(catalog, entry.value).includes(status.value.from),
	);
	const [right] = fitting;
	if (!right || fitting.length > 1 || taken.has(right.value)) return [];
	return [
		{
			title: `Change the code to '${right.value}'`,
			edits: [edited(literal, right.value, block, analysis)],
			safe: false,
		},
	];
}

function onlyLiteral(written: readonly Written<unknown>[]): Literal | undefined {
	return written.length === 1 ? written[0]?.literal : undefined;
}

function edited(literal: Literal, value: string | number, { start }: AnalyzedBlock, { language }: Analysis): Edit {
	const text = literal.kind === 'string' ? language.write.string(String(value), literal) : String(value);
	return { start: start + literal.start, end: start + literal.end, text };
}
