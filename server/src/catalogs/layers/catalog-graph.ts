import type { Catalog } from '../../catalog/catalog.ts';
import { type CatalogLayer, layerOf } from '../../catalog/layer.ts';
import { keyOf } from '../../project/places.ts';
import type { CatalogFile } from '../files/catalog-file.ts';
import { isPath, uriAt } from './extended-paths.ts';

/** A layer among the others. */
export interface CatalogNode {
	readonly layer: CatalogLayer;
	/** Undefined for what comes with us. */
	readonly file: CatalogFile | undefined;
	/** Its own, or that of what it adds to; undefined where that is not there. */
	id: string | undefined;
	/** What it extends, in the order in which it names them; undefined for a name that leads nowhere. */
	readonly beneath: (CatalogNode | 'cycle' | undefined)[];
}

/** Which catalog is on which. */
export interface CatalogGraph {
	/** Of the files that count by themselves, the weakest first. */
	readonly nodes: readonly CatalogNode[];
	/** The one that counts for an id: among files, the strongest that no other of the same id is on. */
	readonly tops: ReadonlyMap<string, CatalogNode>;
	/** Those that come with us, by id. */
	readonly builtin: ReadonlyMap<string, CatalogNode>;
}

/**
 * Finds out what each file extends.
 * @param files in order of precedence, the weakest first
 * @param extended files that can only be extended by their path
 */
export function catalogGraph(
	builtin: readonly Catalog[],
	files: readonly CatalogFile[],
	extended: readonly CatalogFile[],
): CatalogGraph {
	const nodes = files.flatMap(nodeOf);
	const all = [...nodes, ...extended.flatMap(nodeOf)];
	const given = new Map(
		builtin.map((catalog) => {
			const node: CatalogNode = { layer: layerOf(catalog), file: undefined, id: catalog.id, beneath: [] };
			return [catalog.id, node];
		}),
	);
	const byUri = new Map(all.toReversed().map((node) => [keyOf(node.layer.source), node]));
	for (const node of all) setPaths(node, byUri);
	for (const node of all) node.id ??= idBeneath(node, new Set());
	for (const node of all) setOwnId(node, nodes, given);
	cutCycles(all);
	const tops = topsOf(nodes);
	for (const node of all)
		for (const [index, name] of node.layer.extends.entries())
			if (!isPath(name) && name !== node.id) node.beneath[index] = tops.get(name) ?? given.get(name);
	cutCycles(all);
	return { nodes, tops, builtin: given };
}

function nodeOf(file: CatalogFile): readonly CatalogNode[] {
	const { layer } = file;
	return layer ? [{ layer, file, id: layer.id, beneath: layer.extends.map(() => undefined) }] : [];
}

function setPaths({ layer, beneath }: CatalogNode, byUri: ReadonlyMap<string, CatalogNode>): void {
	for (const [index, name] of layer.extends.entries()) {
		const uri = uriAt(name, layer.source);
		if (uri !== undefined) beneath[index] = byUri.get(keyOf(uri));
	}
}

/** The id of the one catalog that a file adds to. */
function idBeneath(node: CatalogNode, seen: Set<CatalogNode>): string | undefined {
	if (node.id !== undefined || seen.has(node)) return node.id;
	seen.add(node);
	const [name = ''] = node.layer.extends;
	if (!isPath(name)) return /^[a-z][a-z0-9-]*$/.test(name) ? name : undefined;
	const [beneath] = node.beneath;
	return typeof beneath === 'object' ? idBeneath(beneath, seen) : undefined;
}

/** Whoever extends the id that it has itself is on the next weaker one with that id, or on one that is no addition. */
function setOwnId(node: CatalogNode, nodes: readonly CatalogNode[], builtin: ReadonlyMap<string, CatalogNode>): void {
	const index = node.layer.extends.findIndex((name) => !isPath(name) && name === node.id);
	if (index < 0 || node.id === undefined) return;
	const at = nodes.indexOf(node);
	const same = nodes.filter(({ id }) => id === node.id);
	const weaker = same.findLast((other) => nodes.indexOf(other) < at);
	const whole = same.findLast((other) => other !== node && !other.layer.extends.includes(node.id ?? ''));
	node.beneath[index] = weaker ?? builtin.get(node.id) ?? whole;
}

function topsOf(nodes: readonly CatalogNode[]): ReadonlyMap<string, CatalogNode> {
	const covered = new Set(
		nodes.flatMap(({ id, beneath }) => beneath.filter((lower) => typeof lower === 'object' && lower.id === id)),
	);
	return new Map(
		nodes.flatMap((node) => (node.id === undefined || covered.has(node) ? [] : [[node.id, node] as const])),
	);
}

/** A catalog cannot be on one that is on it: neither counts for the other, whichever is looked at first. */
function cutCycles(nodes: readonly CatalogNode[]): void {
	const cyclic = nodes.flatMap((node) =>
		node.beneath.flatMap((lower, index) => (typeof lower === 'object' && reaches(lower, node) ? { node, index } : [])),
	);
	for (const { node, index } of cyclic) node.beneath[index] = 'cycle';
}

function reaches(from: CatalogNode, to: CatalogNode): boolean {
	const seen = new Set([from]);
	for (const node of seen) {
		if (node === to) return true;
		for (const lower of node.beneath) if (typeof lower === 'object') seen.add(lower);
	}
	return false;
}

/** A catalog and all that is beneath it, the strongest first; each once, and none before what is on it. */
export function layersFrom(top: CatalogNode): readonly CatalogNode[] {
	const ordered: CatalogNode[] = [];
	const seen = new Set<CatalogNode>();
	const visit = (node: CatalogNode): void => {
		if (seen.has(node)) return;
		seen.add(node);
		for (const lower of node.beneath.toReversed()) if (typeof lower === 'object') visit(lower);
		ordered.push(node);
	};
	visit(top);
	return ordered.reverse();
}
