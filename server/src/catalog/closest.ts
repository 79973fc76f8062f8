import { distance } from 'fastest-levenshtein';
import type { Catalog, Entry } from './catalog.ts';
import { constantName } from './code-name.ts';

/**
 * The code of the catalog that the text was probably meant to be: `RATE_LIMTED`, `rate-limited`, `LIMITED_RATE`.
 * Undefined where none is near, or where two are equally near. Takes time in proportion to the catalog.
 */
export function closest(text: string, catalog: Pick<Catalog, 'entries'>): Entry | undefined {
	return nearest(text, catalog.entries, (entry) => (entry.kind === 'code' ? String(entry.value) : undefined));
}

/** The one of the names that the text was probably meant to be; undefined as for codes. */
export function closestName(text: string, names: Iterable<string>): string | undefined {
	return nearest(text, names, (name) => name);
}

function nearest<Item>(
	text: string,
	items: Iterable<Item>,
	nameOf: (item: Item) => string | undefined,
): Item | undefined {
	const wanted = constantName(text);
	let best: Item | undefined;
	let least = Number.POSITIVE_INFINITY;
	let isTie = false;
	for (const item of items) {
		const name = nameOf(item);
		const far = name === undefined ? undefined : nearness(wanted, constantName(name));
		if (far === undefined || far > least) continue;
		isTie = far === least;
		least = far;
		best = item;
	}
	return isTie ? undefined : best;
}

/** How many letters must change, or undefined where that is too many for the length to be a mistake in typing. */
function nearness(one: string, other: string): number | undefined {
	const limit = Math.min(3, Math.floor(Math.max(one.length, other.length) / 4));
	if (Math.abs(one.length - other.length) > limit) return undefined;
	const far = distance(one, other);
	if (far <= limit) return far;
	return sortedWords(one) === sortedWords(other) ? limit : undefined;
}

function sortedWords(name: string): string {
	return name.split('_').sort().join('_');
}
