import { stripVTControlCharacters, styleText } from 'node:util';
import type { Severity } from '../rules/rule.ts';

/** What was found in one file; lines and columns count from one, columns in UTF-16 units. */
export interface FileReport {
	readonly path: string;
	readonly findings: readonly ReportedFinding[];
}

export interface ReportedFinding {
	readonly line: number;
	readonly column: number;
	readonly severity: Severity;
	readonly message: string;
	readonly rule: string;
}

/** How text is coloured; without colours, the text as it is. */
export type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

export const plain: Style = (_, text) => text;
export const coloured: Style = (format, text) => styleText(format, text, { validateStream: false });

/** The findings of one file, a line each, below the file's name; nothing where there are none. */
export function reportFile({ path, findings }: FileReport, style: Style): string {
	if (findings.length === 0) return '';
	const rows = findings.map(({ line, column, severity, message, rule }) => [
		style('dim', `${line}:${column}`),
		style(colours[severity], severity),
		message,
		style('dim', rule),
	]);
	const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
	const lines = rows.map((row) => `  ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')}`);
	return `${[style('underline', path), ...lines].join('\n')}\n\n`;
}

/** How much was found, in one line. */
export function summarize(findings: readonly ReportedFinding[], files: number, style: Style): string {
	const read = counted(files, 'file');
	if (findings.length === 0) return `${style('green', 'No problems')} in ${read}.\n`;
	const count = (...severities: readonly Severity[]) =>
		findings.filter(({ severity }) => severities.includes(severity)).length;
	const parts = [
		counted(count('error'), 'error'),
		counted(count('warning'), 'warning'),
		counted(count('information', 'hint'), 'note'),
	];
	const total = counted(findings.length, 'problem');
	return `${style(count('error', 'warning') > 0 ? 'red' : 'blue', total)} in ${read}: ${parts.join(', ')}.\n`;
}

const colours: Readonly<Record<Severity, Parameters<typeof styleText>[0]>> = {
	error: 'red',
	warning: 'yellow',
	information: 'blue',
	hint: 'gray',
};

/** A number and what it counts, as `2 files`. */
export function counted(count: number, one: string, more = `${one}s`): string {
	return `${count} ${count === 1 ? one : more}`;
}

function padded(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

function widthOf(text: string): number {
	return stripVTControlCharacters(text).length;
}
