import { folderOf, keyOf } from '../../project/places.ts';
import type { CatalogSource } from './catalog-source.ts';

/** The text of a file; or why there is none, although there is the file. */
export type FileText = { readonly text: string } | { readonly failure: string };

/**
 * What is made of files, kept until they change. Each is read one time after the other, so that an older text never undoes
 * a newer.
 */
export class KeptFiles<Made> {
	readonly #source: Pick<CatalogSource, 'readFile' | 'readFolder'>;
	readonly #largest: number;
	readonly #make: (uri: string, text: FileText, before: Made | undefined) => Made;
	readonly #kept = new Map<string, { readonly made: Promise<Made | undefined>; isOld: boolean }>();

	/**
	 * @param largest bytes, or UTF-16 units, that are read
	 * @param make what a file's text becomes; `before` is what it became last
	 */
	constructor(
		source: Pick<CatalogSource, 'readFile' | 'readFolder'>,
		largest: number,
		make: (uri: string, text: FileText, before: Made | undefined) => Made,
	) {
		this.#source = source;
		this.#largest = largest;
		this.#make = make;
	}

	/** Undefined where there is no such file. */
	read(uri: string): Promise<Made | undefined> {
		const key = keyOf(uri);
		const known = this.#kept.get(key);
		if (known && !known.isOld) return known.made;
		const made = this.#readAfter(uri, known?.made);
		this.#kept.set(key, { made, isOld: false });
		return made;
	}

	isKnown(key: string): boolean {
		return this.#kept.has(key);
	}

	/** The file, or all that is below the folder, came, went or changed. */
	forget(key: string): void {
		const start = `${key}/`;
		for (const [known, kept] of this.#kept) if (known === key || known.startsWith(start)) kept.isOld = true;
	}

	/** What nobody reads any more is another file when it is there again, and has nothing before it. */
	dropOthers(read: ReadonlySet<string>): void {
		for (const [key, { isOld }] of [...this.#kept]) if (isOld && !read.has(key)) this.#kept.delete(key);
	}

	/** All files may be others, or those whose keys are named. */
	forgetAll(isNamed: (key: string) => boolean = () => true): void {
		for (const [key, kept] of this.#kept) if (isNamed(key)) kept.isOld = true;
	}

	async #readAfter(uri: string, before: Promise<Made | undefined> | undefined): Promise<Made | undefined> {
		const [text, known] = await Promise.all([this.#textOf(uri), before]);
		return text && this.#make(uri, text, known);
	}

	async #textOf(uri: string): Promise<FileText | undefined> {
		try {
			const text = await this.#source.readFile(uri, this.#largest);
			return text.length > this.#largest ? { failure: tooLarge(this.#largest) } : { text };
		} catch (error) {
			if (isTooLarge(error)) return { failure: tooLarge(this.#largest) };
			// Between a look into the folder and now, the file may have gone.
			const isThere = await this.#isThere(uri);
			return isThere ? { failure: `This cannot be read: ${messageOf(error)}.` } : undefined;
		}
	}

	async #isThere(uri: string): Promise<boolean> {
		const folder = folderOf(uri);
		if (folder === undefined) return false;
		const entries = await this.#source.readFolder(folder, true).catch(() => []);
		const name = keyOf(uri).slice(keyOf(folder).length);
		return entries.some((entry) => entry.name === name && !entry.isFolder);
	}
}

function tooLarge(largest: number): string {
	return `This is not read, because it is larger than ${Math.floor(largest / 1_000_000)} MB.`;
}

function isTooLarge(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'EFBIG';
}

function messageOf(error: unknown): string {
	return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
