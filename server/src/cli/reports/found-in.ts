import { severities } from '../../rules/rule.ts';
import type { FileReport, ReportedFinding } from './report.ts';

/** A finding and the file in which it is. */
export interface FoundIn {
	readonly file: FileReport;
	readonly finding: ReportedFinding;
}

/** All findings, in the order of the report. */
export function allFindings(files: readonly FileReport[]): readonly FoundIn[] {
	return files.flatMap((file) => file.findings.map((finding) => ({ file, finding })));
}

/** Sorts findings, the most severe first; those that weigh the same keep their order. */
export function mostSevereFirst(found: readonly FoundIn[]): readonly FoundIn[] {
	return severities.flatMap((severity) => found.filter(({ finding }) => finding.severity === severity));
}
