import type { Entry } from '../../../catalog/catalog.ts';
import type { FieldChange } from './merge-fields.ts';

/** A code or a status of the catalog. */
export interface EntryName {
	readonly kind: Entry['kind'];
	readonly value: string | number;
}

/** What an import does to a catalog, or leaves as it is although the source would have it otherwise. */
export type ImportChange =
	| { readonly kind: 'added'; readonly entry: EntryName; readonly title: string }
	/** Without an entry: a field of the catalog itself. */
	| ({ readonly kind: 'updated' | 'kept'; readonly entry?: EntryName } & FieldChange)
	/** No longer in the source: it stays in the catalog, unless it is removed. */
	| { readonly kind: 'gone'; readonly entry: EntryName; readonly isRemoved: boolean; readonly isTouched: boolean }
	/** In the source, but taken out of the catalog by hand: it stays out. */
	| { readonly kind: 'left-out'; readonly entry: EntryName };

/** The change in a sentence. */
export function importChangeText(change: ImportChange): string {
	const name = nameOf(change.entry);
	switch (change.kind) {
		case 'added':
			return `${name} is new: ${change.title}.`;
		case 'updated': {
			const { field, before, after } = change;
			if (before === undefined) return `${name} gets ${field}: ${shown(after)}.`;
			if (after === undefined) return `${name} loses ${field}, which was ${shown(before)}.`;
			return `${name} has another ${field}: ${shown(after)} instead of ${shown(before)}.`;
		}
		case 'kept': {
			const { field, before, after } = change;
			const has = before === undefined ? 'stays away' : `stays ${shown(before)}`;
			return `${name}: ${field} ${has}, as it was written by hand; the source says ${shown(after)}.`;
		}
		case 'gone':
			if (change.isRemoved) return `${name} is no longer in the source and is removed.`;
			return `${name} is no longer in the source${change.isTouched ? '; it was changed by hand' : ''}. It stays.`;
		case 'left-out':
			return `${name} was taken out by hand, and stays out.`;
	}
}

/** What an import does, a line for each change, counted first; then what the reader of the source has to say. */
export function describeImport(changes: readonly ImportChange[], notes: readonly string[]): string {
	const marks = { added: '+', updated: '~', kept: '!', gone: '-', 'left-out': ' ' } as const;
	const lines = changes.map((change) => `  ${marks[change.kind]} ${importChangeText(change)}`);
	const told = notes.map((note) => `  note: ${note}`);
	return [`${countImport(changes)}`, ...lines, ...told].map((line) => `${line}\n`).join('');
}

/** How much changes, in one line: `2 added, 1 updated, 1 kept as written by hand.` */
export function countImport(changes: readonly ImportChange[]): string {
	const counts = [
		[count(changes, 'added'), 'added'],
		[entriesWith(changes, 'updated'), 'updated'],
		[entriesWith(changes, 'kept'), 'kept as written by hand'],
		[changes.filter((change) => change.kind === 'gone' && !change.isRemoved).length, 'no longer in the source'],
		[changes.filter((change) => change.kind === 'gone' && change.isRemoved).length, 'removed'],
		[count(changes, 'left-out'), 'left out'],
	] as const;
	const told = counts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
	return told.length === 0 ? 'Nothing changes.' : `${told.join(', ')}.`;
}

function count(changes: readonly ImportChange[], kind: ImportChange['kind']): number {
	return changes.filter((change) => change.kind === kind).length;
}

function entriesWith(changes: readonly ImportChange[], kind: ImportChange['kind']): number {
	return new Set(changes.filter((change) => change.kind === kind).map(({ entry }) => nameOf(entry))).size;
}

function nameOf(entry: EntryName | undefined): string {
	if (!entry) return 'The catalog';
	return entry.kind === 'status' ? `Status ${entry.value}` : String(entry.value);
}

/** In one line, and not longer than a line has room for. */
function shown(value: unknown): string {
	const text = typeof value === 'string' ? `“${value.replace(/\s+/g, ' ')}”` : (JSON.stringify(value) ?? 'nothing');
	return text.length > 80 ? `${text.slice(0, 78)}…${text.endsWith('”') ? '”' : ''}` : text;
}
