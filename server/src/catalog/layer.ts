import type { Catalog, Entry, Envelope, ErrorCode, Evidence, Origin } from './catalog.ts';
import { withoutUndefined } from './json-fields.ts';
import type { JsonPath } from './problem.ts';

/** What one file says of an API: a catalog of its own, or additions to others. */
export interface CatalogLayer {
	/** The URI of the file, or `builtin:` and an id. */
	readonly source: string;
	/** Left out where the file adds to one catalog and has that one's id. */
	readonly id?: string;
	/** Ids and relative paths of the catalogs beneath; the first is the strongest. */
	readonly extends: readonly string[];
	readonly name?: string;
	readonly url?: string;
	readonly version?: string;
	readonly evidence: Evidence;
	readonly envelope?: Envelope;
	/** Whether the entries, with those beneath, are all that the API has; absent where that is not said. */
	readonly complete?: boolean;
	/** Codes and statuses of the catalogs beneath that do not count. */
	readonly hide: readonly (string | number)[];
	readonly entries: readonly LayerEntry[];
	/** Whether something that is written here is lost. */
	readonly hasProblems: boolean;
}

/** An entry as one file has it. */
export interface LayerEntry {
	/** As it is without any other layer. */
	readonly entry: Entry;
	/** The fields that are written here, and nothing else. */
	readonly given: EntryFields;
	/** What an entry should have and is not written here, nor said to be unknown. */
	readonly lacks: readonly ('title' | 'description')[];
	readonly path: JsonPath;
}

/** The fields of an entry that a layer may give; `deprecated: false` takes the mark of a layer beneath away. */
export type EntryFields = Partial<Omit<ErrorCode, 'kind' | 'value' | 'origins' | 'deprecated'>> & {
	readonly deprecated?: boolean | string;
};

/** Text and number differ, and so do a code and a status of the same number. */
export function entryKey({ kind, value }: Pick<Entry, 'kind' | 'value'>): string {
	return `${kind} ${typeof value} ${value}`;
}

/** The entry with everything that is not given filled in. */
export function completeEntry(
	{ kind, value }: Pick<Entry, 'kind' | 'value'>,
	given: EntryFields,
	origins: readonly Origin[],
): Entry {
	const { status, deprecated, todo, retry, title, description, required, ...rest } = given;
	const open = todo?.filter((name) => !Object.hasOwn(given, name)) ?? [];
	const facts = {
		title: title ?? String(value),
		description: description ?? '',
		required: required ?? false,
		...rest,
		...withoutUndefined({
			retry,
			deprecated: deprecated === false ? undefined : deprecated,
			todo: open.length > 0 ? open : undefined,
			origins: origins.length > 0 ? origins : undefined,
		}),
	};
	if (kind === 'status') return { kind, value: Number(value), ...facts };
	return { kind, value, ...withoutUndefined({ status }), ...facts };
}

/** A catalog that is read already, as what others may extend. */
export function layerOf(catalog: Catalog): CatalogLayer {
	const { id, name, url, version, evidence, envelope, complete, entries, hasProblems = false } = catalog;
	return {
		source: `builtin:${id}`,
		...{ id, name, evidence, hasProblems, extends: [], hide: [] },
		...withoutUndefined({ url, version, envelope, complete }),
		entries: entries.map((entry, index) => {
			const { kind: _kind, value: _value, origins, ...facts } = entry;
			const written = origins?.[0]?.fields ?? Object.keys(facts);
			const given = Object.fromEntries(Object.entries(facts).filter(([name]) => written.includes(name)));
			return { entry, given, lacks: [], path: origins?.[0]?.path ?? ['entries', index] };
		}),
	};
}
