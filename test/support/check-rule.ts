import type { PlacedFinding, RuleSettings } from '../../server/src/rules/rule.ts';
import { runRules } from '../../server/src/rules/run-rules.ts';
import { analyzed, noContext } from './analyzed.ts';

export const plainSettings: RuleSettings = { rules: {}, whenDefault: 'warning' };

/** What a rule finds in a source. A rule that throws fails the test. */
export async function findingsOf(
	rule: string,
	text: string,
	{ settings = plainSettings, languageId = 'typescript', context = noContext } = {},
): Promise<readonly PlacedFinding[]> {
	const found = runRules(await analyzed(text, languageId, context), settings, (name, error) => {
		throw new Error(`${name} failed`, { cause: error });
	});
	return found.filter((finding) => finding.rule === rule);
}

/** The words of a source that the findings mark, each after its severity. */
export function shown(text: string, findings: readonly PlacedFinding[]): readonly string[] {
	return findings.map(({ at, severity }) => `${severity}: ${text.slice(at.start, at.end)}`);
}
