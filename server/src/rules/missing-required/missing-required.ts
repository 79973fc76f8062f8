import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../../analysis/analysis.ts';
import type { Entry } from '../../catalog/catalog.ts';
import { statusOf } from '../../catalog/catalog-index.ts';
import { addAllCases, addCases, type DispatchPlace } from '../add-cases.ts';
import { coversOf } from '../dispatch-default.ts';
import { headOf } from '../dispatch-head.ts';
import { weightOf } from '../levels.ts';
import { listed } from '../listed.ts';
import { misspeltIn } from '../misspelt-labels.ts';
import type { Finding, Fix, Rule, RuleOptions, RuleSettings } from '../rule.ts';
import { coverFix } from './cover-fix.ts';

/** More than these are counted instead of named. */
const mostNamed = 3;

/** Warns where a dispatch over an API's errors lacks one that whoever dispatches must handle. */
export const missingRequired: Rule = {
	name: 'missing-required',
	summary: 'An error that must be handled by name has no branch.',
	severity: 'warning',

	*check(block, analysis, settings) {
		for (const judged of block.dispatches) {
			const lacking = lackingIn(judged, block, analysis, settings);
			if (lacking.length === 0) continue;
			const misspelt = misspeltHere(judged, block, analysis, settings);
			const missing = lacking.filter((entry) => !misspelt.has(entry));
			if (missing.length > 0) yield findingFor({ judged, block, analysis, misspelt }, missing, settings);
		}
	},

	whySilent({ judged, block }, analysis, settings) {
		if (!judged) return undefined;
		const missing = uncovered(judged, block, analysis);
		const silence = silenceOf(judged, missing, settings);
		if (silence !== undefined) return silence;
		if (!isFirst(judged, block, analysis)) return 'what else it looks at is warned about';
		const misspelt = misspeltHere(judged, block, analysis, settings);
		return missing.every((entry) => misspelt.has(entry)) ? 'what is missing is only misspelt' : undefined;
	},
};

/** A dispatch and what its labels were meant to be, which is not missing. */
interface LackingPlace extends DispatchPlace {
	readonly misspelt: ReadonlySet<Entry>;
}

function misspeltHere(
	judged: ErrorDispatch,
	block: AnalyzedBlock,
	analysis: Analysis,
	settings: RuleSettings,
): ReadonlySet<Entry> {
	return misspeltIn(
		judged,
		block,
		analysis,
		settings,
		weightOf(missingRequired, ownWeight(judged, settings), settings),
	);
}

/** Where a default takes what is missing, the user chooses how much that weighs. */
function ownWeight({ onDefault }: ErrorDispatch, { whenDefault }: RuleOptions): Pick<Finding, 'severity'> {
	return onDefault === 'ends' && whenDefault === 'information' ? { severity: whenDefault } : {};
}

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
 * else takes care of, those that are only misspelt among them. None where nothing is said about it.
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

function findingFor(place: LackingPlace, missing: readonly Entry[], settings: RuleSettings): Finding {
	const { judged } = place;
	return {
		at: headOf(judged),
		message: messageOf(judged, missing),
		...ownWeight(judged, settings),
		fixes: () => fixesOf(place, missing),
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

function fixesOf(place: LackingPlace, missing: readonly Entry[]): readonly Fix[] {
	const { judged, block, analysis, misspelt } = place;
	const codes = missing.map(({ value }) => String(value));
	const all = judged.missing.filter((entry) => !misspelt.has(entry));
	return [
		...addCases(place, missing, 'required').map((fix) => ({ ...fix, preferred: true })),
		...addAllCases(place, all, missing.length),
		...(missing.length > 1 ? missing.flatMap((entry) => addCases(place, [entry], 'required')) : []),
		...coverFix(judged, codes, block, analysis),
	];
}
