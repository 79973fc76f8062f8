import { headerWords, plain } from '../cells/cell-text.ts';
import { isSurelyCode, readCodeCell } from '../cells/code-cell.ts';
import { type Found, type Said, textsOf } from '../cells/found.ts';
import { isKnownHeader, roleOfHeader } from '../cells/header-words.ts';
import { saidIn } from '../cells/labels.ts';
import { isPhraseOf, isRegisteredStatus, readStatusCell } from '../cells/status-cell.ts';
import { type CellTable, clipped, mostRows } from '../page.ts';
import { type Columns, columnsOf } from './columns.ts';

/** What could be read of a table of cells. */
export interface TableReading {
	readonly found: readonly Found[];
	/** The header as it was taken, and what each column says. */
	readonly header: readonly string[] | undefined;
	readonly columns: Columns;
	/** Rows that name no error. */
	readonly passedOver: number;
}

/** A table whose header is known or is found to be missing. */
export interface HeadedTable {
	readonly header: readonly string[] | undefined;
	readonly rows: readonly (readonly string[])[];
}

/** Reads each row of a table as an error; undefined where the table is not one of errors. */
export function readTable(table: HeadedTable): TableReading | undefined {
	const columns = columnsOf(table.header, table.rows);
	if (columns === undefined) return undefined;
	const { header } = table;
	const rows = table.rows.slice(0, mostRows).filter((row) => !isHeaderAgain(row, header));
	const named = rows.map((row) => readRow(row, columns, header)).filter((one) => one !== undefined);
	const found = withoutOtherWords(withDigitsAsText(named));
	return { found, header, columns, passedOver: rows.length - found.length };
}

/** Finds out whether the first row is the header, where the source does not say so. */
export function withHeader({ header, rows }: CellTable): HeadedTable {
	if (header?.some((cell) => plain(cell) !== '')) return { header, rows };
	const [first = [], ...others] = rows;
	const known = first.filter(isKnownHeader).length;
	const isHeader = known > 0 && known >= first.filter((cell) => cell !== '').length / 2 && !first.some(isErrorItself);
	if (isHeader || (known > 0 && first.some((cell) => roleOfHeader(cell) === 'code' || roleOfHeader(cell) === 'status')))
		return { header: first, rows: others };
	return { header: undefined, rows };
}

/** Where some of the numbers begin with a zero all of them are text. */
function withDigitsAsText(found: readonly Found[]): readonly Found[] {
	if (!found.some(({ words }) => words.some((word) => /^0\d+$/.test(word)))) return found;
	return found.map((one) => (one.words.length > 0 ? one : { ...one, words: one.numbers.map(String), numbers: [] }));
}

/** Among numbers a word such as `Other` is no code. */
function withoutOtherWords(found: readonly Found[]): readonly Found[] {
	const counted = found.filter(({ words }) => words.length === 0).length;
	return counted < found.length * 0.6 ? found : found.filter(({ words }) => words.every(isSurelyCode));
}

function isErrorItself(cell: string): boolean {
	return /^\d+$/.test(plain(cell)) || readStatusCell(plain(cell))?.statuses.some(isRegisteredStatus) === true;
}

function isHeaderAgain(row: readonly string[], header: readonly string[] | undefined): boolean {
	return (
		header !== undefined &&
		row.length > 1 &&
		row.every((cell, at) => headerWords(cell) === headerWords(header[at] ?? ''))
	);
}

function readRow(row: readonly string[], columns: Columns, header: readonly string[] | undefined): Found | undefined {
	const cellOf = (role: 'code' | 'status') => row[columns.indexOf(role)] ?? '';
	const named = readCodeCell(cellOf('code'));
	const status = readStatusCell(plain(cellOf('status')));
	const cell = named ?? (columns.includes('code') ? undefined : fromStatus(cellOf('status')));
	if (cell === undefined || (cell.words.length === 0 && cell.numbers.length === 0 && !cell.isRange)) return undefined;
	const said = row.flatMap((text, column): readonly Said[] => {
		const role = columns[column];
		if (role === undefined || role === 'code' || role === 'status') return [];
		const about = header?.[column] ?? '';
		if (role === 'description') return describedIn(clipped(text), about, columns);
		return role === 'remedy' ? saidIn(clipped(text), role, about) : [{ role, header: about, text }];
	});
	const own = named?.title ?? (cell === named ? undefined : cell.title) ?? titleOfStatus(status?.phrase, cell.words);
	const texts = textsOf(own === undefined ? said : [...said, { role: 'title', header: '', text: own }]);
	const told = said
		.filter(({ role }) => role === 'status')
		.flatMap(({ text }) => readStatusCell(plain(text))?.statuses ?? []);
	const mentioned = columns.includes('status') || told.length > 0 ? [] : statusMentioned(texts.description);
	return {
		words: cell.words,
		numbers: cell.numbers,
		statuses: named === undefined ? [] : [...(status?.statuses ?? []), ...told, ...mentioned],
		isRange: cell.isRange,
		...texts,
		...(cell.isDeprecated && texts.deprecated === undefined && { deprecated: true }),
	};
}

/** A line of its own in bold, with more beneath it. */
const boldLine = /^\*\*([^*\n:]{2,200})\*\*\n+(?=\S)/;

/** What a description says: its first line is the title where it is in bold, and no column has titles. */
function describedIn(text: string, header: string, columns: Columns): readonly Said[] {
	const [first = '', words = ''] = columns.includes('title') ? [] : (boldLine.exec(text) ?? []);
	const [line, title] = isKnownHeader(words) ? ['', ''] : [first, words];
	const said = saidIn(text.slice(line.length), 'description', header);
	return title === '' ? said : [{ role: 'title', header: '', text: title }, ...said];
}

/** The status column, where no column has codes, names the errors. */
function fromStatus(cell: string): ReturnType<typeof readCodeCell> {
	const read = readCodeCell(cell);
	return read && (read.numbers.length > 0 || read.isRange) ? read : undefined;
}

/** The status that a description is, or has in brackets at its end: `404 Not Found`, `It is not there (404).` */
function statusMentioned(description = ''): readonly number[] {
	const [, atEnd] = /\(([45]\d\d)\)\.?$/.exec(description.slice(-20)) ?? [];
	if (atEnd !== undefined) return [Number(atEnd)];
	const read = description.length <= 60 ? readStatusCell(plain(description)) : undefined;
	return read?.phrase !== undefined && isPhraseOf(read.statuses[0] ?? 0, read.phrase) ? read.statuses : [];
}

/** The words beside a status are the title of the status, not of the code that comes with it. */
function titleOfStatus(phrase: string | undefined, words: readonly string[]): string | undefined {
	return words.length > 0 ? undefined : phrase;
}
