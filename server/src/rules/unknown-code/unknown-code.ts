import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../../analysis/analysis.ts';
import {
	knownEntriesIn,
	silenceAboutUnknown,
	type UnknownLabel,
	unknownLabels,
} from '../../analysis/unknown-labels.ts';
import { misspeltRule } from '../misspelt-labels.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** Warns about a label that the API of its dispatch does not have. */
export const unknownCode: Rule = {
	name: misspeltRule.name,
	summary: 'A code that the API does not document, among others that it does.',
	severity: misspeltRule.severity,
	hasSafeFixes: true,

	*check(block, analysis) {
		for (const judged of block.dispatches) {
			for (const label of unknownLabels(judged, analysis)) yield findingFor(label, judged, block, analysis);
		}
	},

	whySilent: ({ judged }, analysis) => (judged?.on === 'code' ? silenceAboutUnknown(judged, analysis) : undefined),
};

function findingFor(
	{ literal, near, isSlip, isOnlyHint }: UnknownLabel,
	judged: ErrorDispatch,
	block: AnalyzedBlock,
	analysis: Analysis,
): Finding {
	const at = { start: literal.start, end: literal.end };
	const message = `${judged.catalog.name} documents no code '${literal.value}'`;
	const severity = isOnlyHint ? { severity: 'hint' as const } : {};
	if (!near) return { at, message, ...severity };
	const fixes = (): readonly Fix[] => {
		const text = analysis.language.write.string(String(near.value), literal);
		const edits = [{ start: block.start + literal.start, end: block.start + literal.end, text }];
		const isHandled = knownEntriesIn(judged).has(near);
		// Where the right code has a branch already, two would be the same: a person has to look.
		const safe = !isHandled && isSlip;
		return [{ title: `Replace with '${near.value}'`, edits, safe, preferred: !isHandled }];
	};
	return { at, message: `${message}; did you mean '${near.value}'?`, ...severity, fixes };
}
