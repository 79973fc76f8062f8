import { type Hashes, hashOf } from './import-record.ts';
import type { Fields } from './source-fields.ts';

/** A field that changes, or that does not although the source has changed. */
export interface FieldChange {
	readonly field: string;
	/** What the catalog has; undefined where it has nothing. */
	readonly before: unknown;
	/** What the source says; undefined where it says nothing. */
	readonly after: unknown;
}

/** What becomes of the fields of one entry, or of the catalog's own. */
export interface MergedFields {
	readonly updated: readonly FieldChange[];
	/** Changed by hand, while the source says something new. */
	readonly kept: readonly FieldChange[];
	/** What is remembered from now on. */
	readonly hashes: Hashes;
}

export interface FieldsToMerge {
	/** The fields that an import may fill in. */
	readonly names: readonly string[];
	/** What the catalog has. */
	readonly existing: Fields;
	/** What the last import said; undefined for what was written by hand. */
	readonly before: Hashes | undefined;
	/** What the source says now. */
	readonly said: Fields;
	/** Fields of `said` that the source does not say itself, but that are made of what it says. */
	readonly made: readonly string[];
	/** Whether the source would say again what it has said before: then its silence takes a field away. */
	readonly isSameKind: boolean;
}

/** Tells for each field apart what was changed by hand, what the source has changed, and both. */
export function mergeFields({ names, existing, before, said, made, isSameKind }: FieldsToMerge): MergedFields {
	const updated: FieldChange[] = [];
	const kept: FieldChange[] = [];
	const hashes: Record<string, string> = { ...before };
	for (const field of names) {
		const has = existing[field];
		const says = said[field];
		const isMade = made.includes(field);
		const hash = before?.[field];
		const isNew = says !== undefined && hashOf(says) !== hash;
		const change = { field, before: has, after: says };
		if (hash === undefined ? has === undefined : has !== undefined && hashOf(has) === hash) {
			if (says === undefined && !isSameKind) continue;
			if (!isNew && says !== undefined) continue;
			if (!sameValue(has, says)) updated.push(change);
			if (says === undefined) delete hashes[field];
			else hashes[field] = hashOf(says);
		} else if (isNew && !isMade && !sameValue(has, says)) {
			kept.push(change);
			hashes[field] = hashOf(says);
		}
	}
	return { updated, kept, hashes };
}

function sameValue(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether nothing but what the import wrote is in the entry. */
export function isUntouched(existing: Fields, hashes: Hashes | undefined): boolean {
	const own = Object.keys(existing).filter((field) => !['kind', 'value', 'todo'].includes(field));
	const remembered = Object.keys(hashes ?? {});
	return own.length === remembered.length && own.every((field) => hashOf(existing[field]) === hashes?.[field]);
}
