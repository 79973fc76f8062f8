import type { ListedEntry } from '../../explain/listed-entries.ts';
import { summarize } from '../../explain/search-entries.ts';
import type { Terminal } from '../command.ts';
import { visible } from '../reports/visible.ts';
import { tableOf } from './table.ts';

/** What was found, as JSON has it. */
export function foundData({ api, value, status, title, required, url }: ListedEntry) {
	return { api, value, status, title, required, url };
}

/** A line for each entry that was found: its code, its status, whose it is, and what it means. */
export function foundTable(found: readonly ListedEntry[], terminal: Terminal): string {
	if (found.length === 0) return '';
	const cells = (cell: (entry: ListedEntry) => string) => found.map((entry) => visible(cell(entry)));
	return tableOf(
		[
			{ cells: cells(({ required }) => (required ? '!' : '')) },
			{ cells: cells(({ value }) => value), look: 'bold' },
			{ cells: cells(({ status, value }) => (status === undefined || `${status}` === value ? '' : `${status}`)) },
			{ cells: cells(({ api }) => api) },
			{ cells: cells(summarize) },
		],
		terminal,
	);
}
