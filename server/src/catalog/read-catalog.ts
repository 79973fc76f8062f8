import type { Catalog } from './catalog.ts';
import { checkLayer } from './check-layer.ts';
import { effectiveCatalog } from './effective-catalog.ts';
import type { Problem } from './problem.ts';
import { readLayer } from './read-layer.ts';

export type { JsonPath, Problem } from './problem.ts';

/** What could be read of a catalog, and what could not. */
export interface CatalogReading {
	/** Undefined where nothing can be made of the value: it is no object, or it has no usable `id`. */
	readonly catalog: Catalog | undefined;
	readonly problems: readonly Problem[];
}

/**
 * Reads a catalog that stands alone from JSON, or from whatever a parser made of the file: what it extends is not
 * looked at. Never throws: it keeps the entries and fields that can be read, fills in defaults, and names every problem
 * with its place.
 * @param source the URI of the file, or `builtin:` and an id; without it, entries do not say where they are written
 */
export function readCatalog(value: unknown, source = ''): CatalogReading {
	const { layer, problems } = readLayer(value, source);
	if (!layer) return { catalog: undefined, problems };
	const isWhole = layer.extends.length === 0;
	const id = layer.id ?? layer.extends[0] ?? '';
	return {
		catalog: effectiveCatalog([layer], id),
		problems: [...problems, ...checkLayer(layer, isWhole ? new Map() : undefined)],
	};
}
