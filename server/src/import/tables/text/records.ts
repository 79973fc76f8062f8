import { roleOfHeader } from '../cells/header-words.ts';
import type { CellTable } from '../page.ts';

/** A table made of blocks of lines, and the line after the last of them. */
export interface Records {
	readonly table: CellTable;
	readonly end: number;
}

const mostLabels = 8;
/** Lines of one record that are read. */
const mostLines = 60;

/**
 * Reads blocks such as `Name`, `400`, `Type`, `Description`, `A field is invalid.`, where each label has a line of its
 * own and the same labels come again and again.
 *
 * @returns undefined where no such block begins at the line
 */
export function recordsAt(lines: readonly string[], start: number): Records | undefined {
	const label = (lines[start] ?? '').trim();
	if (!isLabel(label) || (lines[start + 1] ?? '').trim() === '') return undefined;
	const rows: (readonly string[])[] = [];
	let header: readonly string[] = [];
	let at = start;
	while (at < lines.length && (lines[at] ?? '').trim() === label) {
		const record = recordAt(lines, at, label, rows.length > 0 ? header : undefined);
		if (record === undefined || (rows.length > 0 && record.labels.join('\n') !== header.join('\n'))) break;
		header = record.labels;
		rows.push(record.values);
		at = record.end;
		while (at < lines.length && (lines[at] ?? '').trim() === '') at++;
	}
	return rows.length < 2 && header.length < 3 ? undefined : { table: { kind: 'table', header, rows }, end: at };
}

function isLabel(line: string): boolean {
	return (
		line.length > 0 &&
		line.length <= 30 &&
		/^\p{Lu}/u.test(line) &&
		roleOfHeader(line) !== undefined &&
		!/[.,:;]$/.test(line)
	);
}

interface LabelledLines {
	readonly labels: readonly string[];
	readonly values: readonly string[];
	readonly end: number;
}

/** One record: its value ends with the first paragraph of the last label. */
function recordAt(
	lines: readonly string[],
	start: number,
	first: string,
	known?: readonly string[],
): LabelledLines | undefined {
	const isNext = (line: string) => isLabel(line) && known?.includes(line) !== false && !labels.includes(line);
	const labels: string[] = [];
	const values: string[][] = [];
	let at = start;
	for (; at < lines.length && at < start + mostLines; at++) {
		const line = (lines[at] ?? '').trim();
		const last = values.at(-1);
		if (isNext(line) && labels.length < mostLabels && !isValue(lines, at, labels)) {
			labels.push(line);
			values.push([]);
		} else if (line === first && at > start) break;
		else if (line === '') {
			if (last && last.length > 0 && !isNext(lineAhead(lines, at))) break;
		} else last?.push(line);
	}
	const isWhole = labels.length > 1 && (values[0]?.length ?? 0) > 0 && (values.at(-1)?.length ?? 0) > 0;
	return isWhole ? { labels, values: values.map((texts) => texts.join(' ')), end: at } : undefined;
}

/** A word right after the first label is its value, even where it could be a label. */
function isValue(lines: readonly string[], at: number, labels: readonly string[]): boolean {
	return (
		labels.length === 1 &&
		(lines[at - 1] ?? '').trim() === labels[0] &&
		!/^(?:type|description)$/i.test((lines[at] ?? '').trim())
	);
}

/** The next line, where only one empty line is between. */
function lineAhead(lines: readonly string[], at: number): string {
	return (lines[at + 1] ?? '').trim();
}
