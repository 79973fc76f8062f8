import { distance } from 'fastest-levenshtein';
import type { Catalog, Entry } from './catalog.ts';
import { constantName } from './code-name.ts';

/**
 * The code of the catalog that the text was probably meant to be: `RATE_LIMTED`, `rate-limited`, `LIMITED_RATE`.
 * Undefined where none is near, or where two are equally near. Takes time in proportion to the catalog.
 */
export function closest(text: string, { entries }: Pick<Catalog, 'entries'>): Entry | undefined {
	return codeFinder(entries)(text);
}

/** The one of the names that the text was probably meant to be; undefined as for codes. */
export function closestName(text: string, names: Iterable<string>): string | undefined {
	return finder([...names].map((name) => known(name, name)))(text);
}

/** `closest` for whoever asks often: the codes are made ready once, and each question is answered once. */
export function codeFinder(entries: readonly Entry[]): (text: string) => Entry | undefined {
	return finder(entries.flatMap((entry) => (entry.kind === 'code' ? [known(entry, String(entry.value))] : [])));
}

/** A name made ready for being compared. */
interface Known<Item> {
	readonly item: Item;
	readonly name: string;
	/** A bit for each letter that is in it. */
	readonly letters: number;
}

function known<Item>(item: Item, text: string): Known<Item> {
	const name = constantName(text);
	return { item, name, letters: lettersOf(name) };
}

function finder<Item>(items: readonly Known<Item>[]): (text: string) => Item | undefined {
	const answers = new Map<string, Item | undefined>();
	return (text) => {
		if (answers.has(text)) return answers.get(text);
		const answer = nearest(constantName(text), items);
		// Whoever types asks for another text with each letter.
		if (answers.size >= mostAnswers) answers.clear();
		answers.set(text, answer);
		return answer;
	};
}

const mostAnswers = 1_000;

function nearest<Item>(wanted: string, items: readonly Known<Item>[]): Item | undefined {
	const letters = lettersOf(wanted);
	const words = sortedWords(wanted);
	let best: Item | undefined;
	let least = Number.POSITIVE_INFINITY;
	let isTie = false;
	for (const { item, name, letters: others } of items) {
		// Each letter that changes takes one away and adds another.
		if (bitsIn(letters ^ others) > 6 || Math.abs(name.length - wanted.length) > 3) continue;
		const far = nearness(wanted, words, name);
		if (far === undefined || far > least) continue;
		isTie = far === least;
		least = far;
		best = item;
	}
	return isTie ? undefined : best;
}

function lettersOf(name: string): number {
	let letters = 0;
	for (let index = 0; index < name.length; index++) letters |= 1 << (name.charCodeAt(index) & 31);
	return letters;
}

function bitsIn(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
}

/** How many letters must change, or undefined where that is too many for the length to be a mistake in typing. */
function nearness(one: string, words: string, other: string): number | undefined {
	const limit = Math.min(3, Math.floor(Math.max(one.length, other.length) / 4));
	if (Math.abs(one.length - other.length) > limit) return undefined;
	const far = distance(one, other);
	if (far <= limit) return far;
	const mayBeSorted = one.length === other.length && one.includes('_');
	return mayBeSorted && words === sortedWords(other) ? limit : undefined;
}

function sortedWords(name: string): string {
	return name.split('_').sort().join('_');
}
