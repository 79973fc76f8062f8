import type { Severity } from '../../rules/rule.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { jsonText } from './json-text.ts';
import type { ReportFormat } from './report.ts';

/** @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: ReportFormat = {
	name: 'gitlab',
	summary: 'GitLab’s Code Quality',
	write({ files }) {
		const issues = files.flatMap((file) => {
			const fingerprints = fingerprintsOf(file);
			return file.findings.map(({ rule, message, severity, line, endLine }, index) => ({
				description: message,
				check_name: rule,
				fingerprint: fingerprints[index],
				severity: severities[severity],
				location: { path: file.pathInRepository, lines: { begin: line, end: endLine } },
			}));
		});
		return jsonText(issues);
	},
};

const severities: Readonly<Record<Severity, string>> = {
	error: 'major',
	warning: 'minor',
	information: 'info',
	hint: 'info',
};
