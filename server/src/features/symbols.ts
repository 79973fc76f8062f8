import type { Catalog, Entry } from '../catalog/catalog.ts';
import { type CatalogIndex, type Match, statusOf } from '../catalog/catalog-index.ts';
import { nameLetters } from '../catalog/code-name.ts';

/** More than these nobody looks through. */
export const mostSymbols = 500;
/** Letters of a question before HTTP's statuses are among the answers: until then there are enough others. */
const fewestForStatuses = 3;
/** More that fit are not compared, but for those that are just what was asked for: whoever types so little types on. */
const mostCompared = 5_000;
/** Where so many have what was asked for as it is, nobody meant its letters with others between them. */
const enough = 50;

/** How well an entry fits, best first: it is what was asked for, begins with it, has it, has its letters in order, or comes with the status. */
const fits = ['exact', 'start', 'inside', 'letters', 'status'] as const;
type Found = Readonly<Record<(typeof fits)[number], Match[]>>;

/** A catalog's entries made ready for being looked up by letters. */
interface Prepared {
	readonly catalog: Catalog;
	/** The letters and digits of what each is called, each after a line break: one text is searched faster than many. */
	readonly names: string;
	/** Where in the text each begins, and where one more would. */
	readonly starts: Uint32Array;
	/** Which letters each has, a bit for each, so that most entries are passed over at a glance. */
	readonly masks: Uint32Array;
	/** The HTTP status that each comes with, 0 for none. */
	readonly statuses: Uint16Array;
}

/** Looks codes up by the letters of what a user types. What it makes ready is kept as long as the catalogs are. */
export class SymbolSearch {
	readonly #prepared = new WeakMap<Catalog, Prepared>();

	/**
	 * At most `mostSymbols` entries whose names have the letters of the query in order, the best first; for an empty query
	 * the user's own.
	 */
	find(index: CatalogIndex, query: string): readonly Match[] {
		const wanted = lettersOf(query);
		if (wanted === '') return ownOf(index.catalogs);
		const exact = [...index.byName(wanted), ...(/^\d+$/.test(wanted) ? index.byNumber(Number(wanted)) : [])];
		const found: Found = { exact, start: [], inside: [], letters: [], status: [] };
		const searched = index.catalogs.filter((one) => one !== index.http || wanted.length >= fewestForStatuses);
		for (const catalog of searched) {
			addWhole(this.prepare(catalog), wanted, found);
			if (found.start.length + found.inside.length > mostCompared) break;
		}
		for (const catalog of searched) {
			if (exact.length + found.start.length + found.inside.length >= enough) break;
			addScattered(this.prepare(catalog), wanted, found);
		}
		if (/^[1-5]\d\d$/.test(wanted))
			for (const catalog of searched) addOfStatus(this.prepare(catalog), Number(wanted), found);
		const best = fits.flatMap((fit) => found[fit].sort(inOrder));
		return [...new Map(best.map((match) => [match.entry, match])).values()].slice(0, mostSymbols);
	}

	/** Makes a catalog ready, so that the first question takes no longer than the next. */
	prepare(catalog: Catalog): Prepared {
		const known = this.#prepared.get(catalog);
		if (known) return known;
		const names = catalog.entries.map((entry) => lettersOf(symbolName(entry)));
		const starts = new Uint32Array(names.length + 1);
		starts[0] = 1;
		for (const [index, { length }] of names.entries()) starts[index + 1] = (starts[index] ?? 0) + length + 1;
		const prepared: Prepared = {
			catalog,
			names: `\n${names.join('\n')}`,
			starts,
			masks: Uint32Array.from(names, maskOf),
			statuses: Uint16Array.from(catalog.entries, (entry) => statusOf(entry) ?? 0),
		};
		this.#prepared.set(catalog, prepared);
		return prepared;
	}
}

/** Adds what has the letters one after the other. */
function addWhole({ catalog, names, starts }: Prepared, wanted: string, found: Found): void {
	let index = 0;
	for (let at = names.indexOf(wanted); at >= 0; at = names.indexOf(wanted, starts[index])) {
		index = indexAt(starts, at);
		const entry = catalog.entries[index];
		if (entry) found[at === starts[index] ? 'start' : 'inside'].push({ catalog, entry });
		index += 1;
		if (index >= catalog.entries.length || found.inside.length > mostCompared) return;
	}
}

/** Adds what has the letters with others between them. */
function addScattered({ catalog, names, starts, masks }: Prepared, wanted: string, found: Found): void {
	const mask = maskOf(wanted);
	for (let index = 0; index < masks.length && found.letters.length < mostCompared; index++) {
		if (((masks[index] ?? 0) & mask) >>> 0 !== mask) continue;
		const end = (starts[index + 1] ?? 0) - 1;
		let next = 0;
		for (let at = starts[index] ?? 0; at < end && next < wanted.length; at++)
			if (names.charCodeAt(at) === wanted.charCodeAt(next)) next++;
		const entry = next === wanted.length ? catalog.entries[index] : undefined;
		if (entry) found.letters.push({ catalog, entry });
	}
}

function addOfStatus({ catalog, statuses }: Prepared, status: number, found: Found): void {
	let index = statuses.indexOf(status);
	for (; index >= 0 && found.status.length < mostSymbols; index = statuses.indexOf(status, index + 1)) {
		const entry = catalog.entries[index];
		if (entry) found.status.push({ catalog, entry });
	}
}

/** The last of what begins at or before a place. */
function indexAt(starts: Uint32Array, at: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((starts[middle] ?? 0) <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** What an entry is called among symbols: a number alone says nothing. */
export function symbolName({ kind, value, title }: Entry): string {
	return kind === 'status' || typeof value === 'number' ? `${value} ${title}` : value;
}

/** Whether an entry, or a part of it, is written in a file of the user. */
export function isOwn({ origins = [] }: Entry): boolean {
	return origins.some(({ source }) => !source.startsWith('builtin:'));
}

function ownOf(catalogs: readonly Catalog[]): readonly Match[] {
	const found: Match[] = [];
	for (const catalog of catalogs)
		for (const entry of catalog.entries) {
			if (found.length === mostSymbols) return found;
			if (isOwn(entry)) found.push({ catalog, entry });
		}
	return found;
}

/** As `nameLetters`, and quick for what codes are mostly made of. */
function lettersOf(name: string): string {
	return /^[\w-]*$/.test(name) ? name.toLowerCase().replaceAll('_', '').replaceAll('-', '') : nameLetters(name);
}

/** Letters from a to z have a bit each, digits share some; what is written otherwise is not told apart. */
function maskOf(name: string): number {
	let mask = 0;
	for (let index = 0; index < name.length; index++) {
		const code = name.charCodeAt(index);
		const letter = code | 32;
		if (letter >= 97 && letter <= 122) mask |= 1 << (letter - 97);
		else if (code >= 48 && code <= 57) mask |= 1 << (26 + (code % 6));
	}
	return mask >>> 0;
}

/** The shortest name has the least beside what was asked for. */
function inOrder(one: Match, other: Match): number {
	const [name, otherName] = [symbolName(one.entry), symbolName(other.entry)];
	if (name.length !== otherName.length) return name.length - otherName.length;
	return name < otherName ? -1 : name > otherName ? 1 : 0;
}
