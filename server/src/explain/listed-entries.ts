import type { Entry } from '../catalog/catalog.ts';
import { type CatalogIndex, statusOf } from '../catalog/catalog-index.ts';
import type { ListedEntry } from '../protocol.ts';
import { describeEntry } from './describe-entry.ts';

export type { ListedEntry } from '../protocol.ts';

/** Every entry of every catalog, for looking one up. */
export function listedEntries(catalogs: CatalogIndex): readonly ListedEntry[] {
	return catalogs.catalogs.flatMap((catalog) =>
		catalog.entries.map((entry): ListedEntry => {
			const status = statusOf(entry);
			const url = entry.url ?? catalog.url;
			return {
				api: catalog.name,
				value: `${entry.value}`,
				title: entry.title,
				description: describeEntry(entry, catalog, { verbosity: 'full', catalogs }),
				required: entry.required,
				insert: insertTextOf(entry),
				...(status !== undefined && { status }),
				...(url !== undefined && { url }),
			};
		}),
	);
}

/** As it is written into a file; whoever inserts it between quotes takes the value. */
function insertTextOf({ value }: Entry): string {
	return typeof value === 'string' ? `'${value}'` : `${value}`;
}
