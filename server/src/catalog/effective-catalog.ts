import type { Catalog, Entry, Evidence, Origin } from './catalog.ts';
import { withoutUndefined } from './json-fields.ts';
import { type CatalogLayer, completeEntry, type EntryFields, entryKey, type LayerEntry } from './layer.ts';

/**
 * The catalog that layers make together.
 * @param layers the strongest first; each counts once, and none is extended by one that comes after it
 * @param id of the catalog, where the strongest has none of its own
 * @param written what the layers say, where that is known already
 */
export function effectiveCatalog(layers: readonly CatalogLayer[], id: string, written = writtenIn(layers)): Catalog {
	const first = <K extends 'url' | 'version' | 'envelope' | 'complete'>(key: K) =>
		layers.find((layer) => layer[key] !== undefined)?.[key];
	return {
		id,
		name: nameOf(layers) ?? id,
		...withoutUndefined({
			url: first('url'),
			version: first('version'),
			envelope: first('envelope'),
			complete: first('complete'),
		}),
		evidence: evidenceOf(layers),
		entries: [...written.values()].map(({ entry }) => entry),
		...(layers.some(({ hasProblems }) => hasProblems) && { hasProblems: true }),
	};
}

/** A name goes with an id: a catalog with an id of its own is not called like the one that it extends. */
function nameOf(layers: readonly CatalogLayer[]): string | undefined {
	const owner = layers.findIndex(({ id }) => id !== undefined);
	return layers.slice(0, owner < 0 ? layers.length : owner + 1).find(({ name }) => name !== undefined)?.name;
}

function evidenceOf(layers: readonly CatalogLayer[]): Evidence {
	return {
		packages: [...new Set(layers.flatMap(({ evidence }) => evidence.packages))],
		hosts: [...new Set(layers.flatMap(({ evidence }) => evidence.hosts))],
	};
}

/** An entry that counts, and the layers that say something of it, the strongest first. */
export interface WrittenEntry {
	readonly entry: Entry;
	readonly parts: readonly LayerEntry[];
}

/** By `entryKey`, in the order of the weakest layer. */
export type Written = ReadonlyMap<string, WrittenEntry>;

/** What layers say together. */
function writtenIn(layers: readonly CatalogLayer[]): Written {
	const written = new Map<string, WrittenEntry>();
	for (const layer of layers.toReversed()) write(layer, written);
	return written;
}

/**
 * What a layer and those beneath it say.
 * @param beneath what the layers beneath say
 */
export function writtenOn(layer: CatalogLayer, beneath: Written): Written {
	const written = new Map(beneath);
	write(layer, written);
	return written;
}

function write(layer: CatalogLayer, written: Map<string, WrittenEntry>): void {
	for (const value of layer.hide) for (const key of keysOf(value)) written.delete(key);
	for (const part of layer.entries) {
		const key = entryKey(part.entry);
		const beneath = written.get(key);
		const parts = beneath ? [part, ...beneath.parts] : [part];
		written.set(key, { parts, entry: beneath ? mergedEntry(parts) : part.entry });
	}
}

/** The keys of whatever may be meant by a code in `hide`. */
export function keysOf(value: string | number): readonly string[] {
	const code = entryKey({ kind: 'code', value });
	return typeof value === 'number' ? [code, entryKey({ kind: 'status', value })] : [code];
}

/** @param parts the strongest first; at least one */
function mergedEntry(parts: readonly LayerEntry[]): Entry {
	const [top, ...beneath] = parts;
	if (!top) throw new Error('An entry is written somewhere.');
	if (beneath.length === 0) return top.entry;
	const given: EntryFields = Object.assign({}, ...parts.toReversed().map((part) => part.given));
	const todo = [...new Set(parts.flatMap((part) => part.given.todo ?? []))];
	return completeEntry(top.entry, todo.length > 0 ? { ...given, todo } : given, originsOf(parts));
}

/** A field counts where it stands in the strongest layer that has it; the code itself where it was written first. */
function originsOf(parts: readonly LayerEntry[]): readonly Origin[] {
	const seen = new Set<string>(['kind', 'value']);
	return parts.flatMap(({ entry, given }, index) => {
		const origin = entry.origins?.[0];
		if (!origin) return [];
		const own = Object.keys(given).filter((name) => !seen.has(name));
		for (const name of own) seen.add(name);
		return [{ ...origin, fields: index === parts.length - 1 ? ['value', ...own] : own }];
	});
}

/** Where a field of an entry is written; undefined where it is written nowhere, and so has what it has by default. */
export function originOf({ origins }: Entry, field: string): Origin | undefined {
	return origins?.find(({ fields }) => fields.includes(field));
}
