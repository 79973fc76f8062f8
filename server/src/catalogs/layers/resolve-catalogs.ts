import type { Catalog } from '../../catalog/catalog.ts';
import { checkLayer } from '../../catalog/check-layer.ts';
import { effectiveCatalog, type Written, writtenOn } from '../../catalog/effective-catalog.ts';
import { type CatalogFile, type PlacedProblem, placedProblem } from '../files/catalog-file.ts';
import { type CatalogNode, catalogGraph, layersFrom } from './catalog-graph.ts';
import { extendsProblems, sameIdProblems } from './extends-problems.ts';

/** What is known besides the files that count. */
export interface Reach {
	/** Files that count only where another extends them by their path. */
	readonly extended?: readonly CatalogFile[];
	/** URIs of the folders that files may be extended from; unless given, any that a known file is in. */
	readonly folders?: readonly string[];
}

export interface ResolvedCatalogs {
	/** As they count, one for each id, and those of the files alone. */
	readonly catalogs: readonly Catalog[];
	/** By the URI of a file: its own problems, and those that show with what it extends. */
	readonly problems: ReadonlyMap<string, readonly PlacedProblem[]>;
}

/**
 * Puts the layers of files together. Never throws: what a file extends and is not there, or is on the file itself, is a
 * problem of the file, which counts without it.
 * @param files in order of precedence, the weakest first; of two with one id the later counts
 */
export function resolveCatalogs(
	builtin: readonly Catalog[],
	files: readonly CatalogFile[],
	{ extended = [], folders }: Reach = {},
): ResolvedCatalogs {
	const graph = catalogGraph(builtin, files, extended);
	const written = writtenByNode();
	const problems = new Map(files.map((file) => [file.uri, file.problems]));
	for (const node of graph.nodes) {
		const { file, layer } = node;
		// The places in a text that is broken are not those of the layer that stays in use.
		if (!file || file.isStale) continue;
		const isWhole = layersFrom(node).every(isResolved);
		const more = [
			...extendsProblems(node, graph, folders),
			...sameIdProblems(node, graph),
			...(layer.extends.length > 0 ? checkLayer(layer, isWhole ? written.beneath(node) : undefined) : []),
		];
		problems.set(file.uri, [...file.problems, ...more.map((problem) => placedProblem(problem, file.data))]);
	}
	return { catalogs: [...graph.tops].map(([id, top]) => catalogOf(id, top, written.at(top))), problems };
}

/** What each catalog says with all that is beneath it; worked out once for all that are on it. */
function writtenByNode() {
	const known = new Map<CatalogNode, Written>();
	const at = (node: CatalogNode): Written => {
		const written = known.get(node) ?? writtenOn(node.layer, beneath(node));
		known.set(node, written);
		return written;
	};
	const beneath = (node: CatalogNode): Written => {
		const [only, ...others] = node.beneath.filter((lower) => typeof lower === 'object');
		if (!only) return new Map();
		if (others.length === 0) return at(only);
		const lower = layersFrom(node).slice(1).reverse();
		return lower.reduce<Written>((written, { layer }) => writtenOn(layer, written), new Map());
	};
	return { at, beneath };
}

/** A catalog that lacks something that it should be on lacks codes, and nothing can be warned about by it. */
function catalogOf(id: string, top: CatalogNode, written: Written): Catalog {
	const nodes = layersFrom(top);
	const layers = nodes.map(({ layer }) => layer);
	const catalog = effectiveCatalog(layers, id, written);
	return nodes.every(isResolved) ? catalog : { ...catalog, hasProblems: true };
}

function isResolved({ beneath }: CatalogNode): boolean {
	return beneath.every((lower) => typeof lower === 'object');
}
