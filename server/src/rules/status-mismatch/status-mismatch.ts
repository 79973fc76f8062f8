import type { Analysis, AnalyzedBlock } from '../../analysis/analysis.ts';
import type { Rule } from '../rule.ts';
import { bodyVerdicts } from './body-verdicts.ts';
import { findingFor, type Verdict } from './mismatch.ts';
import { testVerdicts } from './test-verdicts.ts';

/** Warns where a code is looked for, or written, under a status with which its API never sends it. */
export const statusMismatch: Rule = {
	name: 'status-mismatch',
	summary: 'A code under a status with which the API never sends it.',
	severity: 'warning',

	*check(block, analysis) {
		for (const { says } of verdictsIn(block, analysis))
			if (typeof says !== 'string') yield findingFor(says, block, analysis);
	},

	whySilent({ block, offset }, analysis) {
		const here = verdictsIn(block, analysis).filter(({ at }) => at.start <= offset && offset <= at.end);
		return here.map(({ says }) => says).find((says) => typeof says === 'string');
	},
};

/** What a block means lives through many versions of a document, and so does what is found in it. */
const known = new WeakMap<AnalyzedBlock['occurrences'], readonly Verdict[]>();

function verdictsIn(block: AnalyzedBlock, analysis: Analysis): readonly Verdict[] {
	const { occurrences } = block;
	const verdicts = known.get(occurrences) ?? [...testVerdicts(block, analysis), ...bodyVerdicts(block, analysis)];
	known.set(occurrences, verdicts);
	return verdicts;
}
