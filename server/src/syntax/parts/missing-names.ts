import type { Language as Grammar } from 'web-tree-sitter';

/** What helps to find the right name, to be added to an error. */
export function hintFor(type: string, ids: ReadonlyMap<string, readonly number[]>, named: readonly boolean[]): string {
	const isToken = (ids.get(type) ?? []).some((id) => !named[id]);
	return isToken
		? ': it is a token, which counts in `tokens`, `marks`, `from` and `kindBy` alone'
		: similarTo(type, ids);
}

/** Names that share a word with the one that is missing. */
export function similarTo(name: string, ids: ReadonlyMap<string, readonly number[]>): string {
	const words = name.split('_').filter((word) => word.length > 2);
	const similar = [...ids.keys()].filter((one) => words.some((word) => one.split('_').includes(word)));
	return similar.length > 0 ? `; it has ${similar.sort().join(', ')}` : '';
}

/** The names of a grammar's fields, for where one is missing. */
export function fieldsIn({ fields }: Grammar): string {
	const names = (fields ?? []).filter((one) => one !== null);
	return names.length > 0
		? `; its fields are ${names.join(', ')}`
		: '; it has none: `types`, `positions` and `from` do without';
}
