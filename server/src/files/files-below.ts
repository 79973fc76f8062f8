import { stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { NoteRead } from '../host/host.ts';
import { gitFiles } from './git-files.ts';
import { rulesFor } from './ignore-rules.ts';
import { type AskPath, leadsThroughOthers } from './left-out.ts';
import { repositoryAround } from './repository.ts';
import { walk } from './walk.ts';

export interface BelowOptions {
	/** By name. */
	readonly isWanted: (name: string) => boolean;
	/** Takes absolute paths. */
	readonly isLeftOut: AskPath;
	/** Whether what git ignores is listed too. */
	readonly withIgnored: boolean;
	/** Is told of a folder that cannot be read, with its absolute path. */
	readonly onUnreadable: (folder: string, error: unknown) => void;
	/** Is told of what is read, but for the files that are found. */
	readonly onRead?: NoteRead | undefined;
}

/**
 * The files in a folder and below it, in no order: in a repository as git lists them, elsewhere by a walk that goes by the
 * same rules. Never rejects.
 * @param folder an absolute path
 * @returns absolute paths
 */
export async function filesBelow(folder: string, options: BelowOptions): Promise<readonly string[]> {
	if (await options.isLeftOut(folder)) return [];
	const byGit = options.withIgnored ? undefined : await filesByGit(folder, options);
	if (byGit) return byGit;
	const rules = options.withIgnored ? undefined : await rulesFor(folder);
	// The rules are in many places there.
	if (rules && (await repositoryAround(folder)) !== undefined) options.onRead?.({ kind: 'unknown', path: folder });
	const { files, repositories } = await walk(folder, { ...options, rules });
	return [...files, ...(await filesOfAll(repositories, options))];
}

async function filesByGit(folder: string, options: BelowOptions): Promise<readonly string[] | undefined> {
	const { isWanted, isLeftOut, onRead } = options;
	const found = await gitFiles(folder, (path) => isWanted(path) && !leadsThroughOthers(path), onRead);
	if (!found) return;
	const files: string[] = [];
	for (const path of found.files) {
		const file = below(folder, path);
		const verdict = isLeftOut(file);
		// A file each would wait for its turn.
		if (!(typeof verdict === 'boolean' ? verdict : await verdict)) files.push(file);
	}
	const repositories = found.repositories.filter((path) => !leadsThroughOthers(`${path}/`));
	const inside = repositories.map((path) => below(folder, path));
	return [...files, ...(await filesOfAll(inside, options))];
}

async function filesOfAll(repositories: readonly string[], options: BelowOptions): Promise<readonly string[]> {
	const files: string[] = [];
	for (const repository of repositories) {
		// A submodule that was not fetched is an empty folder, in which git would list the files around it.
		const isThere = await stat(join(repository, '.git')).then(
			() => true,
			() => false,
		);
		options.onRead?.({ kind: 'mark', path: join(repository, '.git') });
		if (isThere) for (const file of await filesBelow(repository, options)) files.push(file);
	}
	return files;
}

/** What `join` would make of them, and much sooner. */
function below(folder: string, path: string): string {
	return (folder.endsWith(sep) ? folder : folder + sep) + (sep === '/' ? path : path.replaceAll('/', sep));
}
