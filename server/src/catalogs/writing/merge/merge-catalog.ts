import type { PathEdit } from '../../../catalog/problem.ts';
import type { Draft, DraftEntry } from '../../../import/draft.ts';
import type { Insertion } from '../../text/insert-items.ts';
import { hashesOf, newEntry, withTitle } from '../write-catalog.ts';
import type { ImportChange } from './import-changes.ts';
import { catalogKey, type Hashes, type ImportRecord, isObject, recordKey } from './import-record.ts';
import { isUntouched, type MergedFields, mergeFields } from './merge-fields.ts';
import {
	catalogFieldNames,
	catalogFields,
	entryFieldNames,
	entryFields,
	type Fields,
	gapsIn,
	usableEntries,
} from './source-fields.ts';

/** What a source makes of a catalog that is there. */
export interface MergedCatalog {
	/** Changes of fields, by their paths in the catalog as it is. */
	readonly edits: readonly PathEdit[];
	/** Entries that go, as indexes in the catalog as it is, from first to last. */
	readonly removed: readonly number[];
	/** Entries that come, by those that are there. */
	readonly insertions: readonly Insertion[];
	readonly fields: ImportRecord['fields'];
	readonly changes: readonly ImportChange[];
}

interface Known {
	readonly index: number;
	readonly fields: Fields;
}

export interface MergeOptions {
	readonly before: ImportRecord | undefined;
	readonly isSameKind: boolean;
	readonly removeGone: boolean;
}

/** @param catalog the value of the catalog's file */
export function mergeCatalog(catalog: Fields, draft: Draft, options: MergeOptions): MergedCatalog {
	const known = knownEntries(catalog.entries);
	const entries = usableEntries(draft);
	const fields = new Map<string, Hashes>(options.before?.fields);
	const edits: PathEdit[] = [];
	const changes: ImportChange[] = [];
	const take = (key: string, merged: MergedFields, entry?: DraftEntry) => {
		fields.set(key, merged.hashes);
		const name = entry && { entry: { kind: entry.kind, value: entry.value } };
		changes.push(...merged.updated.map((change) => ({ kind: 'updated' as const, ...name, ...change })));
		changes.push(...merged.kept.map((change) => ({ kind: 'kept' as const, ...name, ...change })));
	};
	const own = mergeOwnFields(catalog, draft, options);
	take(catalogKey, own);
	edits.push(...ownEdits(catalog, own));
	for (const entry of entries) {
		const key = recordKey(entry.kind, entry.value);
		const found = known.get(key);
		if (!found) continue;
		const merged = mergeEntry(entry, found, options);
		take(key, merged, entry);
		edits.push(...entryEdits(entry, found, merged));
	}
	const fresh = newEntries(entries, known, options.before);
	for (const entry of fresh.added) {
		fields.set(recordKey(entry.kind, entry.value), hashesOf(withTitle(entry, entryFields(entry))));
		const { title } = withTitle(entry, entryFields(entry));
		changes.push({ kind: 'added', entry: { kind: entry.kind, value: entry.value }, title: String(title) });
	}
	changes.push(...fresh.leftOut.map(({ kind, value }) => ({ kind: 'left-out' as const, entry: { kind, value } })));
	const removed = goneEntries(entries, known, options, changes, fields);
	return { edits, removed, insertions: placedEntries(fresh.added, entries, known), fields, changes };
}

/** By what an import remembers them; of two with the same name, the first. */
function knownEntries(entries: unknown): ReadonlyMap<string, Known> {
	const known = new Map<string, Known>();
	if (!Array.isArray(entries)) return known;
	for (const [index, fields] of entries.entries()) {
		if (!isObject(fields)) continue;
		const { kind = 'code', value } = fields;
		if ((kind !== 'code' && kind !== 'status') || (typeof value !== 'string' && typeof value !== 'number')) continue;
		const key = recordKey(kind, value);
		if (!known.has(key)) known.set(key, { index, fields });
	}
	return known;
}

function mergeOwnFields(catalog: Fields, draft: Draft, { before, isSameKind }: MergeOptions): MergedFields {
	const evidence = isObject(catalog.evidence) ? catalog.evidence : {};
	const existing = Object.fromEntries(
		catalogFieldNames.map((field) => {
			const [, part] = field.split('.');
			return [field, part === undefined ? catalog[field] : evidence[part]];
		}),
	);
	return mergeFields({
		names: catalogFieldNames,
		existing,
		before: before && (before.fields.get(catalogKey) ?? {}),
		said: catalogFields(draft),
		made: [],
		isSameKind,
	});
}

function ownEdits(catalog: Fields, { updated }: MergedFields): readonly PathEdit[] {
	const plain = updated.filter(({ field }) => !field.includes('.'));
	const edits = plain.map(({ field, after }) => setOrRemove([field], after));
	const parts = updated.filter((change) => !plain.includes(change));
	if (parts.length === 0) return edits;
	const evidence = new Map(isObject(catalog.evidence) ? Object.entries(catalog.evidence) : []);
	for (const { field, after } of parts) {
		const [, part = ''] = field.split('.');
		if (after === undefined) evidence.delete(part);
		else evidence.set(part, after);
	}
	const isBoth = isObject(catalog.evidence) && evidence.size > 0;
	if (isBoth) return [...edits, ...parts.map(({ field, after }) => setOrRemove(field.split('.'), after))];
	return [...edits, setOrRemove(['evidence'], evidence.size > 0 ? Object.fromEntries(evidence) : undefined)];
}

function mergeEntry(entry: DraftEntry, { fields }: Known, { before, isSameKind }: MergeOptions): MergedFields {
	const said = entryFields(entry);
	return mergeFields({
		names: entryFieldNames,
		existing: fields,
		before: before?.fields.get(recordKey(entry.kind, entry.value)),
		said: withTitle(entry, said),
		made: said.title === undefined ? ['title'] : [],
		isSameKind,
	});
}

/** Sets what is updated, and takes what is known now off the list of gaps. */
function entryEdits(entry: DraftEntry, { index, fields }: Known, { updated }: MergedFields): readonly PathEdit[] {
	const edits = updated.map(({ field, after }) => setOrRemove(['entries', index, field], after));
	const todo = Array.isArray(fields.todo) ? fields.todo : [];
	const now = Object.fromEntries([...Object.entries(fields), ...updated.map(({ field, after }) => [field, after])]);
	const gaps = new Set(gapsIn(entry.kind, entry.value, now));
	const lost = updated.filter(({ field, after }) => after === undefined && gaps.has(field) && !todo.includes(field));
	const filled = updated.filter(({ after }) => after !== undefined).map(({ field }) => field);
	const left = [...todo.filter((field) => !filled.includes(field)), ...lost.map(({ field }) => field)];
	if (left.length === todo.length && lost.length === 0) return edits;
	return [...edits, setOrRemove(['entries', index, 'todo'], left.length > 0 ? left : undefined)];
}

function setOrRemove(path: readonly (string | number)[], value: unknown): PathEdit {
	return value === undefined ? { path, remove: true } : { path, value };
}

/** Those that the catalog has not, told apart by whether somebody has taken them out of it. */
function newEntries(
	entries: readonly DraftEntry[],
	known: ReadonlyMap<string, Known>,
	before: ImportRecord | undefined,
): { readonly added: readonly DraftEntry[]; readonly leftOut: readonly DraftEntry[] } {
	const missing = entries.filter(({ kind, value }) => !known.has(recordKey(kind, value)));
	const wasThere = ({ kind, value }: DraftEntry) => before?.fields.has(recordKey(kind, value)) ?? false;
	return { added: missing.filter((entry) => !wasThere(entry)), leftOut: missing.filter(wasThere) };
}

/**
 * The indexes of the entries that are taken out; all that are gone are told, and those taken out are forgotten. What a
 * source of another kind does not have may be in the one before.
 */
function goneEntries(
	entries: readonly DraftEntry[],
	known: ReadonlyMap<string, Known>,
	{ before, isSameKind, removeGone }: MergeOptions,
	changes: ImportChange[],
	fields: Map<string, Hashes>,
): readonly number[] {
	const said = new Set(entries.map(({ kind, value }) => recordKey(kind, value)));
	const removed: number[] = [];
	for (const [key, { index, fields: existing }] of known) {
		const hashes = before?.fields.get(key);
		if (!isSameKind || hashes === undefined || said.has(key)) continue;
		const isTouched = !isUntouched(existing, hashes);
		const isRemoved = removeGone && !isTouched;
		const kind = existing.kind === 'status' ? 'status' : 'code';
		const value = typeof existing.value === 'number' ? existing.value : String(existing.value);
		changes.push({ kind: 'gone', entry: { kind, value }, isRemoved, isTouched });
		if (!isRemoved) continue;
		removed.push(index);
		fields.delete(key);
	}
	return removed;
}

/**
 * Where new entries come: each after the one of its kind that precedes it in the source and is in the catalog; codes that
 * none precedes come first, or after the last code, statuses last.
 */
function placedEntries(
	added: readonly DraftEntry[],
	entries: readonly DraftEntry[],
	known: ReadonlyMap<string, Known>,
): readonly Insertion[] {
	const fresh = new Set(added);
	const byPlace = new Map<number, object[]>();
	const all = [...known.values()];
	for (const kind of ['code', 'status'] as const) {
		const ofKind = entries.filter((entry) => entry.kind === kind);
		const indexOf = ({ value }: DraftEntry) => known.get(recordKey(kind, value))?.index;
		const last = all.filter(({ fields }) => (fields.kind ?? 'code') === kind).at(-1)?.index;
		const following = ofKind.map(indexOf).find((index) => index !== undefined);
		const end = kind === 'code' ? -1 : Math.max(-1, ...all.map(({ index }) => index));
		let after = following === undefined ? (last ?? end) : following - 1;
		for (const entry of ofKind) {
			after = indexOf(entry) ?? after;
			if (!fresh.has(entry)) continue;
			const items = byPlace.get(after) ?? [];
			byPlace.set(after, items);
			items.push(newEntry(entry));
		}
	}
	return [...byPlace].map(([after, items]) => ({ after, items }));
}
