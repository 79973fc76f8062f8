import type { Catalog, Entry } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { describeEntry } from './describe-entry.ts';
import { describeOrigins, type NamedLayer } from './describe-origins.ts';
import { safeMarkdown } from './markdown.ts';

/** An entry with all that files say of it, the one that outweighs the others first. */
export interface WrittenEntry {
	readonly catalog: Catalog;
	readonly entry: Entry;
	readonly layers: readonly NamedLayer[];
}

/** More entries than these that a place may mean are not told apart by where they are written. */
const mostWritten = 3;

/** Where what is known of the errors at a place is written, each part by itself. */
export function explainOrigins(written: readonly WrittenEntry[]): readonly string[] {
	const known = written.filter(({ layers }) => layers.length > 0).slice(0, mostWritten);
	if (known.length === 0) return [];
	const lines = known.flatMap(({ catalog, layers }) => [
		...(known.length > 1 ? ['', `${safeMarkdown(catalog.name)}:`, ''] : []),
		...describeOrigins(layers),
	]);
	return ['### Where this is written', ...lines];
}

/** All that is known of an entry, for whoever has its file before them: as it counts, and where each part comes from. */
export function explainEntry(written: WrittenEntry, catalogs: CatalogIndex): string {
	const described = describeEntry(written.entry, written.catalog, { verbosity: 'full', catalogs });
	return `${[described, explainOrigins([written]).join('\n')].join('\n\n').trim()}\n`;
}

/** What a hover over a code in a catalog says: the entry as it counts; with several layers, where each part comes from. */
export function hoverEntry(
	{ catalog, entry, layers }: WrittenEntry,
	catalogs: CatalogIndex,
	verbosity: 'compact' | 'full',
): string {
	const described = describeEntry(entry, catalog, { verbosity, catalogs });
	return layers.length < 2 ? described : `${described}\n\n${describeOrigins(layers).join('\n')}`;
}
