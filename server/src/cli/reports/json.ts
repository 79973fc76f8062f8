import { countsOf } from './counts.ts';
import { allFindings } from './found-in.ts';
import { jsonText } from './json-text.ts';
import type { ReportFormat } from './report.ts';

export const json: ReportFormat = {
	name: 'json',
	summary: 'for programs; its fields stay as they are',
	write({ files, problems }) {
		const found = allFindings(files).map(({ file, finding }) => {
			const { line, column, endLine, endColumn, rule, severity, message, api, fixable } = finding;
			return { file: file.path, line, column, endLine, endColumn, rule, severity, message, api, fixable };
		});
		const counts = countsOf(files.flatMap(({ findings }) => findings));
		const whole = { format: 1, files: files.length, ...counts, problems, findings: found };
		return jsonText(whole);
	},
};
