/** What the surroundings must provide; the only way out of the process. */
export interface Host {
	/** A file shipped with us, such as a grammar. Rejects where it cannot be read. */
	readAsset(name: string): Promise<Uint8Array>;
	/**
	 * Does something that compiles WebAssembly which is to stay as it is compiled first, since it costs more to optimize than
	 * that gains; left out where nobody can say so.
	 */
	unoptimized?<Result>(compile: () => Promise<Result>): Promise<Result>;
	/** Where a client finds a file shipped with us; left out where only the server can read it. */
	assetUri?(name: string): string;
	/** A file of the user. Rejects where it cannot be read, and may do so where it has more bytes than `largest`. */
	readFile(uri: string, largest?: number): Promise<string>;
	/**
	 * What is in a folder of the user, in no order. Rejects where it cannot be read.
	 * @param withLinks whether links are in the list, as what they lead to; otherwise they are left out
	 */
	readFolder(uri: string, withLinks?: boolean): Promise<readonly FolderEntry[]>;
	/**
	 * The files in a folder of the user and below it whose names are wanted, as their paths from it with slashes, in no order:
	 * without links, and without what git ignores. Undefined where nobody can say what that is; left out where there is no
	 * disk. Never rejects.
	 */
	filesBelow?(uri: string, isWanted: (name: string) => boolean): Promise<readonly string[] | undefined>;
	log(message: string): void;
	/** Is told of what is read of the user's disk past these; left out where nobody wants to know. */
	noteRead?: NoteRead;
	/** Starts a thread of this program, which is given the data; left out where there are none. */
	startThread?(data: unknown): Thread;
}

/** A thread that was started; messages are copied. */
export interface Thread {
	tell(message: unknown): void;
	follow(listener: ThreadListener): void;
	/** Ends it, whatever it is at. */
	end(): Promise<unknown>;
}

export interface ThreadListener {
	onMessage(message: unknown): void;
	/** It failed, and will end. */
	onError(error: Error): void;
	onEnd(): void;
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

/** Something that was asked of the user's disk, and what came. Plain data, because other threads ask too. */
export type Read =
	/**
	 * A text, or what is in a folder. `contents` is a hash of it, or `missing` where nothing is there; undefined where only the
	 * stamp of the file or the folder can say whether it is as it was.
	 */
	| { readonly kind: 'text' | 'folder'; readonly path: string; readonly contents: string | undefined }
	/** What is in a folder, where links count as what they lead to. */
	| { readonly kind: 'linked folder'; readonly path: string; readonly contents: string | undefined }
	/** What git answered in a folder. */
	| { readonly kind: 'git'; readonly path: string; readonly args: readonly string[]; readonly contents: string }
	/** What is at a path: nothing, a file or a folder, whatever it holds. */
	| { readonly kind: 'mark'; readonly path: string }
	/** Something of which nobody can say later whether it is as it was. */
	| { readonly kind: 'unknown'; readonly path: string };

/** Is told of one of them. */
export type NoteRead = (read: Read) => void;
