import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { NoteRead } from '../host/host.ts';
import { type GitAnswer, git, hashOfAnswer, partsOf } from './git.ts';

/** What git knows of a folder; paths count from it. */
export interface GitFiles {
	/** Files that are tracked, or neither tracked nor ignored; one that is tracked may be gone from the disk. */
	readonly files: readonly string[];
	/** Folders that are repositories of their own. */
	readonly repositories: readonly string[];
}

/**
 * The files in a folder of a repository, links left out.
 * @param folder an absolute path
 * @param isWanted says of a path whether it is asked for; folders of other repositories are not asked about
 * @param onRead is told of what is asked, and of what is there and no file
 * @returns undefined where git cannot tell, or the folder is one that it ignores
 */
export async function gitFiles(
	folder: string,
	isWanted: (path: string) => boolean,
	onRead?: NoteRead,
): Promise<GitFiles | undefined> {
	const ask = async (args: readonly string[]): Promise<GitAnswer | undefined> => {
		const answer = await git(folder, args);
		onRead?.({ kind: 'git', path: folder, args, contents: hashOfAnswer(answer) });
		return answer;
	};
	const [listed, isLeftOut] = await Promise.all([
		ask(['ls-files', '-z', '-s', '-t', '--others', '--exclude-standard']),
		isIgnored(folder, ask),
	]);
	if (listed?.code !== 0 || isLeftOut) return;
	const [files, repositories]: [string[], string[]] = [[], []];
	const isFile = (path: string): boolean => {
		const is = isFileAt(path);
		if (!is) onRead?.({ kind: 'text', path, contents: undefined });
		return is;
	};
	for (const part of partsOf(listed.out)) {
		const { path, kind } = entryIn(part);
		if (kind === 'repository') repositories.push(path);
		else if (kind !== 'link' && isWanted(path) && (kind === 'tracked' || isFile(join(folder, path)))) files.push(path);
	}
	return { files, repositories };
}

interface Entry {
	readonly path: string;
	readonly kind: 'tracked' | 'other' | 'link' | 'repository';
}

/** Files that are not tracked are `? path`, others `H 100644 <hash> <stage><tab>path`. */
function entryIn(part: string): Entry {
	if (part.startsWith('? ')) {
		const path = part.slice(2);
		return path.endsWith('/') ? { path: path.slice(0, -1), kind: 'repository' } : { path, kind: 'other' };
	}
	const path = part.slice(part.indexOf('\t') + 1);
	const mode = part.slice(2, 8);
	// What a sparse checkout leaves out is most often not there.
	if (part.startsWith('S')) return { path, kind: mode === '100644' || mode === '100755' ? 'other' : 'link' };
	return { path, kind: kinds[mode] ?? 'tracked' };
}

const kinds: Readonly<Record<string, Entry['kind']>> = { '120000': 'link', '160000': 'repository' };

/** Whether git ignores a folder with all that is in it; then a user who names it wants what is there all the same. */
async function isIgnored(
	folder: string,
	ask: (args: readonly string[]) => Promise<GitAnswer | undefined>,
): Promise<boolean> {
	// A repository does not ignore its own root.
	if (existsSync(join(folder, '.git', 'HEAD'))) return false;
	return (await ask(['check-ignore', '-q', '--', '.']))?.code === 0;
}

/** Whether that is a file, and no link to one; also where its name cannot be read, which is told later. */
function isFileAt(path: string): boolean {
	try {
		return path.includes('\uFFFD') || lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
	} catch {
		return false;
	}
}
