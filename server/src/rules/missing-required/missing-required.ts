import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../../analysis/analysis.ts';
import type { Entry } from '../../catalog/catalog.ts';
import { statusOf } from '../../catalog/catalog-index.ts';
import { addAllCases, addCases } from '../add-cases.ts';
import { coversOf } from '../dispatch-default.ts';
import { headOf } from '../dispatch-head.ts';
import { listed } from '../listed.ts';
import type { Finding, Fix, Rule, RuleOptions } from '../rule.ts';
import { coverFix } from './cover-fix.ts';

/** More than these are counted instead of named. */
const mostNamed = 3;

/** Warns where a dispatch over an API's errors lacks one that whoever dispatches must handle. */
export const missingRequired: Rule = {
	name: 'missing-required',
	summary: 'An error that must be handled by name has no branch.',
	severity: 'warning',

	*check(block, analysis, options) {
		for (const judged of block.dispatches) {
			const missing = lackingIn(judged, block, analysis, options);
			if (missing.length > 0) yield findingFor(judged, missing, block, analysis, options);
		}
	},

	whySilent({ judged, block }, analysis, options) {
		if (!judged) return undefined;
		const silence = silenceOf(judged, uncovered(judged, block, analysis), options);
		return silence ?? (isFirst(judged, block, analysis) ? undefined : 'what else it looks at is warned about');
	},
};

function silenceOf(
	{ silence, onDefault }: ErrorDispatch,
	missing: readonly Entry[],
	{ whenDefault }: RuleOptions,
): string | undefined {
	if (silence !== undefined) return silence;
	if (missing.length === 0) return 'a comment says that the default covers what is missing';
	return onDefault === 'ends' && whenDefault === 'off'
		? 'apiErrors.whenDefault is off, and the default takes what is missing'
		: undefined;
}

/** Of the things that one switch or chain looks at, the one to speak of: codes rather than statuses, and most labels. */
function isFirst(judged: ErrorDispatch, block: AnalyzedBlock, analysis: Analysis): boolean {
	const { dispatch, catalog } = judged;
	const [first] = block.dispatches
		.filter((other) => other.dispatch.part === dispatch.part && other.catalog === catalog)
		.filter((other) => other.silence === undefined && uncovered(other, block, analysis).length > 0)
		.sort((a, b) => Number(b.on === 'code') - Number(a.on === 'code') || b.labels.length - a.labels.length);
	return first === undefined || first === judged;
}

/**
 * The errors that a dispatch is warned about: those that must be handled, that it has no branch for, and that nothing
 * else takes care of. None where nothing is said about it.
 */
export function lackingIn(
	judged: ErrorDispatch,
	block: AnalyzedBlock,
	analysis: Analysis,
	options: RuleOptions,
): readonly Entry[] {
	const missing = uncovered(judged, block, analysis);
	const isSilent = silenceOf(judged, missing, options) !== undefined || !isFirst(judged, block, analysis);
	return isSilent ? [] : missing;
}

/** What no directive on the default takes care of. */
function uncovered(judged: ErrorDispatch, block: AnalyzedBlock, analysis: Analysis): readonly Entry[] {
	if (judged.silence !== undefined) return [];
	const codes = coversOf(judged, block, analysis).flatMap((cover) => cover.codes);
	const covered = new Set(codes.map(({ name }) => name));
	return judged.missingRequired.filter(({ value }) => !covered.has(String(value)));
}

function findingFor(
	judged: ErrorDispatch,
	missing: readonly Entry[],
	block: AnalyzedBlock,
	analysis: Analysis,
	{ whenDefault }: RuleOptions,
): Finding {
	const ends = judged.onDefault === 'ends';
	return {
		at: headOf(judged),
		message: messageOf(judged, missing),
		...(ends && whenDefault === 'information' ? { severity: whenDefault } : {}),
		fixes: () => fixesOf(judged, missing, block, analysis),
	};
}

function messageOf({ catalog, onDefault, on }: ErrorDispatch, missing: readonly Entry[]): string {
	const named = missing.slice(0, mostNamed).map((entry) => nameOf(entry, on));
	const more = missing.length > mostNamed ? ` + ${missing.length - mostNamed} more` : '';
	const [verb, them] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
	const now =
		onDefault === 'ends' ? `the default treats ${them} like any other error` : `no branch here deals with ${them}`;
	return `${more === '' ? listed(named) : named.join(', ') + more} of ${catalog.name} ${verb} not handled: ${now}`;
}

function nameOf(entry: Entry, on: ErrorDispatch['on']): string {
	const status = statusOf(entry);
	const isStatus = on === 'status' || status === undefined || status === entry.value;
	return isStatus ? String(entry.value) : `${entry.value} (${status})`;
}

function fixesOf(
	judged: ErrorDispatch,
	missing: readonly Entry[],
	block: AnalyzedBlock,
	analysis: Analysis,
): readonly Fix[] {
	const place = { judged, block, analysis };
	const codes = missing.map(({ value }) => String(value));
	return [
		...addCases(place, missing, 'required').map((fix) => ({ ...fix, preferred: true })),
		...addAllCases(place, missing.length),
		...(missing.length > 1 ? missing.flatMap((entry) => addCases(place, [entry], 'required')) : []),
		...coverFix(judged, codes, block, analysis),
	];
}
