import { keyOf } from '../../project/places.ts';

/** What catalogs are found and read with. */
export interface CatalogSource {
	/** Rejects where there is no such file, and may do so where it has more bytes than `largest`. */
	readonly readFile: (uri: string, largest: number) => Promise<string>;
	/** Rejects where there is no such folder. With links, what they lead to counts as if it were there. */
	readonly readFolder: (
		uri: string,
		withLinks: boolean,
	) => Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
	/** Is told in a sentence what is wrong. */
	readonly report: (message: string) => void;
	/** Is told when catalogs were found later than they were asked for. */
	readonly onLate: () => void;
	/** Is told when another set of catalogs is in use, or one of them is another than before. */
	readonly onFound: () => void;
	/** Whether an editor shows the file, and with it what is wrong. */
	readonly isOpen?: (uri: string) => boolean;
}

/** What is in a folder: whether each name is a folder's. */
export type Listing = ReadonlyMap<string, boolean>;

const nothing: Listing = new Map();

/** What is in folders, remembered until they change. */
export class Listings {
	readonly #readFolder: CatalogSource['readFolder'];
	readonly #known = new Map<string, Promise<Listing>>();

	constructor({ readFolder }: Pick<CatalogSource, 'readFolder'>) {
		this.#readFolder = readFolder;
	}

	/** What is in a folder, whose URI ends in a slash; nothing where it cannot be read. */
	list(folder: string): Promise<Listing> {
		const key = keyOf(folder);
		const known = this.#known.get(key);
		if (known) return known;
		const reading = this.#readFolder(folder, true).then(
			(entries): Listing => new Map(entries.map(({ name, isFolder }) => [name, isFolder])),
			() => nothing,
		);
		this.#known.set(key, reading);
		return reading;
	}

	/** Whether what is in the folder, or below it, was asked for. */
	isAbove(key: string): boolean {
		const start = `${key}/`;
		for (const known of this.#known.keys()) if (known.startsWith(start)) return true;
		return false;
	}

	/** The file or the folder came, went or changed. */
	forget(key: string): void {
		const start = `${key}/`;
		const folder = key.slice(0, key.lastIndexOf('/'));
		this.#known.delete(`${folder}/`);
		// The folder may have come with it, and nobody tell of that.
		this.#known.delete(folder.slice(0, folder.lastIndexOf('/') + 1));
		for (const known of [...this.#known.keys()]) if (known.startsWith(start)) this.#known.delete(known);
	}

	forgetAll(): void {
		this.#known.clear();
	}
}
