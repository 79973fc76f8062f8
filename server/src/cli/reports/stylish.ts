import { stripVTControlCharacters } from 'node:util';
import type { Severity } from '../../rules/rule.ts';
import { inWords } from './counts.ts';
import { allFindings } from './found-in.ts';
import type { FileReport, ListedFinding, ReportFormat } from './report.ts';
import type { Style } from './style.ts';
import { visible } from './visible.ts';

export const stylish: ReportFormat = {
	name: 'stylish',
	summary: 'for people at a terminal',
	write({ files }, style) {
		const findings = allFindings(files).map(({ finding }) => finding);
		return files.map((file) => reportFile(file, style)).join('') + summarize(findings, files.length, style);
	},
};

/** What stands below the name of a file. */
export interface ListedFile extends Pick<FileReport, 'path'> {
	readonly findings: readonly ListedFinding[];
}

/** The findings of one file, a line each, below the file's name; nothing where there are none. */
export function reportFile({ path, findings }: ListedFile, style: Style): string {
	if (findings.length === 0) return '';
	const rows = findings.map(({ line, column, severity, message, rule }) => [
		style('dim', `${line}:${column}`),
		style(colours[severity], severity),
		visible(message),
		style('dim', visible(rule)),
	]);
	const widths = [0, 1, 2].map((column) =>
		rows.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), 0),
	);
	const lines = rows.map((row) => `  ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')}`);
	return `${[style('underline', visible(path)), ...lines].join('\n')}\n\n`;
}

/** How much was found, in one line. */
export function summarize(findings: readonly ListedFinding[], files: number, style: Style): string {
	return `${inWords(findings, files, style)}.\n`;
}

const colours: Readonly<Record<Severity, Parameters<Style>[0]>> = {
	error: 'red',
	warning: 'yellow',
	information: 'blue',
	hint: 'gray',
};

function padded(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

function widthOf(text: string): number {
	return stripVTControlCharacters(text).length;
}
