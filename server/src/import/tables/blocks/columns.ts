import { headerWords, plain } from '../cells/cell-text.ts';
import { isSurelyCode, isToken, readCodeCell } from '../cells/code-cell.ts';
import { type Role, roleOfHeader } from '../cells/header-words.ts';
import { isPhraseOf, isRegisteredStatus, readStatusCell } from '../cells/status-cell.ts';

/** What each column of a table says; the same role may stand twice. */
export type Columns = readonly (Role | undefined)[];

/** Rows that are looked at to tell what a column holds. */
const mostLookedAt = 200;
/** How much of a column must be of a kind for the column to be. */
const most = 0.6;
const nearlyAll = 0.8;

/** What the cells of one column are. */
interface Cells {
	readonly filled: number;
	/** Shares of the cells that are not empty. */
	readonly codes: number;
	readonly sureCodes: number;
	readonly numbers: number;
	readonly statuses: number;
	readonly registered: number;
	/** Statuses with HTTP's own words. */
	readonly phrased: number;
	readonly dataTypes: number;
}

/**
 * Tells the columns of a table by their headers and, where these do not say it, by the cells.
 *
 * @param header undefined where there is none
 * @returns undefined where the table is one of fields, or has nothing that names an error
 */
export function columnsOf(
	header: readonly string[] | undefined,
	rows: readonly (readonly string[])[],
): Columns | undefined {
	const width = Math.max(header?.length ?? 0, ...rows.slice(0, mostLookedAt).map((row) => row.length));
	if (width > 100) return undefined;
	const cells = Array.from({ length: width }, (_, column) => cellsOf(rows, column));
	const said = cells.map((_, column) => roleOfHeader(header?.[column] ?? ''));
	if (isAboutFields(said, cells)) return undefined;
	const unknown = (column: number) => headerWords(header?.[column] ?? '') === '';
	const named = withNamed(said, cells, unknown);
	if (named === undefined) return undefined;
	return settled(header, named, cells);
}

/** A table of fields has types such as `string`, or says that its first column is one. */
function isAboutFields(said: Columns, cells: readonly Cells[]): boolean {
	if (cells.some(({ dataTypes }) => dataTypes > 0.5)) return true;
	const code = said.indexOf('code');
	const field = said.indexOf('field');
	return field === 0 || (field > 0 && code === -1 && !said.includes('status'));
}

/** The roles with those of the columns that name the error, of which there must be one. */
function withNamed(
	said: Columns,
	cells: readonly Cells[],
	hasNoHeader: (column: number) => boolean,
): Columns | undefined {
	const holdsCodes = ({ codes, numbers, statuses }: Cells) => Math.max(codes + numbers, statuses) >= most;
	const columns = said.map((role, column) => {
		const here = cells[column];
		if (here === undefined || here.filled === 0) return role === 'code' || role === 'status' ? undefined : role;
		if (role === 'status') return here.statuses >= most ? role : here.sureCodes >= most ? 'code' : undefined;
		if (role === 'code') return holdsCodes(here) ? role : 'title';
		return role;
	});
	if (columns.includes('code')) return columns;
	const byCells = cells.findIndex((here, column) => isCodeByCells(columns[column], here, hasNoHeader(column)));
	if (byCells !== -1) return columns.with(byCells, 'code');
	if (columns.includes('status')) return columns;
	const status = cells.findIndex(
		(here, column) => columns[column] === undefined && isStatusByCells(here, hasNoHeader(column)),
	);
	return status === -1 ? undefined : columns.with(status, 'status');
}

/** Beneath a header that says something else, such as `Requests`, numbers alone are no statuses. */
function isStatusByCells({ statuses, registered, phrased }: Cells, hasNoHeader: boolean): boolean {
	return statuses >= nearlyAll && registered >= nearlyAll && (hasNoHeader || phrased >= most);
}

function isCodeByCells(role: Role | undefined, { sureCodes, numbers, codes }: Cells, hasNoHeader: boolean): boolean {
	if (role === 'name' || role === 'type' || role === 'title')
		return sureCodes >= most || (role === 'name' && numbers >= nearlyAll);
	if (role !== undefined) return false;
	return hasNoHeader ? sureCodes >= most && codes >= nearlyAll : sureCodes >= nearlyAll;
}

/** The roles of the other columns: one title, one description first; a second status column is none. */
function settled(header: readonly string[] | undefined, columns: Columns, cells: readonly Cells[]): Columns {
	const code = columns.indexOf('code');
	const status = statusColumn(header, columns, cells, code);
	const plainly = columns.map((role, column): Role | undefined => {
		if (column === code || column === status) return column === code ? 'code' : 'status';
		if (role === 'code' || role === 'status' || role === 'name') return 'title';
		if (role === 'field' || role === 'type') return undefined;
		return (
			role ?? (header === undefined || headerWords(header[column] ?? '') === '' ? textRole(cells[column]) : undefined)
		);
	});
	return withTitleAndDescription(header, plainly);
}

function statusColumn(
	header: readonly string[] | undefined,
	columns: Columns,
	cells: readonly Cells[],
	code: number,
): number {
	const said = columns.indexOf('status');
	if (said !== -1) return said;
	return cells.findIndex((here, column) => {
		const isOpen = column !== code && columns[column] === undefined;
		return isOpen && isStatusByCells(here, headerWords(header?.[column] ?? '') === '');
	});
}

function textRole(cells: Cells | undefined): Role | undefined {
	return cells && cells.filled > 0 && cells.numbers < most ? 'description' : undefined;
}

/** How good a header is as the one description; what is not in the list is as good as its place. */
const best = ['description', 'explanation', 'beschreibung', 'descripcion', 'details', 'meaning'];
/** Descriptions that are titles where a better description stands beside them. */
const brief = ['meaning', 'description', 'overview', 'reason', 'bedeutung', 'signification', 'significado'];

function withTitleAndDescription(header: readonly string[] | undefined, columns: Columns): Columns {
	const words = columns.map((_, column) => headerWords(header?.[column] ?? ''));
	const described = columns.flatMap((role, column) => (role === 'description' ? [column] : []));
	const titled = columns.indexOf('title');
	if (described.length === 0) {
		const told = lastTitle(columns, words);
		return told === undefined ? columns : columns.with(told, 'description');
	}
	if (described.length === 1 || titled !== -1) return columns;
	const [first = 0, second = 0] = described;
	const isUnsaid = described.length > 1 && (words[first] ?? '') === '' && (words[second] ?? '') === '';
	const isBrief = isUnsaid || (brief.includes(words[first] ?? '') && rank(words[second]) !== best.length);
	return isBrief || (words[first] === 'meaning' && words[second] !== '') ? columns.with(first, 'title') : columns;
}

/** Of several titles the one that says most is the description: the message rather than the name. */
function lastTitle(columns: Columns, words: readonly string[]): number | undefined {
	const last = columns.lastIndexOf('title');
	return last === -1 || onlyTitle.test(words[last] ?? '') ? undefined : last;
}

const onlyTitle = /^(?:name|title|titel|nom|nombre|titulo|label|value|key|id|status text|reason phrase)$/;

function rank(words: string | undefined): number {
	const place = best.indexOf(words ?? '');
	return place === -1 ? best.length : place;
}

const dataType =
	/^(?:\(?(?:string|str|integer|int(?:32|64)?|number|float|double|boolean|bool|object|array|list|map|null|any|uuid|date(?:time)?|timestamp|enum|snowflake)(?:\[\]|<[^>]*>|\([^)]*\))?\)?)(?:\s*(?:[|/,]|or|of)\s*\w+(?:\[\])?)*\??$/i;

function cellsOf(rows: readonly (readonly string[])[], column: number): Cells {
	const texts = rows
		.slice(0, mostLookedAt)
		.map((row) => row[column] ?? '')
		.filter((cell) => cell !== '' && !/^(?:[-–—/]|n\/?a|none)$/i.test(cell));
	const filled = texts.length;
	const share = (is: (cell: string) => boolean) => (filled === 0 ? 0 : texts.filter(is).length / filled);
	return {
		filled,
		codes: share((cell) => Number(readCodeCell(cell)?.words.length) > 0),
		sureCodes: share((cell) => {
			const words = readCodeCell(cell)?.words ?? [];
			return (
				words.length > 0 &&
				words.every(
					(word) => isSurelyCode(word) || /^(?:https?|urn):\S+$/.test(word) || (/`/.test(cell) && isToken(word)),
				)
			);
		}),
		numbers: share((cell) => /^[-−]?\d{1,9}$/.test(plain(cell))),
		statuses: share((cell) => isStatusCell(cell)),
		registered: share((cell) => readStatusCell(plain(cell))?.statuses.every(isRegisteredStatus) ?? false),
		phrased: share((cell) => {
			const { statuses = [], phrase = '' } = readStatusCell(plain(cell)) ?? {};
			return isPhraseOf(statuses[0] ?? 0, phrase);
		}),
		dataTypes: share((cell) => dataType.test(plain(cell))),
	};
}

function isStatusCell(cell: string): boolean {
	return readStatusCell(plain(cell)) !== undefined;
}
