/** What the surroundings must provide; the only way out of the process. */
export interface Host {
	/** A file shipped with us, such as a grammar. Rejects where it cannot be read. */
	readAsset(name: string): Promise<Uint8Array>;
	/** Where a client finds a file shipped with us; left out where only the server can read it. */
	assetUri?(name: string): string;
	/** A file of the user. Rejects where it cannot be read, and may do so where it has more bytes than `largest`. */
	readFile(uri: string, largest?: number): Promise<string>;
	/**
	 * What is in a folder of the user, in no order. Rejects where it cannot be read.
	 * @param withLinks whether links are in the list, as what they lead to; otherwise they are left out
	 */
	readFolder(uri: string, withLinks?: boolean): Promise<readonly FolderEntry[]>;
	log(message: string): void;
}

/** What a folder has: another folder, or a file; what is neither, such as a socket, is left out. */
export interface FolderEntry {
	readonly name: string;
	readonly isFolder: boolean;
}

/** The client's own way to the user's files, where it has one. */
export interface ClientFiles {
	readonly readFile: ((uri: string) => Promise<string>) | undefined;
	readonly readFolder: ((uri: string, withLinks?: boolean) => Promise<readonly FolderEntry[]>) | undefined;
}
