/** What the surroundings must provide; the only way out of the process. */
export interface Host {
	/** A file shipped with us, such as a grammar. Rejects where it cannot be read. */
	readAsset(name: string): Promise<Uint8Array>;
	/** A file of the user. Rejects where it cannot be read. */
	readFile(uri: string): Promise<string>;
	log(message: string): void;
}
