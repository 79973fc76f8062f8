import { parse } from 'jsonc-parser';
import type { ProjectFiles } from '../syntax/language.ts';
import { folderOf, keyOf } from './places.ts';

/** What is needed of the surroundings to see the files of a project. */
export interface FileSource {
	readonly readFile: (uri: string) => Promise<string>;
	readonly readFolder: (uri: string) => Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
}

/** The files of a project, which remember what is in folders and configurations until they hear of a change. */
export interface KeptFiles extends ProjectFiles {
	/** A file was made, changed or removed. */
	changed(uri: string): void;
	/** Anything may have changed. */
	forget(): void;
}

/** Reads the files of a project. What cannot be read is not there. */
export function keptFiles({ readFile, readFolder }: FileSource): KeptFiles {
	const folders = new Map<string, Promise<ReadonlyMap<string, boolean>>>();
	const contents = new Map<string, Promise<unknown>>();
	const read = (uri: string) => readFile(uri).catch(() => undefined);

	return {
		list(folder) {
			return kept(folders, keyOf(folder), async () => {
				const entries = await readFolder(folder).catch(() => []);
				return new Map(entries.map(({ name, isFolder }) => [name, isFolder]));
			});
		},
		read,
		readJson: (uri) => kept(contents, keyOf(uri), async () => jsonIn(await read(uri))),
		changed(uri) {
			contents.delete(keyOf(uri));
			const folder = folderOf(uri);
			if (folder !== undefined) folders.delete(keyOf(folder));
		},
		forget() {
			folders.clear();
			contents.clear();
		},
	};
}

function kept<Value>(known: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
	const found = known.get(key);
	if (found) return found;
	const made = make();
	known.set(key, made);
	return made;
}

function jsonIn(text: string | undefined): unknown {
	return text === undefined ? undefined : parse(text, [], { allowTrailingComma: true });
}
