import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Read } from '../../host/host.ts';
import { hashOfFolder, missing } from './hashes.ts';
import { type Mark, type Marks, markAt, marksAround } from './marks.ts';
import { isSettled, stampLength, stampsOf } from './stamps.ts';

/** All that a run has asked of the disk, in a form that can be asked again. Paths are absolute. */
export interface Inputs {
	/** What has a stamp. */
	readonly stamped: readonly Stamped[];
	/** In the order of `stamped`. */
	readonly stamps: Float64Array;
	/** Where nothing was. */
	readonly missing: readonly string[];
	readonly linkedFolders: readonly (readonly [path: string, contents: string])[];
	readonly git: readonly GitQuestion[];
	readonly marks: Marks;
}

export interface Stamped {
	readonly path: string;
	readonly kind: 'text' | 'folder';
	/** A hash of what it holds, where that is known. */
	readonly contents?: string;
}

export interface GitQuestion {
	readonly folder: string;
	readonly args: readonly string[];
	readonly contents: string;
}

/** Collects what a run reads. Made before anything is read. */
export class InputCollector {
	readonly #known = new Map<string, string | undefined>();
	readonly #git: GitQuestion[] = [];
	readonly #since: number;
	readonly #marks: (readonly [string, Mark])[];
	#isUsable = true;

	/**
	 * @param paths absolute paths of what is checked, and the current folder
	 * @param since what counts as now, in milliseconds of the epoch
	 */
	constructor(paths: readonly string[], since: number) {
		this.#since = since;
		this.#marks = [...marksAround(paths)];
	}

	note(read: Read): void {
		if (read.kind === 'unknown') this.#isUsable = false;
		else if (read.kind === 'mark') this.#marks.push([read.path, markAt(read.path)]);
		else if (read.kind === 'git') this.#git.push({ folder: read.path, args: read.args, contents: read.contents });
		else this.#add(`${read.kind}:${read.path}`, read.contents);
	}

	/** What was read twice and was not the same has changed in between. */
	#add(name: string, contents: string | undefined): void {
		const before = this.#known.get(name);
		if (before !== undefined && contents !== undefined && before !== contents) this.#isUsable = false;
		this.#known.set(name, contents ?? before);
	}

	/**
	 * @param files that were read past any host, whose stamps must say whether they are as they were
	 * @param root the folder that all of them are in; that and all folders between are read as well
	 * @returns undefined where something may have changed since the beginning, or cannot be asked again
	 */
	inputs(files: readonly string[], root: string): Inputs | undefined {
		if (!this.#isUsable || !areSame(this.#marks)) return undefined;
		for (const folder of foldersOf(files, root)) this.#add(`folder:${folder}`, undefined);
		const stamped: Stamped[] = files.map((path) => ({ path, kind: 'text' }));
		const [gone, linkedFolders]: [string[], (readonly [string, string])[]] = [[], []];
		for (const [name, contents] of this.#known) {
			const end = name.indexOf(':');
			const [kind, path] = [name.slice(0, end), name.slice(end + 1)];
			if (contents === missing) gone.push(path);
			else if (kind !== 'linked folder')
				stamped.push({ path, kind: kind === 'text' ? 'text' : 'folder', ...(contents !== undefined && { contents }) });
			else if (contents !== undefined) linkedFolders.push([path, contents]);
			else return undefined;
		}
		const stamps = stampsIfSettled(stamped, this.#since);
		if (!stamps || gone.some(isThere)) return undefined;
		return { stamped, stamps, missing: gone, linkedFolders, git: this.#git, marks: this.#marks };
	}
}

const areSame = (marks: Marks): boolean => marks.every(([path, mark]) => markAt(path) === mark);

/** What was read by its contents is right whatever its stamp; the rest must not have changed since a moment. */
function stampsIfSettled(stamped: Stamped[], since: number): Float64Array | undefined {
	const stamps = stampsOf(stamped.map(({ path }) => path));
	for (const [index, { path, kind, contents }] of stamped.entries()) {
		const isAsItWas = isSettled(stamps, index, since);
		if (!isAsItWas && contents === undefined) return undefined;
		if (!isAsItWas) stamps[index * stampLength] = Number.NaN;
		// Folders often change for a moment, and are then as they were.
		else if (kind === 'folder' && contents === undefined) {
			const hash = hashOfFolder(path);
			if (hash !== undefined) stamped[index] = { path, kind, contents: hash };
		}
	}
	return stamps;
}

/** The folders that files are in, from the root on. */
function foldersOf(files: readonly string[], root: string): ReadonlySet<string> {
	const found = new Set([root]);
	for (const file of files)
		for (let folder = dirname(file); !found.has(folder); folder = dirname(folder)) found.add(folder);
	return found;
}

/** Also a link that leads nowhere is something, which may lead somewhere later. */
function isThere(path: string): boolean {
	try {
		return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
	} catch {
		return false;
	}
}
