import type { Block, CellTable } from '../page.ts';
import { attributeOf, cellMarkdown, type Element, isElement, isHidden, type TextReader } from './html-text.ts';

const mostSpan = 1_000;
const mostCells = 400_000;
const widest = 60;

interface Cell {
	readonly text: string;
	readonly isHeader: boolean;
}

/** Reads a table; a cell over several rows stands in each of them, one over several columns in the first. */
export function rowsOf(table: Element, readText: TextReader | undefined): readonly Block[] {
	const rowElements = rowsIn(table);
	const grid = gridOf(
		rowElements.map(({ row }) => row),
		readText,
	);
	const inHead = rowElements.filter(({ isHead }) => isHead).length;
	const allHeaders = (row: readonly (Cell | undefined)[] | undefined) =>
		row !== undefined && row.length > 1 && row.every((cell) => cell === undefined || cell.isHeader);
	const headers = inHead > 0 ? inHead : grid.findIndex((row) => !allHeaders(row));
	const texts = grid.map((row) => Array.from(row, (cell) => cell?.text ?? ''));
	const caption = table.childNodes.filter(isElement).find(({ tagName }) => tagName === 'caption');
	const header = headers > 0 ? texts[headers - 1] : undefined;
	const read: CellTable = {
		kind: 'table',
		...(header && { header }),
		rows: texts.slice(Math.max(0, headers)).filter((row) => row.some((cell) => cell !== '')),
		...(caption && { caption: cellMarkdown(caption.childNodes, readText) }),
	};
	return [read];
}

function rowsIn(table: Element): readonly { readonly row: Element; readonly isHead: boolean }[] {
	return table.childNodes.filter(isElement).flatMap((part) => {
		if (part.tagName === 'tr') return [{ row: part, isHead: false }];
		if (!/^t(?:head|body|foot)$/.test(part.tagName)) return [];
		const rows = part.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'tr');
		return rows.map((row) => ({ row, isHead: part.tagName === 'thead' }));
	});
}

function gridOf(
	rows: readonly Element[],
	readText: TextReader | undefined,
): readonly (readonly (Cell | undefined)[])[] {
	const grid: (Cell | undefined)[][] = rows.map(() => []);
	let cells = 0;
	for (const [at, row] of rows.entries()) {
		let column = 0;
		for (const element of row.childNodes) {
			if (!isElement(element) || !/^t[dh]$/.test(element.tagName) || isHidden(element)) continue;
			while (grid[at]?.[column] !== undefined) column++;
			if (column >= widest || cells > mostCells) break;
			const cell = { text: cellMarkdown(element.childNodes, readText), isHeader: element.tagName === 'th' };
			const height = spanOf(element, 'rowspan');
			const width = Math.min(spanOf(element, 'colspan'), widest - column);
			cells += height * width;
			for (let below = at; below < Math.min(rows.length, at + height); below++) {
				for (let right = 0; right < width; right++) {
					const line = grid[below];
					if (line) line[column + right] = right === 0 ? cell : { ...cell, text: '' };
				}
			}
			column += width;
		}
	}
	return grid;
}

function spanOf(element: Element, name: 'rowspan' | 'colspan'): number {
	const span = Number(attributeOf(element, name) ?? 1);
	return Number.isInteger(span) && span > 0 ? Math.min(span, mostSpan) : 1;
}
