import type { Catalog, Entry } from '../catalog/catalog.ts';
import { constantName } from '../catalog/code-name.ts';

/** A name and the entry that it stands for. */
export interface NamedEntry {
	readonly name: string;
	readonly entry: Entry;
}

/** How a type of the catalog begins: `SilentChat`, or the id where the name has no letters that every editor knows. */
export function typePrefix({ id, name }: Catalog): string {
	const [first = '', ...others] = [name, id].map(pascalCase).filter((text) => text !== '');
	const text = first || others[0] || 'Api';
	return /^\d/.test(text) ? `Api${text}` : text;
}

function pascalCase(text: string): string {
	const words =
		text
			.normalize('NFKD')
			.replaceAll(/\p{M}/gu, '')
			.match(/[A-Za-z\d]+/g) ?? [];
	return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Names for entries: the code itself where it is text, words from its title where it is a number; no name stands twice. */
export function namedEntries(entries: readonly Entry[]): readonly NamedEntry[] {
	const texts = entries.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
	const taken = new Set(texts);
	return entries.map((entry) => {
		if (typeof entry.value === 'string') return { name: entry.value, entry };
		const name = nameOfNumber(entry, entry.value, taken);
		taken.add(name);
		return { name, entry };
	});
}

/** Titles may be long; their first words are enough to tell one from the other. */
const mostWords = 6;

function nameOfNumber(entry: Entry, value: number, taken: ReadonlySet<string>): string {
	const words = constantName(entry.title.normalize('NFKD').replaceAll(/\p{M}/gu, '')).replaceAll(/[^A-Z\d_]+/g, '_');
	const title = words.split('_').filter(Boolean).slice(0, mostWords).join('_');
	const number = String(value).replace('-', 'MINUS_');
	const plain = title === '' ? `CODE_${number}` : /^\d/.test(title) ? `CODE_${title}` : title;
	if (!taken.has(plain)) return plain;
	const numbered = `${plain}_${number}`;
	return taken.has(numbered) ? `${numbered}_AS_NUMBER` : numbered;
}
