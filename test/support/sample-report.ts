import { reportFormats } from '../../server/src/cli/reports/index.ts';
import type { FileReport, Report, ReportedFinding } from '../../server/src/cli/reports/report.ts';
import { plain } from '../../server/src/cli/reports/style.ts';

const finding: ReportedFinding = {
	line: 7,
	column: 2,
	endLine: 7,
	endColumn: 21,
	severity: 'warning',
	message: 'RATE_LIMITED is not handled',
	rule: 'missing-required',
	api: 'silentchat',
	fixable: false,
	code: 'switch (error.code) {',
};

/** A finding that differs from an ordinary one in what is named. */
export function findingWith(differences: Partial<ReportedFinding> = {}): ReportedFinding {
	return { ...finding, ...differences };
}

/** A file of a repository whose root is the current folder. */
export function fileWith(path: string, findings: readonly ReportedFinding[]): FileReport {
	return { path, pathInRepository: path, findings };
}

export function reportWith(files: readonly FileReport[], problems: readonly string[] = []): Report {
	const rules = [
		{ name: 'missing-required', summary: 'No branch.', severity: 'warning' },
		{ name: 'unknown-code', summary: 'No such code.', severity: 'off', page: '# unknown-code\n\nOf `a` [b](c.md)\n' },
	] as const;
	return { files, problems, rules, version: '1.2.3' };
}

/** An error, a warning and a note in two files, and a file without any, below the folder `app` of a repository. */
export const sampleReport: Report = reportWith([
	{ ...fileWith('a b/ü.ts', [findingWith()]), pathInRepository: 'app/a b/ü.ts' },
	{ ...fileWith('clean.go', []), pathInRepository: 'app/clean.go' },
	{
		...fileWith('src/send.py', [
			findingWith({
				...{ line: 3, column: 5, endLine: 4, endColumn: 1, severity: 'error', message: 'No “X”' },
				...{ rule: 'unknown-code', fixable: true, code: 'if code == "X":' },
			}),
			findingWith({ line: 12, endLine: 12, severity: 'information', message: 'Odd', api: undefined }),
		]),
		pathInRepository: 'app/src/send.py',
	},
]);

/** A report as a format writes it, without colours. */
export function written(format: string, report: Report): string {
	const found = reportFormats.find(({ name }) => name === format);
	if (!found) throw new Error(`There is no format ${format}`);
	return found.write(report, plain);
}
