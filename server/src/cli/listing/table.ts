import { stripVTControlCharacters } from 'node:util';
import { shortened } from '../../coverage/words.ts';
import type { Terminal } from '../command.ts';

/** One column of a table. */
export interface TableColumn {
	readonly cells: readonly string[];
	/** Numbers stand at the right of their column. */
	readonly isNumber?: boolean;
	/** How the letters look. */
	readonly look?: Parameters<Terminal['style']>[0];
}

/** Rows of text, each column as wide as it has to be; on a terminal no line is longer than it is wide. */
export function tableOf(
	columns: readonly TableColumn[],
	{ style, width = Number.POSITIVE_INFINITY }: Terminal,
): string {
	const widths = columns.map(({ cells }) => cells.reduce((widest, cell) => Math.max(widest, lengthOf(cell)), 0));
	const rows = columns.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	const lines = Array.from({ length: rows }, (_, row) => {
		let left = width;
		return columns
			.map(({ cells, isNumber, look }, index) => {
				const cell = shortened(cells[row] ?? '', Math.max(0, left));
				const wide = widths[index] ?? 0;
				const padded = isNumber ? cell.padStart(wide) : cell.padEnd(Math.min(wide, Math.max(0, left)));
				left -= padded.length + 2;
				return look && padded.trim() !== '' ? style(look, padded) : padded;
			})
			.join('  ')
			.trimEnd();
	});
	return `${lines.join('\n')}\n`;
}

const lengthOf = (text: string): number => stripVTControlCharacters(text).length;
