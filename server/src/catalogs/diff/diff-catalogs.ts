import type { Catalog, Entry } from '../../catalog/catalog.ts';
import { nameLetters } from '../../catalog/code-name.ts';
import { entryKey } from '../../catalog/layer.ts';

/** What two versions of a catalog do not have in common. Entries stand in the order of their catalogs. */
export interface CatalogDiff {
	readonly before: Catalog;
	readonly after: Catalog;
	readonly added: readonly Entry[];
	readonly removed: readonly Entry[];
	/** One that is gone and one that is new where a catalog says that they are the same. */
	readonly renamed: readonly ChangedEntry[];
	/** Those that both versions have, and about which they do not say the same. */
	readonly changed: readonly ChangedEntry[];
}

/** An entry in both versions, and the fields in which they differ. */
export interface ChangedEntry {
	readonly before: Entry;
	readonly after: Entry;
	readonly fields: readonly FieldChange[];
}

/** One field as it was and as it is; undefined where it is not given. */
export interface FieldChange {
	readonly name: ComparedField;
	readonly before: unknown;
	readonly after: unknown;
}

/** Fields that say something about an error; where an entry is written and what is still to be filled in says nothing. */
const comparedFields = [
	...(['status', 'required', 'retry', 'deprecated', 'replacedBy', 'removedIn', 'since'] as const),
	...(['title', 'otherNames', 'description', 'remedy', 'differsFromHttp', 'runbook', 'url'] as const),
	...(['specification', 'standard', 'sample'] as const),
];
export type ComparedField = (typeof comparedFields)[number];

/** Compares two versions of a catalog. */
export function diffCatalogs(before: Catalog, after: Catalog): CatalogDiff {
	const [old, current] = [entriesByKey(before), entriesByKey(after)];
	const gone = [...old].flatMap(([key, entry]) => (current.has(key) ? [] : [entry]));
	const fresh = [...current].flatMap(([key, entry]) => (old.has(key) ? [] : [entry]));
	const renamed = renamedAmong(gone, fresh);
	const known = new Set([...renamed].flat());
	return {
		before,
		after,
		added: fresh.filter((entry) => !known.has(entry)),
		removed: gone.filter((entry) => !known.has(entry)),
		renamed: [...renamed].map(([one, other]) => changeOf(one, other)),
		changed: [...old].flatMap(([key, entry]) => {
			const now = current.get(key);
			const change = now && changeOf(entry, now);
			return change && change.fields.length > 0 ? [change] : [];
		}),
	};
}

/** The entries that code which knows only the version before cannot name, in the order of the catalog. */
export function newEntriesOf({ after, added, renamed }: CatalogDiff): readonly Entry[] {
	const fresh = new Set([...added, ...renamed.map((change) => change.after)]);
	return after.entries.filter((entry) => fresh.has(entry));
}

function entriesByKey({ entries }: Catalog): ReadonlyMap<string, Entry> {
	return new Map(entries.map((entry) => [entryKey(entry), entry]));
}

/** Pairs what is gone with what is new where one of them names the other: nothing is guessed from similar texts. */
function renamedAmong(gone: readonly Entry[], fresh: readonly Entry[]): ReadonlyMap<Entry, Entry> {
	const pairs = new Map<Entry, Entry>();
	const taken = new Set<Entry>();
	const byValue = groupedBy(fresh, (entry) => [entryKey(entry)]);
	const byName = groupedBy(fresh, (entry) => [...namesOf(entry, 'value'), ...namesOf(entry, 'other')]);
	const pair = (entry: Entry, candidates: readonly Entry[]): void => {
		const [match, ...others] = new Set(candidates.filter((one) => !taken.has(one)));
		if (!match || others.length > 0) return;
		pairs.set(entry, match);
		taken.add(match);
	};
	for (const entry of gone) {
		const { kind, replacedBy } = entry;
		if (replacedBy !== undefined) pair(entry, byValue.get(entryKey({ kind, value: replacedBy })) ?? []);
	}
	for (const entry of gone) {
		if (pairs.has(entry)) continue;
		// The value of one is another name of the other; that both have the same other name would be no more than a sign.
		const asked = [...namesOf(entry, 'value', 'other'), ...namesOf(entry, 'other', 'value')];
		pair(
			entry,
			asked.flatMap((name) => byName.get(name) ?? []),
		);
	}
	return pairs;
}

/** What an entry goes by, however that is spelled, as keys under which what is called so `as` a value or otherwise is found. */
function namesOf(
	{ kind, value, otherNames = [] }: Entry,
	which: 'value' | 'other',
	as: 'value' | 'other' = which,
): readonly string[] {
	const names = which === 'value' ? [String(value)] : otherNames;
	return names.map((name) => `${kind} ${as} ${nameLetters(name)}`);
}

function groupedBy(
	entries: readonly Entry[],
	keysOf: (entry: Entry) => readonly string[],
): ReadonlyMap<string, readonly Entry[]> {
	const groups = new Map<string, Entry[]>();
	for (const entry of entries)
		for (const key of new Set(keysOf(entry))) {
			const group = groups.get(key);
			if (group) group.push(entry);
			else groups.set(key, [entry]);
		}
	return groups;
}

function changeOf(before: Entry, after: Entry): ChangedEntry {
	const fields = comparedFields.flatMap((name) => {
		const [was, is] = [fieldOf(before, name), fieldOf(after, name)];
		return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ name, before: was, after: is }];
	});
	return { before, after, fields };
}

function fieldOf(entry: Entry, name: ComparedField): unknown {
	if (name === 'status') return entry.kind === 'code' ? entry.status : undefined;
	return entry[name];
}
