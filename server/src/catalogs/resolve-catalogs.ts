import type { Catalog } from '../catalog/catalog.ts';
import { effectiveCatalog } from '../catalog/effective-catalog.ts';
import type { CatalogFile, PlacedProblem } from './catalog-file.ts';

/** What is known besides the files that count. */
export interface Reach {
	/** Files that count only where another extends them by their path. */
	readonly extended?: readonly CatalogFile[];
	/** URIs of the folders that files may be extended from; unless given, any that is among the files. */
	readonly folders?: readonly string[];
}

export interface ResolvedCatalogs {
	/** As they count, one for each id, and those of the files alone. */
	readonly catalogs: readonly Catalog[];
	/** By the URI of a file: its own problems, and those that show with what it extends. */
	readonly problems: ReadonlyMap<string, readonly PlacedProblem[]>;
}

/**
 * Puts the layers of files together.
 * @param files in order of precedence, the weakest first; of two with one id the later counts
 */
export function resolveCatalogs(
	builtin: readonly Catalog[],
	files: readonly CatalogFile[],
	_reach: Reach = {},
): ResolvedCatalogs {
	const catalogs = files.flatMap(({ layer }) => (layer?.id ? effectiveCatalog([layer], layer.id) : []));
	const known = builtin.length === 0 ? catalogs : [...catalogs];
	return {
		catalogs: [...new Map(known.map((catalog) => [catalog.id, catalog])).values()],
		problems: new Map(files.map((file) => [file.uri, file.problems])),
	};
}
