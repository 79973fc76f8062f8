import { escaped } from '../cells/cell-text.ts';
import { mostRows } from '../page.ts';
import type { BlockAt } from './block-at.ts';

/** Lines that one row may go over. */
const mostLines = 30;

/**
 * Reads a table whose cells are parted by tabs, as browsers put it on the clipboard. A cell of several paragraphs goes
 * over several lines: then the row ends where it has as many tabs as the first.
 */
export function tabbedTableAt(lines: readonly string[], start: number): BlockAt | undefined {
	const tabs = tabsIn(lines[start] ?? '');
	if (tabs === 0) return undefined;
	const rows: (readonly string[])[] = [];
	let at = start;
	while (at < lines.length && rows.length <= mostRows) {
		const end = endOfRow(lines, at, tabs);
		if (end === undefined) break;
		rows.push(
			lines
				.slice(at, end)
				.join('\n')
				.split('\t')
				.map((cell) => escaped(cell.trim().replace(/\n{2,}/g, '\n'))),
		);
		at = end;
		while (rows.length > 0 && at < lines.length && (lines[at] ?? '').trim() === '' && hasRowAhead(lines, at, tabs))
			at++;
	}
	return rows.length < 2 ? undefined : { block: { kind: 'table', rows }, end: at };
}

/** The line after a row; undefined where no row begins here. */
function endOfRow(lines: readonly string[], start: number, tabs: number): number | undefined {
	let found = 0;
	for (let at = start; at < lines.length && at < start + mostLines; at++) {
		found += tabsIn(lines[at] ?? '');
		if (found > tabs) return undefined;
		if (found === tabs) return /\t\s*$/.test(lines[at] ?? '') ? endOfLastCell(lines, at + 1, tabs) : at + 1;
		if (found === 0 && (lines[at] ?? '').trim() !== '' && !isBeforeTab(lines, at)) return undefined;
	}
	return undefined;
}

/** Whether a line without tabs is a cell's, as the next line that is not empty begins with a tab. */
function isBeforeTab(lines: readonly string[], at: number): boolean {
	return (
		lines
			.slice(at + 1, at + 4)
			.find((line) => line !== '')
			?.startsWith('\t') ?? false
	);
}

/** A last cell that begins on a line of its own ends with its paragraph; a row like the others comes after it. */
function endOfLastCell(lines: readonly string[], at: number, tabs: number): number {
	let end = at;
	while (end < lines.length && end < at + 3 && (lines[end] ?? '').trim() === '') end++;
	const line = lines[end] ?? '';
	return end > at && line !== '' && tabsIn(line) === 0 && hasRowAhead(lines, end, tabs) ? end + 1 : at;
}

function hasRowAhead(lines: readonly string[], at: number, tabs: number): boolean {
	const next = lines.slice(at + 1, at + 3).find((line) => line.trim() !== '');
	return next !== undefined && tabsIn(next) === tabs;
}

function tabsIn(line: string): number {
	return line.split('\t').length - 1;
}
