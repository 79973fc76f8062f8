import type { FileReport, ReportedFinding, ReportFormat } from './report.ts';

/** A suite for each file and a test for each finding; notes pass, as they do not fail the command either. */
export const junit: ReportFormat = {
	name: 'junit',
	summary: 'XML, as most build servers read test results',
	write({ files }) {
		const failed = files.flatMap(({ findings }) => findings.filter(isFailure)).length;
		const tests = files.reduce((sum, file) => sum + testsIn(file), 0);
		const totals = attributes({ name: 'api-errors', tests, failures: failed, errors: 0 });
		const suites = files.map(suite).join('');
		return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals}>\n${suites}</testsuites>\n`;
	},
};

const isFailure = ({ severity }: ReportedFinding): boolean => severity === 'error' || severity === 'warning';

/** A file without findings has passed one test. */
const testsIn = ({ findings }: FileReport): number => Math.max(1, findings.length);

function suite(file: FileReport): string {
	const { pathInRepository: name, findings } = file;
	const failures = findings.filter(isFailure).length;
	const head = attributes({ name, tests: testsIn(file), failures, errors: 0 });
	const passed = `    <testcase ${attributes({ name: 'no problems', classname: name, file: name })}/>\n`;
	const cases = findings.length === 0 ? passed : findings.map((finding) => testCase(name, finding)).join('');
	return `  <testsuite ${head}>\n${cases}  </testsuite>\n`;
}

function testCase(file: string, finding: ReportedFinding): string {
	const { line, column, severity, message, rule } = finding;
	const head = attributes({ name: `${rule} (${line}:${column})`, classname: file, file, line });
	const text = escaped(`${file}:${line}:${column}: ${severity}: ${message} (${rule})`);
	const outcome = isFailure(finding)
		? `<failure ${attributes({ type: severity, message })}>${text}</failure>`
		: `<system-out>${text}</system-out>`;
	return `    <testcase ${head}>\n      ${outcome}\n    </testcase>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
	return Object.entries(values)
		.map(([name, value]) => `${name}="${escaped(String(value)).replaceAll(/[\t\n]/g, reference)}"`)
		.join(' ');
}

/** Text between tags: signs with a meaning are named, and those that no XML may have are left out. */
function escaped(text: string): string {
	return text.replaceAll(forbidden, '').replaceAll(/[&<>"'\r]/g, reference);
}

/** All but the `Char` of XML 1.0 (section 2.2), and the control characters that it only advises against. */
const forbidden = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function reference(sign: string): string {
	return names[sign] ?? `&#${sign.charCodeAt(0)};`;
}

const names: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
};
