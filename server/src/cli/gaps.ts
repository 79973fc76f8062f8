import type { CatalogLayer } from '../catalog/layer.ts';

/** How many fields of a catalog nobody has filled in yet. */
export function gapsIn(layer: CatalogLayer | undefined): number {
	return layer?.entries.reduce((sum, { entry }) => sum + (entry.todo?.length ?? 0), 0) ?? 0;
}
