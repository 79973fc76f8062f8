import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { type BelowOptions, filesBelow } from '../../files/files-below.ts';
import { type AskPath, leftOut } from '../../files/left-out.ts';
import { pathFrom } from '../../files/repository.ts';
import type { NoteRead } from '../../host/host.ts';
import { problemWithPath } from '../read-text.ts';
import { compareBytes } from '../reports/order.ts';
import { type ChangedFiles, changedSince, isAmong, isBelow, realPlace } from './changed-since.ts';
import { type Glob, globIn } from './globs.ts';

export interface FileChoice {
	/** An absolute path; relative paths and globs count from it. */
	readonly folder: string;
	/** Files, folders and globs as the user names them; where there are none, all that is in the folder. */
	readonly paths: readonly string[];
	/** Says by the name of a file whether we read it. */
	readonly isWanted: (name: string) => boolean;
	/** Says of an absolute path whether it is left alone, with all that is in it; counts for what is named too. */
	readonly isExcluded?: AskPath;
	/** Whether what git ignores is listed too. */
	readonly withIgnored?: boolean;
	/** A branch, a tag or a commit: only files are listed that have changed since. */
	readonly since?: string | undefined;
	/** Is told of what is read for it, but for the files that are listed and what has changed since. */
	readonly onRead?: NoteRead | undefined;
}

export interface ListedFiles {
	/**
	 * Absolute paths, each once, in the order of their bytes. One that was not named may be gone by the time it is read:
	 * git has it in its list, and the disk has not.
	 */
	readonly files: readonly string[];
	/** What could not be listed, in sentences. */
	readonly problems: readonly string[];
	/** What is worth knowing and is no fault, in sentences. */
	readonly notes: readonly string[];
}

/**
 * The files that are meant. What is named counts whatever `.gitignore` says; in folders, what git ignores is left out, and
 * no link is followed. Rejects with a `Mistake` where git cannot say what has changed.
 */
export async function listFiles(choice: FileChoice): Promise<ListedFiles> {
	const { folder, paths, since } = choice;
	const changed = since === undefined ? undefined : await changedSince(folder, since);
	const listing = listingFor(choice, changed);
	for (const path of paths.length > 0 ? paths : ['.']) await listPath(path, listing);
	const all = [...listing.files].filter((file) => isLegible(file, listing));
	const files = inOrder(changed ? all.filter((file) => isAmong(changed, file)) : all);
	const problems = [...listing.problems, ...unreadable(listing)];
	if (files.length > 0 || problems.length > 0) return { files, problems, notes: [] };
	if (all.length > 0) return { files, problems, notes: [`No file that is checked has changed since ${since}.`] };
	const isNamed = listing.foldersNamed.some((one) => one !== folder);
	return { files, problems: isNamed ? [nothing] : [], notes: isNamed ? [] : [nothing] };
}

const nothing = 'There is nothing here to check: no file in a language that is read, or all are left out.';

interface Listing extends BelowOptions {
	readonly folder: string;
	readonly changed: ChangedFiles | undefined;
	readonly files: Set<string>;
	readonly problems: string[];
	/** Folders that could not be read, and why. */
	readonly unreadable: Map<string, string>;
	readonly foldersNamed: string[];
}

function listingFor(choice: FileChoice, changed: ChangedFiles | undefined): Listing {
	const { folder, isWanted, isExcluded = () => false, withIgnored = false, onRead } = choice;
	const folders = new Map<string, string>();
	const onUnreadable = (place: string, error: unknown) => {
		if (isMisnamed(place)) folders.set(place, 'its name is no valid Unicode');
		else if (!isGone(error)) folders.set(place, problemWithPath(error));
	};
	const found = { files: new Set<string>(), problems: [], unreadable: folders, foldersNamed: [] };
	return { ...found, folder, changed, isWanted, withIgnored, isLeftOut: leftOut(isExcluded), onUnreadable, onRead };
}

async function listPath(path: string, listing: Listing): Promise<void> {
	const { folder, changed, problems } = listing;
	const glob = globIn(path);
	const place = resolve(folder, path);
	const found = await stat(place).catch((error: unknown) => problemWithPath(error));
	if (typeof found === 'string' && !glob) problems.push(`${path}: ${found}`);
	else if (changed && !isBelow(changed.root, realPlace(resolve(folder, glob?.base ?? path))))
		problems.push(`${path}: this is outside of the repository, so nothing is known of what has changed there`);
	else if (typeof found !== 'string' && found.isDirectory()) {
		listing.foldersNamed.push(place);
		for (const file of await filesBelow(place, listing)) listing.files.add(file);
	} else if (typeof found !== 'string' && found.isFile()) {
		if (listing.isWanted(place) && !(await listing.isLeftOut(place))) listing.files.add(place);
	} else if (typeof found !== 'string') problems.push(`${path}: this is neither a file nor a folder`);
	else if (glob) await listGlob(path, glob, listing);
}

async function listGlob(path: string, { base, fits }: Glob, listing: Listing) {
	const folder = resolve(listing.folder, base);
	const all = existsSync(folder) ? await filesBelow(folder, listing) : [];
	const fitting = all.filter((file) => fits(relative(folder, file).split(sep).join('/')));
	if (fitting.length === 0) listing.problems.push(`${path}: no file that is checked fits this`);
	for (const file of fitting) listing.files.add(file);
}

/** Whether a file can be named; one whose name cannot be read as UTF-8 is told. */
function isLegible(file: string, { folder, problems }: Listing): boolean {
	if (!isMisnamed(file)) return true;
	problems.push(`${pathFrom(folder, file)}: the name is no valid Unicode, so the file is not read`);
	return false;
}

const isMisnamed = (path: string): boolean => path.includes('\uFFFD') && !existsSync(path);

/** A folder that went away while the others were listed is no fault. */
function isGone(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Folders that are told one by one. */
const mostTold = 20;

function unreadable({ folder, unreadable: folders }: Listing): readonly string[] {
	const told = [...folders]
		.sort(([one], [other]) => compareBytes(one, other))
		.slice(0, mostTold)
		.map(([path, reason]) => {
			const shown = pathFrom(folder, path);
			return `${shown === '' ? '.' : shown}: the folder cannot be read: ${reason}`;
		});
	const more = folders.size - told.length;
	return more > 0 ? [...told, `${more} more folders cannot be read.`] : told;
}

/** In the order of their bytes, which for most is that in which texts are compared anyway. */
function inOrder(files: string[]): readonly string[] {
	return files.some((file) => /[\ud800-\udfff]/.test(file)) ? files.sort(compareBytes) : files.sort();
}
