import type { Outline } from '../analysis/outline.ts';
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

/** UTF-16 units: longer files say nothing to others. */
const longest = 1_000_000;

/** What files say to the files around them, each read once until it changes. */
export class Outlines {
	readonly #parts: OutlineParts;
	readonly #known = new Map<
		string,
		{ readonly catalogs: CatalogIndex; readonly outline: Promise<Outline | undefined> }
	>();

	constructor(parts: OutlineParts) {
		this.#parts = parts;
	}

	/** Never rejects: a file that cannot be read says nothing. */
	of(uri: string, catalogs: CatalogIndex): Promise<Outline | undefined> {
		const known = this.#known.get(keyOf(uri));
		if (known?.catalogs === catalogs) return known.outline;
		const outline = this.#read(uri, catalogs).catch(() => undefined);
		this.#known.set(keyOf(uri), { catalogs, outline });
		return outline;
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
		return source && source.text.length <= longest ? this.#parts.outline(source, catalogs) : undefined;
	}
}
