import { runRules } from '../rules/run-rules.ts';
import type { Inspected } from './inspector.ts';
import { problemWithPath } from './read-text.ts';
import { byPlace } from './reports/order.ts';
import type { ReportedFinding } from './reports/report.ts';
import { reportedFinding } from './reports/reported-finding.ts';

/**
 * What the rules find in a file, in order. Never throws.
 * @param onProblem is told of a rule that failed, in a sentence with the file's path
 */
export function findingsOf(
	{ path, document, settings, analyses }: Inspected,
	onProblem: (message: string) => void,
): readonly ReportedFinding[] {
	const onCrash = (rule: string, error: unknown) =>
		onProblem(`${path}: the rule ${rule} failed: ${problemWithPath(error)}`);
	const findings = analyses.flatMap((analysis) =>
		runRules(analysis, settings, onCrash).map((finding) => reportedFinding(analysis, finding, document, onCrash)),
	);
	return findings.sort(byPlace);
}
