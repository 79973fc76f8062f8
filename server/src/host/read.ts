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
