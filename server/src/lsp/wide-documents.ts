/**
 * The documents for which all files of their folder count, because some code in them could gain by it. Once none of it
 * does any more they are as any other, so that what is said of a document depends on no text that it had before.
 */
export class WideDocuments {
	/** By URI: of the code that was analysed, the version that did not gain last. */
	readonly #idle = new Map<string, Map<string, number>>();

	has(uri: string): boolean {
		return this.#idle.has(uri);
	}

	add(uri: string): void {
		this.#idle.set(uri, new Map());
	}

	delete(uri: string): void {
		this.#idle.delete(uri);
	}

	/**
	 * Some code in a wide document was analysed.
	 * @param key names the code
	 * @param all how many pieces of code the document has
	 * @returns whether the document is wide no longer, as none of them gains in this version
	 */
	note(uri: string, key: string, gains: boolean, { version, all }: { version: number; all: number }): boolean {
		const idle = this.#idle.get(uri);
		if (!idle) return false;
		if (gains) idle.delete(key);
		else idle.set(key, version);
		if ([...idle.values()].filter((one) => one === version).length < all) return false;
		return this.#idle.delete(uri);
	}
}
