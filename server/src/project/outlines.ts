import type { Outline } from '../analysis/names/outline.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { keyOf } from './places.ts';

/** A text with the language it is written in. */
export interface Source {
	readonly languageId: string;
	readonly text: string;
}

export interface OutlineParts {
	/** The text of a file, or of the document that is open on it; undefined where there is none that we read. */
	readonly sourceOf: (uri: string) => Promise<Source | undefined>;
	readonly outline: (source: Source, catalogs: CatalogIndex) => Promise<Outline | undefined>;
}

/** What files say to the files around them, each read once until it changes. */
export class Outlines {
	readonly #parts: OutlineParts;
	readonly #known = new Map<string, WeakMap<CatalogIndex, Promise<Outline | undefined>>>();

	constructor(parts: OutlineParts) {
		this.#parts = parts;
	}

	/** Never rejects: a file that cannot be read says nothing. */
	of(uri: string, catalogs: CatalogIndex): Promise<Outline | undefined> {
		const key = keyOf(uri);
		const known = this.#known.get(key) ?? new WeakMap();
		const before = known.get(catalogs);
		if (before) return before;
		const outline = this.#read(uri, catalogs).catch(() => undefined);
		this.#known.set(key, known.set(catalogs, outline));
		return outline;
	}

	/** Reads a file again that changed. Whether it says something else than it did, with any of the catalogs. */
	async again(uri: string, all: Iterable<CatalogIndex>): Promise<boolean> {
		const before = this.#known.get(keyOf(uri));
		this.changed(uri);
		const differ = [...all].map(async (catalogs) => {
			const [one, other] = await Promise.all([before?.get(catalogs), this.of(uri, catalogs)]);
			return saidIn(one) !== saidIn(other);
		});
		return (await Promise.all(differ)).includes(true);
	}

	/** The file changed, or is open now, or no longer. */
	changed(uri: string): void {
		this.#known.delete(keyOf(uri));
	}

	forget(): void {
		this.#known.clear();
	}

	async #read(uri: string, catalogs: CatalogIndex): Promise<Outline | undefined> {
		const source = await this.#parts.sourceOf(uri);
		return source ? this.#parts.outline(source, catalogs) : undefined;
	}
}

/** What an outline says, as one string to compare; where it is said in the file does not count. */
function saidIn(outline: Outline | undefined): string {
	if (!outline) return '';
	const { inPlay, imports, exports, constants, types } = outline;
	const shown = inPlay.map(({ catalog, reason }) => [catalog.id, reason]);
	const taken = imports.map(({ module, names, isHandedOn }) => [module, names, isHandedOn]);
	const held = [...constants].map(([name, { literal, exported }]) => [name, literal.value, exported]);
	const declared = [...types].map(([name, { text }]) => [name, text]);
	return JSON.stringify([shown, taken, exports, held, declared]);
}
