import { type Finding, type Rule, type RuleSettings, type Severity, severities } from './rule.ts';

/** How much the findings of a rule weigh, by the user's choice or else its own. */
export function levelOf(rule: Pick<Rule, 'name' | 'severity'>, { rules: levels }: RuleSettings): Severity | 'off' {
	return (Object.hasOwn(levels, rule.name) ? levels[rule.name] : undefined) ?? rule.severity;
}

/** How much a finding weighs, which may be less than its rule does; never more than the user chose. */
export function weightOf(
	rule: Pick<Rule, 'name' | 'severity'>,
	{ severity: own }: Pick<Finding, 'severity'>,
	settings: RuleSettings,
): Severity {
	const level = levelOf(rule, settings);
	const known = level === 'off' ? 'hint' : level;
	return own && weighsMore(known, own) ? own : known;
}

/** Whether one severity is above the other. */
export function weighsMore(one: Severity, other: Severity): boolean {
	return severities.indexOf(one) < severities.indexOf(other);
}
