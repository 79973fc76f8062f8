import type { JudgedLabel } from '../../analysis/analysis.ts';
import type { Rule } from '../rule.ts';

/** Warns where one dispatch handles the same error twice: the second branch is never reached. */
export const duplicateBranch: Rule = {
	name: 'duplicate-branch',
	summary: 'The same error is handled twice; the second branch is never reached.',
	severity: 'warning',

	*check(block) {
		for (const { dispatch, labels } of block.dispatches) {
			if (dispatch.form === 'membership' || dispatch.form === 'predicate' || dispatch.form === 'flag') continue;
			const seen = new Map<string | number, JudgedLabel>();
			for (const judged of labels) {
				const { label, value } = judged;
				if (value === undefined || label.negated || label.kind === 'range') continue;
				const first = seen.get(value);
				seen.set(value, first ?? judged);
				if (!first) continue;
				yield {
					at: label,
					message: `${label.part.text} is already handled above`,
					related: [{ at: first.label, message: 'handled here' }],
					tag: 'unnecessary',
				};
			}
		}
	},
};
