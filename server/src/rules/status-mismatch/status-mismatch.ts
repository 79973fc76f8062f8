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
		const here = [...verdictsIn(block, analysis)].filter(({ at }) => at.start <= offset && offset <= at.end);
		return here.map(({ says }) => says).find((says) => typeof says === 'string');
	},
};

function* verdictsIn(block: AnalyzedBlock, analysis: Analysis): Generator<Verdict> {
	if (block.occurrences.length === 0) return;
	yield* testVerdicts(block, analysis);
	yield* bodyVerdicts(block, analysis);
}
