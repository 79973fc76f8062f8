import type { Analysis, ErrorDispatch } from '../../analysis/analysis.ts';
import { weaknessOf } from '../../analysis/evidence/evidence-strength.ts';
import type { Entry } from '../../catalog/catalog.ts';
import { waitFix } from '../client-fixes.ts';
import { branchesFor, type ErrorBranch } from '../error-branches.ts';
import type { Finding, Rule } from '../rule.ts';
import { doesSomething } from './branch-acts.ts';
import { reachOf } from './branch-reach.ts';
import { fileReading } from './file-reading.ts';

/** Warns where a branch for a rate limit repeats, or does anything else about it, and never reads Retry-After. */
export const retryAfter: Rule = {
	name: 'retry-after',
	summary: 'A rate limit is answered without reading how long to wait.',
	severity: 'warning',

	*check(block, analysis) {
		if (fileReading(analysis).waitsByItself) return;
		for (const branch of branchesFor(block, analysis, mayTellHowLong)) {
			if (silenceOf(branch, analysis) === undefined) yield findingFor(branch, analysis);
		}
	},

	whySilent({ judged, block }, analysis) {
		if (!judged?.labels.some(({ entries }) => entries.some(mayTellHowLong))) return undefined;
		if (fileReading(analysis).waitsByItself) return 'a library in the file repeats limited requests by itself';
		const silences: (string | undefined)[] = [];
		for (const branch of branchesFor(block, analysis, mayTellHowLong))
			if (branch.judged === judged) silences.push(silenceOf(branch, analysis));
		if (silences.length === 0) return whyNoBranch(judged, analysis);
		return silences.includes(undefined) ? undefined : silences[0];
	},
};

/** Why a dispatch that names a rate limit has no branch to look at. */
function whyNoBranch(judged: ErrorDispatch, analysis: Analysis): string {
	if (judged.dispatch.broken) return 'the code is not complete';
	return weaknessOf(judged, analysis) ?? 'there is no branch in which something is done about it';
}

function silenceOf(branch: ErrorBranch, analysis: Analysis): string | undefined {
	const weakness = weaknessOf(branch.judged, analysis);
	if (weakness !== undefined) return weakness;
	if (!doesSomething(branch)) return 'the branch only leaves, hands the error on or tells a person';
	return reachOf(branch, analysis).readsHeader ? 'the header is read, or may be' : undefined;
}

/** Whether Retry-After may come with the error. */
export function mayTellHowLong({ retry }: Entry): boolean {
	return retry === 'retry-after';
}

function findingFor(branch: ErrorBranch, analysis: Analysis): Finding {
	const { repeats } = reachOf(branch, analysis);
	const { value } = branch.entry;
	const fixes = { fixes: () => waitFix(branch, analysis).map((fix) => ({ ...fix, preferred: true })) };
	if (repeats) {
		const message = `This repeats after ${value} without reading Retry-After, so it may come too early again`;
		return { at: branch.label, message, ...fixes };
	}
	const message = `${value} may say in Retry-After how long to wait, and nothing here reads it`;
	return { at: branch.label, message, severity: 'information', ...fixes };
}
