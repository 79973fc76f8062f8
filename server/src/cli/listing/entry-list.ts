import { type Catalog, type Entry, isDeprecated } from '../../catalog/catalog.ts';
import { statusOf } from '../../catalog/catalog-index.ts';
import type { Terminal } from '../command.ts';
import { counted } from '../reports/counts.ts';
import { visible } from '../reports/visible.ts';
import { tableOf } from './table.ts';

/** An entry as JSON has it. */
export function entryData(entry: Entry) {
	const { kind, value, title, required, retry, url, replacedBy } = entry;
	return {
		kind,
		value,
		status: statusOf(entry),
		title,
		required,
		retry,
		deprecated: isDeprecated(entry),
		replacedBy,
		url,
	};
}

/** A line for each code and each status of a catalog, what must be handled marked. */
export function entryTable({ name }: Catalog, entries: readonly Entry[], terminal: Terminal): string {
	if (entries.length === 0) return `${visible(name)} has nothing that must be handled.\n`;
	const cells = (cell: (entry: Entry) => string) => entries.map((entry) => visible(cell(entry)));
	const columns = [
		{ cells: cells(({ required }) => (required ? '!' : '')) },
		{ cells: cells(({ value }) => `${value}`), look: 'bold' as const },
		{ cells: cells((entry) => (entry.kind === 'code' ? `${statusOf(entry) ?? ''}` : '')) },
		{ cells: cells((entry) => `${entry.title}${isDeprecated(entry) ? ' (no longer sent)' : ''}`) },
		{ cells: cells(({ retry }) => (retry === undefined ? '' : `retry: ${retry}`)), look: 'dim' as const },
	];
	const required = entries.filter((entry) => entry.required).length;
	const summary = `${counted(entries.length, 'entry', 'entries')}${required > 0 ? `; ! ${required} must be handled` : ''}.`;
	return `${terminal.style('bold', visible(name))}\n\n${tableOf(columns, terminal)}\n${summary}\n`;
}
