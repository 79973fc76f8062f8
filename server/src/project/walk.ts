import type { FolderEntry } from '../host/host.ts';
import { isLeftOut } from './file-kinds.ts';
import { childOf } from './places.ts';

/** How far a walk goes. */
export interface WalkLimits {
	readonly files: number;
	readonly folders: number;
	readonly depth: number;
}

export interface WalkParts {
	readonly readFolder: (uri: string) => Promise<readonly FolderEntry[]>;
	readonly isWanted: (uri: string) => boolean;
	readonly visit: (uri: string) => Promise<unknown>;
	/** Whether to look into a folder that is left out by its name otherwise. */
	readonly isEntered?: (name: string) => boolean;
	readonly limits: WalkLimits;
}

/** Files and folders that are read at the same time: enough to keep a disk busy, and to leave others a turn. */
const atOnce = 16;

/**
 * Visits the wanted files at and below a folder, the nearest first and always in the same order up to the limits. A
 * folder that cannot be read is empty. Resolves to whether all of them were visited.
 */
export async function walk(root: string, parts: WalkParts): Promise<boolean> {
	const { limits, visit } = parts;
	let folders: readonly string[] = [root];
	let [filesLeft, foldersLeft] = [limits.files, limits.folders];
	for (let depth = 0; folders.length > 0; depth++) {
		if (depth > limits.depth || foldersLeft <= 0) return false;
		const listed = await listAll(folders.slice(0, foldersLeft), parts);
		const files = listed.flatMap((one) => one.files);
		await eachOf(files.slice(0, filesLeft), visit);
		if (files.length > filesLeft || folders.length > foldersLeft) return false;
		filesLeft -= files.length;
		foldersLeft -= folders.length;
		folders = listed.flatMap((one) => one.folders);
	}
	return true;
}

/** Does something with all items, with some of them at the same time. */
export async function eachOf<Item>(items: Iterable<Item>, action: (item: Item) => Promise<unknown>): Promise<void> {
	const rest = items[Symbol.iterator]();
	const work = async (): Promise<void> => {
		for (let next = rest.next(); !next.done; next = rest.next()) await action(next.value);
	};
	await Promise.all(Array.from({ length: atOnce }, work));
}

interface Listed {
	readonly files: readonly string[];
	readonly folders: readonly string[];
}

async function listAll(folders: readonly string[], parts: WalkParts): Promise<readonly Listed[]> {
	const listed: Listed[] = [];
	await eachOf(folders.entries(), async ([index, folder]) => {
		listed[index] = await list(folder, parts);
	});
	return listed;
}

async function list(folder: string, { readFolder, isWanted, isEntered }: WalkParts): Promise<Listed> {
	const entries = [...(await readFolder(folder).catch(() => []))].sort((a, b) => (a.name < b.name ? -1 : 1));
	const below = entries.filter(({ name, isFolder }) => !isFolder || !isLeftOut(name) || isEntered?.(name));
	return {
		files: below.flatMap(({ name, isFolder }) => (isFolder ? [] : childOf(folder, name))).filter(isWanted),
		folders: below.flatMap(({ name, isFolder }) => (isFolder ? childOf(folder, name, true) : [])),
	};
}
