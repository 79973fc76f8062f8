import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { problemWithPath } from '../read-text.ts';
import { compareBytes } from '../reports/order.ts';
import { pathFrom } from '../repository.ts';
import { gitFiles } from './git-files.ts';
import { globIn } from './globs.ts';
import { rulesFor } from './ignore-rules.ts';
import { type AskPath, leadsThroughOthers, leftOut } from './left-out.ts';
import { walk } from './walk.ts';

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
 * no link is followed. Never rejects.
 */
export async function listFiles(choice: FileChoice): Promise<ListedFiles> {
	const listing = listingFor(choice);
	const { paths } = choice;
	for (const path of paths.length > 0 ? paths : ['.']) await listPath(path, listing);
	const files = inOrder([...listing.files]);
	const problems = [...listing.problems, ...unreadable(listing)];
	if (files.length > 0 || problems.length > 0) return { files, problems, notes: [] };
	const nothing = 'There is nothing here to check: no file in a language that is read, or all are left out.';
	const isNamed = listing.foldersNamed.some((folder) => folder !== choice.folder);
	return { files, problems: isNamed ? [nothing] : [], notes: isNamed ? [] : [nothing] };
}

interface Listing extends Pick<FileChoice, 'folder' | 'isWanted'> {
	readonly isLeftOut: AskPath;
	readonly withIgnored: boolean;
	readonly files: Set<string>;
	readonly problems: string[];
	/** Folders that could not be read, and why. */
	readonly unreadable: Map<string, unknown>;
	readonly foldersNamed: string[];
}

function listingFor({ folder, isWanted, isExcluded = () => false, withIgnored = false }: FileChoice): Listing {
	const found = { files: new Set<string>(), problems: [], unreadable: new Map(), foldersNamed: [] };
	return { folder, isWanted, withIgnored, isLeftOut: leftOut(isExcluded), ...found };
}

async function listPath(path: string, listing: Listing): Promise<void> {
	const place = resolve(listing.folder, path);
	try {
		const found = await stat(place);
		if (found.isFile()) {
			if (listing.isWanted(place) && !(await listing.isLeftOut(place))) listing.files.add(place);
		} else if (found.isDirectory()) {
			listing.foldersNamed.push(place);
			for (const file of await filesBelow(place, listing)) listing.files.add(file);
		} else listing.problems.push(`${path}: this is neither a file nor a folder`);
	} catch (error) {
		if (!(await listGlob(path, listing))) listing.problems.push(`${path}: ${problemWithPath(error)}`);
	}
}

/** Resolves to whether the path is a glob. */
async function listGlob(path: string, listing: Listing): Promise<boolean> {
	const glob = globIn(path);
	if (!glob) return false;
	const base = resolve(listing.folder, glob.base);
	const isFolder = await stat(base).then(
		(found) => found.isDirectory(),
		() => false,
	);
	const all = isFolder ? await filesBelow(base, listing) : [];
	const fitting = all.filter((file) => glob.fits(relative(base, file).split(sep).join('/')));
	if (fitting.length === 0) listing.problems.push(`${path}: no file that is checked fits this`);
	for (const file of fitting) listing.files.add(file);
	return true;
}

async function filesBelow(folder: string, listing: Listing): Promise<readonly string[]> {
	const { isWanted, isLeftOut, withIgnored } = listing;
	if (await isLeftOut(folder)) return [];
	const byGit = withIgnored ? undefined : await filesByGit(folder, listing);
	if (byGit) return byGit;
	const rules = withIgnored ? undefined : await rulesFor(folder);
	const onUnreadable = (place: string, error: unknown) => {
		if (!isGone(error)) listing.unreadable.set(place, error);
	};
	const { files, repositories } = await walk(folder, { isWanted, isLeftOut, rules, onUnreadable });
	return [...files, ...(await filesOfAll(repositories, listing))];
}

async function filesByGit(folder: string, listing: Listing): Promise<readonly string[] | undefined> {
	const { isWanted, isLeftOut } = listing;
	const found = await gitFiles(folder, (path) => isWanted(path) && !leadsThroughOthers(path));
	if (!found) return;
	const files: string[] = [];
	for (const path of found.files) {
		const file = below(folder, path);
		const verdict = isLeftOut(file);
		if (!(typeof verdict === 'boolean' ? verdict : await verdict)) files.push(file);
	}
	const repositories = found.repositories.filter((path) => !leadsThroughOthers(`${path}/`));
	return [
		...files,
		...(await filesOfAll(
			repositories.map((path) => below(folder, path)),
			listing,
		)),
	];
}

async function filesOfAll(repositories: readonly string[], listing: Listing): Promise<readonly string[]> {
	const files: string[] = [];
	for (const repository of repositories) {
		// A submodule that was not fetched is an empty folder, in which git would list the files around it.
		const isThere = await stat(join(repository, '.git')).then(
			() => true,
			() => false,
		);
		if (isThere) for (const file of await filesBelow(repository, listing)) files.push(file);
	}
	return files;
}

/** What `join` would make of them, and much sooner. */
function below(folder: string, path: string): string {
	return (folder.endsWith(sep) ? folder : folder + sep) + (sep === '/' ? path : path.replaceAll('/', sep));
}

/** A folder that went away while the others were listed is no fault. */
function isGone(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** Folders that are told one by one. */
const mostTold = 20;

function unreadable({ folder, unreadable: folders }: Listing): readonly string[] {
	const told = [...folders].slice(0, mostTold).map(([path, error]) => {
		const shown = pathFrom(folder, path);
		return `${shown === '' ? '.' : shown}: the folder cannot be read: ${problemWithPath(error)}`;
	});
	const more = folders.size - told.length;
	return more > 0 ? [...told, `${more} more folders cannot be read.`] : told;
}

/** In the order of their bytes, which for most is that in which texts are compared anyway. */
function inOrder(files: string[]): readonly string[] {
	return files.some((file) => /[\ud800-\udfff]/.test(file)) ? files.sort(compareBytes) : files.sort();
}
