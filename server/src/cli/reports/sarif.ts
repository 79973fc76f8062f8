import type { Severity } from '../../rules/rule.ts';
import { counted } from './counts.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { mostSevereFirst } from './found-in.ts';
import { jsonText } from './json-text.ts';
import type { FileReport, Report, ReportedFinding, ReportFormat } from './report.ts';
import { sarifRule } from './sarif-rule.ts';

/** Results of a run that GitHub keeps; it refuses runs with many more. */
const largest = 5000;

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const sarif: ReportFormat = {
	name: 'sarif',
	summary: 'SARIF 2.1.0, for code scanning',
	hasPages: true,
	write(report) {
		const log = {
			$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
			version: '2.1.0',
			runs: [runOf(report)],
		};
		return jsonText(log);
	},
};

function runOf(report: Report) {
	const { files, problems, rules, version } = report;
	const found = files.flatMap(foundIn);
	const kept = new Set(mostSevereFirst(found).slice(0, largest));
	const cut =
		kept.size < found.length ? [`Here are ${counted(kept.size, 'finding')} of ${found.length}, the most severe.`] : [];
	const notifications = [
		...problems.map((text) => notification('error', text)),
		...cut.map((text) => notification('warning', text)),
	];
	const driver = { name: 'API Error IntelliSense', version, semanticVersion: version, rules: rules.map(sarifRule) };
	return {
		tool: { driver },
		invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: notifications }],
		columnKind: 'utf16CodeUnits',
		results: found.filter((one) => kept.has(one)).map((one) => resultOf(one, report)),
	};
}

const notification = (level: 'error' | 'warning', text: string) => ({ level, message: { text } });

interface Fingerprinted {
	readonly file: FileReport;
	readonly finding: ReportedFinding;
	readonly fingerprint: string | undefined;
}

function foundIn(file: FileReport): readonly Fingerprinted[] {
	const fingerprints = fingerprintsOf(file);
	return file.findings.map((finding, index) => ({ file, finding, fingerprint: fingerprints[index] }));
}

function resultOf({ file, finding, fingerprint }: Fingerprinted, { rules, isCompared }: Report) {
	const { line, column, endLine, endColumn, rule, severity, message } = finding;
	return {
		ruleId: rule,
		ruleIndex: rules.findIndex(({ name }) => name === rule),
		level: levels[severity],
		message: { text: message },
		...(isCompared && { baselineState: 'new' }),
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: uriOf(file.pathInRepository) },
					region: { startLine: line, startColumn: column, endLine, endColumn },
				},
			},
		],
		partialFingerprints: { 'apiErrorsRulePathLine/v1': fingerprint },
	};
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'note',
};

/** A relative reference (RFC 3986, section 4.2) to a file of the repository; a `file:` URI to one outside of it. */
function uriOf(path: string): string {
	const encoded = path.split('/').map(encodedSegment).join('/');
	if (path.startsWith('//')) return `file:${encoded}`;
	if (path.startsWith('/')) return `file://${encoded}`;
	return /^[a-z]:\//i.test(path) ? `file:///${encoded}` : encoded;
}

/** Names on disk need not be well-formed; what cannot be encoded is shown as not legible. */
function encodedSegment(segment: string): string {
	return encodeURIComponent(segment.toWellFormed()).replaceAll(/[!'()*]/g, percent);
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
