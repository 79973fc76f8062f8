import { escaped } from '../cells/cell-text.ts';
import { isSurelyCode } from '../cells/code-cell.ts';
import { type Role, roleOfHeader } from '../cells/header-words.ts';
import { mostRows } from '../page.ts';
import type { BlockAt } from './block-at.ts';
import { headersRunTogether } from './header-line.ts';
import { cellsOfLine, type RunTogether } from './row-line.ts';

type Roles = readonly (Role | undefined)[];

/** The cells of a row, and the line after it. */
interface Row {
	readonly cells: readonly string[];
	readonly end: number;
}

/** A header whose columns have run together, and the rows beneath it. */
export function runTogetherAt(lines: readonly string[], at: number): BlockAt | undefined {
	const read = headersRunTogether(lines[at] ?? '');
	if (read === undefined) return undefined;
	const { headers: header } = read;
	const columns: RunTogether = { roles: rolesFor(header), isSpaced: read.isSpaced };
	const { roles } = columns;
	const rows: (readonly string[])[] = [];
	let end = at + 1;
	while (end < lines.length && rows.length <= mostRows) {
		const row = rowAt(lines, end, columns);
		if (row === undefined) break;
		rows.push(row.cells.map((cell, column) => (roles[column] === 'code' ? cell : escaped(cell))));
		end = row.end;
	}
	return rows.length === 0 ? undefined : { block: { kind: 'table', header, rows }, end };
}

/** Lines that a row may go over where its cells have paragraphs. */
const mostLinesOfRow = 8;

/** A row on one line; or one over several, with empty lines between, which must begin with what is surely a code. */
function rowAt(lines: readonly string[], at: number, columns: RunTogether): Row | undefined {
	const alone = cellsOfLine(lines[at] ?? '', columns);
	if (alone !== undefined) return { cells: alone, end: at + 1 };
	const read: string[] = [];
	for (let end = at; end < lines.length && end < at + mostLinesOfRow; end++) {
		const line = (lines[end] ?? '').trim();
		if (line === '') continue;
		read.push(line);
		const cells = read.length > 1 ? cellsOfLine(read.join('\n'), columns) : undefined;
		const isWhole = cells !== undefined && columns.roles.includes('status') && isSurelyCode(cells[0] ?? '');
		if (isWhole) return { cells, end: end + 1 };
	}
	return columns.roles.includes('status') ? rowAhead(lines, at, columns) : undefined;
}

/** A row after a few lines that belong to none, such as the rest of a cell. */
function rowAhead(lines: readonly string[], at: number, columns: RunTogether): Row | undefined {
	for (let ahead = at + 1; ahead < lines.length && ahead < at + 4; ahead++) {
		const cells = cellsOfLine(lines[ahead] ?? '', columns);
		if (cells !== undefined && isSurelyCode(cells[0] ?? '')) return { cells, end: ahead + 1 };
		if ((lines[ahead] ?? '').length > 60) return undefined;
	}
	return undefined;
}

/** A column of names is one of codes where no other is; a type that stands beside a field is text. */
function rolesFor(header: readonly string[]): Roles {
	const roles = header.map(roleOfHeader);
	const isNamed = roles.includes('code') || roles.includes('field') || roles[0] === 'status';
	const first = roles[0] === 'field' ? 'code' : roles[0];
	const named = isNamed ? roles.map((role) => (role === 'name' ? 'title' : role)) : roles;
	const settled = named.with(0, isNamed ? (first === 'name' ? 'title' : first) : 'code');
	if (settled[0] !== 'status') return settled;
	const texts = settled.filter((role, at) => at > 0 && (role === 'title' || role === 'description'));
	return texts.length > 1 ? settled.with(1, 'title') : settled;
}
