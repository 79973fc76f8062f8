import type { Analysis, AnalyzedBlock } from '../analysis/analysis.ts';
import { suppresses } from '../analysis/suppressions.ts';
import type { Span } from '../syntax/span.ts';
import { rules } from './index.ts';
import type { Finding, PlacedFinding, Rule, RuleSettings } from './rule.ts';

/**
 * What the rules find in a document: offsets count from its start, sorted by place.
 * @param onCrash is told of a rule that threw; the others go on.
 */
export function runRules(
	analysis: Analysis,
	settings: RuleSettings,
	onCrash: (rule: string, error: unknown) => void,
): readonly PlacedFinding[] {
	if (analysis.quiet) return [];
	const found = rules.flatMap((rule) => {
		try {
			return findingsOf(rule, analysis, settings);
		} catch (error) {
			onCrash(rule.name, error);
			return [];
		}
	});
	return found
		.filter((finding) => !isSuppressed(finding, analysis))
		.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}

function findingsOf(rule: Rule, analysis: Analysis, settings: RuleSettings): readonly PlacedFinding[] {
	const chosen = Object.hasOwn(settings.rules, rule.name) ? settings.rules[rule.name] : undefined;
	if ((chosen ?? rule.severity) === 'off') return [];
	return analysis.blocks.flatMap((block) =>
		[...rule.check(block, analysis, settings)].map((finding) => placed(finding, rule, block, chosen)),
	);
}

function placed(
	finding: Finding,
	rule: Rule,
	{ start }: AnalyzedBlock,
	chosen: Rule['severity'] | undefined,
): PlacedFinding {
	const move = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
	const severity = chosen ?? finding.severity ?? rule.severity;
	return {
		...finding,
		at: move(finding.at),
		...(finding.related ? { related: finding.related.map(({ at, message }) => ({ at: move(at), message })) } : {}),
		rule: rule.name,
		severity: severity === 'off' ? 'hint' : severity,
	};
}

function isSuppressed({ rule, at }: PlacedFinding, { directives, document }: Analysis): boolean {
	if (directives.suppressions.length === 0) return false;
	return suppresses(directives, rule, document.positionAt(at.start).line) !== undefined;
}
