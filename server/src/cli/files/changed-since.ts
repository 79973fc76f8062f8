import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { git, partsOf } from '../../files/git.ts';
import { Mistake } from '../command.ts';

/** Which files of a work tree are not what they were. */
export interface ChangedFiles {
	/** The root of the work tree, an absolute path. */
	readonly root: string;
	/** Absolute paths. A folder among them is a repository of its own, and counts with all that is in it. */
	readonly paths: ReadonlySet<string>;
}

/**
 * What has changed in the repository around a folder, whether it is committed or not, since the newest commit that what is
 * checked out has in common with another; files that git does not know are among it. Rejects with a `Mistake` where git
 * cannot say.
 * @param ref a branch, a tag or a commit
 */
export async function changedSince(folder: string, ref: string): Promise<ChangedFiles> {
	const top = await git(folder, ['rev-parse', '--show-toplevel']);
	if (!top) throw new Mistake('--since needs git, which was not found.');
	if (top.code !== 0) throw new Mistake(`--since needs a git repository with a work tree: ${reasonIn(top.errors)}`);
	const root = resolve(top.out.toString().replace(/\r?\n$/, ''));
	return { root, paths: new Set(await changesIn(root, await mergeBase(root, ref))) };
}

async function changesIn(root: string, base: string): Promise<readonly string[]> {
	const diff = [...(await plainFilters(root)), 'diff', '--name-only', '-z', '--no-renames', '--no-ext-diff'];
	const [changed = [], unknown = [], tracked = []] = await Promise.all([
		pathsFrom(root, [...diff, '--no-textconv', '--no-relative', '--ignore-submodules=dirty', base, '--']),
		pathsFrom(root, ['ls-files', '-z', '--others', '--exclude-standard']),
		pathsFrom(root, ['ls-files', '-z', '-s']),
	]);
	const here = [...changed, ...unknown].map((path) => resolve(root, path));
	const repositories = tracked.filter((entry) => entry.startsWith('160000 '));
	const inside = repositories.map(async (entry) => {
		const repository = resolve(root, entry.slice(entry.indexOf('\t') + 1));
		if (here.includes(repository) || !existsSync(join(repository, '.git'))) return [];
		return changesIn(repository, 'HEAD').catch(() => [repository]);
	});
	return [...here, ...(await Promise.all(inside)).flat()];
}

async function pathsFrom(root: string, args: readonly string[]): Promise<readonly string[]> {
	const answer = await git(root, args);
	if (answer?.code !== 0) throw new Mistake(`git cannot tell what has changed: ${reasonIn(answer?.errors ?? '')}`);
	return partsOf(answer.out);
}

/** The newest commit that both have, by its name. */
async function mergeBase(root: string, ref: string): Promise<string> {
	const isName = ref !== '' && !ref.startsWith('-');
	const commit = isName ? await git(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]) : undefined;
	if (commit?.code !== 0) throw new Mistake(`There is no commit “${ref}” in this repository.${await hintFor(root)}`);
	const base = await git(root, ['merge-base', commit.out.toString().trim(), 'HEAD']);
	if (base?.code === 0) return base.out.toString().trim();
	throw new Mistake(`“${ref}” and what is checked out have no commit in common.${await hintFor(root)}`);
}

/** What is often the reason where continuous integration fetches as little as it can. */
async function hintFor(root: string): Promise<string> {
	const shallow = await git(root, ['rev-parse', '--is-shallow-repository']);
	if (shallow?.out.toString().trim() !== 'true') return '';
	return ' Only the newest commits were fetched: git fetch --unshallow gets the others, as does fetch-depth: 0 in actions/checkout.';
}

/** Settings under which git starts none of the programs that the repository itself names to filter files. */
async function plainFilters(root: string): Promise<readonly string[]> {
	const own = [
		'config',
		'--local',
		'--includes',
		'--name-only',
		'-z',
		'--get-regexp',
		'^filter\\..*\\.(clean|process)$',
	];
	const answer = await git(root, own);
	const names = partsOf(answer?.out ?? Buffer.alloc(0));
	return names.flatMap((name) => ['-c', `${name}=`, '-c', `${name.replace(/\.[^.]*$/, '')}.required=false`]);
}

function reasonIn(errors: string): string {
	const [line = ''] = errors.trim().split('\n');
	return line === '' ? 'it gave no reason.' : line.replace(/^fatal: /, '');
}

/** Whether a file is among those that have changed. */
export function isAmong({ root, paths }: ChangedFiles, file: string): boolean {
	let place = isBelow(root, file) ? file : realPlace(file);
	while (isBelow(root, place) && place !== root) {
		if (paths.has(place)) return true;
		place = dirname(place);
	}
	return false;
}

/** Whether a path is that of a folder, or of something in it. */
export function isBelow(folder: string, path: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Where a path leads; itself where that is nowhere. */
export function realPlace(path: string): string {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}
