import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index.ts';
import type { PlacedFinding, RuleSettings } from '../../server/src/rules/rule.ts';
import { runRules } from '../../server/src/rules/run-rules.ts';
import { analyzed, noContext } from './analyzed.ts';

export const plainSettings: RuleSettings = { rules: {}, whenDefault: 'warning' };

/** What a rule finds in a source. Fails where a rule throws, or has a safe fix though it says that it has none. */
export async function findingsOf(
	rule: string,
	text: string,
	{ settings = plainSettings, languageId = 'typescript', context = noContext } = {},
): Promise<readonly PlacedFinding[]> {
	const found = runRules(await analyzed(text, languageId, context), settings, (name, error) => {
		throw new Error(`${name} failed`, { cause: error });
	});
	for (const finding of found) checkSafety(finding);
	return found.filter((finding) => finding.rule === rule);
}

/** Reports take it from the rule that none of its fixes is safe, and do not make them to see. */
function checkSafety({ rule, fixes }: PlacedFinding): void {
	const mayBeSafe = rules.some(({ name, hasSafeFixes }) => name === rule && hasSafeFixes);
	if (mayBeSafe || !fixes) return;
	const safe = fixes().flatMap(({ title, safe }) => (safe ? [title] : []));
	assert.deepEqual(safe, [], `${rule} does not say that it has safe fixes`);
}

/** The words of a source that the findings mark, each after its severity. */
export function shown(text: string, findings: readonly PlacedFinding[]): readonly string[] {
	return findings.map(({ at, severity }) => `${severity}: ${text.slice(at.start, at.end)}`);
}
