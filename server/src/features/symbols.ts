import type { Catalog, Entry } from '../catalog/catalog.ts';
import { type CatalogIndex, type Match, statusOf } from '../catalog/catalog-index.ts';
import { nameLetters } from '../catalog/code-name.ts';

/** More than these nobody looks through. */
export const mostSymbols = 500;
/** Letters of a question before HTTP's statuses are among the answers: until then there are enough others. */
const fewestForStatuses = 3;

/** More that fit are not compared, but for those that are just what was asked for: whoever types so little types on. */
const mostCompared = 5_000;

/** How well an entry fits, best first: it is what was asked for, begins with it, has it, has its letters in order, or comes with the status. */
const fits = ['exact', 'start', 'inside', 'letters', 'status'] as const;
type Fit = (typeof fits)[number];
type Found = Readonly<Record<Fit, Match[]>>;

/** A catalog's entries made ready for being looked up by letters. */
interface Prepared {
	/** The letters and digits of what each is called, as far as they were needed. */
	readonly letters: (string | undefined)[];
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
		for (const catalog of index.catalogs) {
			if (catalog === index.http && wanted.length < fewestForStatuses) continue;
			this.#search(catalog, wanted, found);
			if (found.start.length + found.inside.length + found.letters.length > mostCompared) break;
		}
		const best = fits.flatMap((fit) => found[fit].sort(inOrder));
		return [...new Map(best.map((match) => [match.entry, match])).values()].slice(0, mostSymbols);
	}

	#search(catalog: Catalog, wanted: string, found: Found): void {
		const { letters, masks, statuses } = this.#prepare(catalog);
		const mask = maskOf(wanted);
		const status = /^[1-5]\d\d$/.test(wanted) ? Number(wanted) : -1;
		for (let index = 0; index < masks.length; index++) {
			const mayFit = ((masks[index] ?? 0) & mask) >>> 0 === mask;
			const isOfStatus = statuses[index] === status && found.status.length < mostSymbols;
			const entry = mayFit || isOfStatus ? catalog.entries[index] : undefined;
			if (!entry) continue;
			const own = mayFit ? (letters[index] ?? lettersOf(symbolName(entry))) : '';
			if (mayFit) letters[index] = own;
			const fit = fitOf(own, wanted) ?? (isOfStatus ? 'status' : undefined);
			if (fit) found[fit].push({ catalog, entry });
		}
	}

	#prepare(catalog: Catalog): Prepared {
		const known = this.#prepared.get(catalog);
		if (known) return known;
		const { entries } = catalog;
		const prepared: Prepared = {
			letters: new Array(entries.length),
			masks: new Uint32Array(entries.length),
			statuses: new Uint16Array(entries.length),
		};
		for (const [index, entry] of entries.entries()) {
			prepared.masks[index] = maskOf(symbolName(entry));
			prepared.statuses[index] = statusOf(entry) ?? 0;
		}
		this.#prepared.set(catalog, prepared);
		return prepared;
	}
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

function fitOf(letters: string, wanted: string): Fit | undefined {
	const at = letters.indexOf(wanted);
	if (at >= 0) return letters.length === wanted.length ? 'exact' : at === 0 ? 'start' : 'inside';
	let next = 0;
	for (let index = 0; index < letters.length && next < wanted.length; index++)
		if (letters.charCodeAt(index) === wanted.charCodeAt(next)) next++;
	return next === wanted.length ? 'letters' : undefined;
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
