import type { Analysis } from '../../analysis/analysis.ts';
import type { Entry } from '../../catalog/catalog.ts';
import { waitFix } from '../client-fixes.ts';
import { branchesFor, type ErrorBranch } from '../error-branches.ts';
import type { Finding, Rule } from '../rule.ts';
import { doesSomething, reachOf } from './branch-reach.ts';
import { fileReading } from './file-reading.ts';

/** Warns where a branch for a rate limit repeats, or does anything else about it, and never reads Retry-After. */
export const retryAfter: Rule = {
	name: 'retry-after',
	summary: 'A rate limit is answered without reading how long to wait.',
	severity: 'warning',

	*check(block, analysis) {
		if (fileReading(analysis).waitsByItself) return;
		for (const branch of branchesFor(block, analysis, mayTellHowLong)) yield* findingFor(branch, analysis);
	},
};

/** Whether Retry-After may come with the error. */
export function mayTellHowLong({ retry }: Entry): boolean {
	return retry === 'retry-after';
}

function* findingFor(branch: ErrorBranch, analysis: Analysis): Generator<Finding> {
	if (!doesSomething(branch)) return;
	const { repeats, readsHeader } = reachOf(branch, analysis);
	if (readsHeader) return;
	const { value } = branch.entry;
	const fixes = { fixes: () => waitFix(branch, analysis).map((fix) => ({ ...fix, preferred: true })) };
	if (repeats) {
		const message = `This repeats after ${value} without reading Retry-After, so it may come too early again`;
		yield { at: branch.label, message, ...fixes };
	} else {
		const message = `${value} may say in Retry-After how long to wait, and nothing here reads it`;
		yield { at: branch.label, message, severity: 'information', ...fixes };
	}
}
