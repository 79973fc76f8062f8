import type { CatalogIndex } from '../catalog/catalog-index.ts';

/** The names of hosts and packages without which no file shows an API of the catalogs to others. */
export function namesOf({ catalogs }: CatalogIndex): readonly string[] {
	return catalogs.flatMap(({ evidence }) => [...evidence.hosts, ...evidence.packages]);
}

/** Finds any of some names in a text; undefined where there are none. */
export function patternOf(names: readonly string[]): RegExp | undefined {
	const escaped = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return escaped.length > 0 ? new RegExp(escaped.join('|')) : undefined;
}

/** Knows what texts name that some catalogs know and others do not. */
export class ForeignNames {
	readonly #patterns = new WeakMap<CatalogIndex, WeakMap<CatalogIndex, { readonly pattern: RegExp | undefined }>>();

	/** Whether a text names a host or a package that `theirs` know and `ours` do not. */
	isIn(text: string, ours: CatalogIndex, theirs: CatalogIndex): boolean {
		return this.#patternFor(ours, theirs)?.test(text) === true;
	}

	#patternFor(ours: CatalogIndex, theirs: CatalogIndex): RegExp | undefined {
		const known = this.#patterns.get(ours)?.get(theirs);
		if (known) return known.pattern;
		const own = new Set(namesOf(ours));
		const pattern = patternOf(namesOf(theirs).filter((name) => !own.has(name)));
		const ofOurs = this.#patterns.get(ours) ?? new WeakMap();
		this.#patterns.set(ours, ofOurs.set(theirs, { pattern }));
		return pattern;
	}
}
