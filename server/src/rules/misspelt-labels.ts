import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../analysis/analysis.ts';
import { suppresses } from '../analysis/directives/suppressions.ts';
import { type UnknownLabel, unknownLabels } from '../analysis/unknown-labels.ts';
import type { Entry } from '../catalog/catalog.ts';
import { levelOf, weighsMore, weightOf } from './levels.ts';
import type { RuleSettings, Severity } from './rule.ts';

/** The rule that tells of misspelt labels. */
export const misspeltRule = { name: 'unknown-code', severity: 'warning' } as const;

/**
 * The codes that labels of a dispatch were meant to be, where the user is told so: one mistake is one finding, and a code
 * that is only misspelt is not missing as well. What weighs less than a finding does not stand for it.
 * @param weight how much a finding weighs that is left out for it
 */
export function misspeltIn(
	judged: ErrorDispatch,
	block: AnalyzedBlock,
	analysis: Analysis,
	settings: RuleSettings,
	weight: Severity,
): ReadonlySet<Entry> {
	if (levelOf(misspeltRule, settings) === 'off' || !judged.labels.some(({ unknown }) => unknown)) return new Set();
	const { document, directives } = analysis;
	const isTold = ({ literal, isOnlyHint }: UnknownLabel): boolean => {
		const at = block.start + literal.start;
		if (document.isQuietAt?.(at) || suppresses(directives, misspeltRule.name, document.positionAt(at).line))
			return false;
		return !weighsMore(weight, weightOf(misspeltRule, isOnlyHint ? { severity: 'hint' } : {}, settings));
	};
	return new Set(unknownLabels(judged, analysis).flatMap((label) => (label.near && isTold(label) ? [label.near] : [])));
}
