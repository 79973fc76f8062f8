import { entryKey } from '../catalog/layer.ts';
import type { DraftEntry } from './draft.ts';
import { listed } from './reading/listed.ts';

/** Entries, each of which stands once, and sentences on where its sources did not agree. */
export interface MergedEntries {
	readonly entries: readonly DraftEntry[];
	readonly notes: readonly string[];
}

/**
 * Puts together the entries of the same kind and value, in the order in which each comes first. The first to say
 * something is believed, but a longer description that begins with the same words is taken for it. Where the status or
 * the retry differs none is kept, as nobody can tell which one is meant.
 */
export function mergedEntries(entries: readonly DraftEntry[]): MergedEntries {
	const groups = new Map<string, DraftEntry[]>();
	for (const entry of entries) {
		const key = entryKey(entry);
		const group = groups.get(key);
		if (group) group.push(entry);
		else groups.set(key, [entry]);
	}
	const notes: string[] = [];
	const describedTwice: DraftEntry[] = [];
	const merged = [...groups.values()].map((group) => {
		const [first, ...more] = group;
		if (!first || more.length === 0) return group[0];
		notes.push(...contradictions(first, group));
		const descriptions = group.flatMap(({ description }) => description ?? []);
		const description = longestOf(descriptions);
		if (descriptions.some((other) => !description?.startsWith(other))) describedTwice.push(first);
		return withoutContradictions({ ...together(group), ...(description && { description }) }, group);
	});
	if (describedTwice.length > 0) {
		notes.push(`Described in more than one way, of which the first is kept: ${listed(describedTwice.map(nameOf))}.`);
	}
	return { entries: merged.filter((entry) => entry !== undefined), notes };
}

/** Each field as the first entry says it that has it. */
function together(group: readonly DraftEntry[]): DraftEntry {
	const merged: DraftEntry = Object.assign({}, ...group.toReversed());
	const names = new Set(group.flatMap(({ otherNames }) => otherNames ?? []));
	return names.size > 0 ? { ...merged, otherNames: [...names] } : merged;
}

/** The first description, or the longest that only adds to it. */
function longestOf([first, ...others]: readonly string[]): string | undefined {
	if (first === undefined) return undefined;
	return others.reduce((longest, other) => (other.startsWith(longest) ? other : longest), first);
}

function withoutContradictions(entry: DraftEntry, group: readonly DraftEntry[]): DraftEntry {
	const { status, retry, ...rest } = entry;
	return {
		...rest,
		...(status !== undefined && different(group, 'status').length === 1 && { status }),
		...(retry !== undefined && different(group, 'retry').length === 1 && { retry }),
	};
}

function contradictions(first: DraftEntry, group: readonly DraftEntry[]): readonly string[] {
	return (['status', 'retry'] as const).flatMap((field) => {
		const said = different(group, field);
		if (said.length < 2) return [];
		return [`${nameOf(first)} comes with more than one ${field} (${said.join(', ')}), so none is written down.`];
	});
}

function different(group: readonly DraftEntry[], field: 'status' | 'retry'): readonly (string | number)[] {
	return [...new Set(group.flatMap((entry) => entry[field] ?? []))];
}

function nameOf({ kind, value }: DraftEntry): string {
	return kind === 'status' ? `Status ${value}` : String(value);
}
