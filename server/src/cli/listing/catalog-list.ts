import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtinCatalogs } from '../../catalog/builtin/index.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Terminal } from '../command.ts';
import { visible } from '../reports/visible.ts';
import { tableOf } from './table.ts';

/** Said of catalogs that are shipped with us, in the place of a file. */
export const withUs = 'comes with us';

/** What there is to know of a catalog, as JSON has it. */
export function catalogData(catalog: Catalog, folder: string) {
	const { id, name, url, version, complete, hasProblems, entries } = catalog;
	return {
		...{ id, name, url, version, complete: complete !== false, hasProblems: hasProblems ?? false },
		writtenIn: sourcesOf(catalog, folder),
		codes: entries.filter(({ kind }) => kind === 'code').length,
		statuses: entries.filter(({ kind }) => kind === 'status').length,
		required: entries.filter(({ required }) => required).length,
	};
}

/** A line for each catalog. */
export function catalogTable(catalogs: readonly Catalog[], terminal: Terminal): string {
	const rows = catalogs.map((catalog) => catalogData(catalog, terminal.folder));
	const cells = (head: string, cell: (row: (typeof rows)[number]) => string | number) => [
		head,
		...rows.map((row) => visible(`${cell(row)}`)),
	];
	const columns = [
		{ cells: cells('id', ({ id }) => id) },
		{ cells: cells('name', ({ name }) => name) },
		{ cells: cells('codes', ({ codes }) => codes), isNumber: true },
		{ cells: cells('statuses', ({ statuses }) => statuses), isNumber: true },
		{ cells: cells('must be handled', ({ required }) => required), isNumber: true },
		{
			cells: cells(
				'written in',
				({ writtenIn, hasProblems }) => writtenIn.join(', ') + (hasProblems ? ' (has problems)' : ''),
			),
		},
	];
	return tableOf(columns, terminal);
}

/** The files that a catalog is made of, from the current folder. */
function sourcesOf({ id, entries }: Catalog, folder: string): readonly string[] {
	const sources = new Set(entries.flatMap(({ origins = [] }) => origins.map(({ source }) => source)));
	const names = [...sources].map((source) => {
		if (source.startsWith('file:')) return relative(folder, fileURLToPath(source)).replaceAll('\\', '/');
		return source.startsWith('builtin:') ? withUs : source;
	});
	const isOurs = builtinCatalogs.some((one) => one.id === id);
	return names.length === 0 && isOurs ? [withUs] : [...new Set(names)];
}
