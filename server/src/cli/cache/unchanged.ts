import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { git, hashOfAnswer } from '../../files/git.ts';
import type { Host } from '../../host/host.ts';
import { hashOf, hashOfEntries, hashOfFolder } from './hashes.ts';
import type { Inputs, Stamped } from './inputs.ts';
import { markAt } from './marks.ts';
import { isSameStamp, stampOf, stampsOf } from './stamps.ts';

/**
 * Whether all that a run has read is as it was. Never rejects.
 * @param host that the linked folders were read through
 */
export async function isUnchanged(inputs: Inputs, host: Host): Promise<boolean> {
	// They are other processes, which work while this one looks at the disk.
	const answers = inputs.git.map(async ({ folder, args, contents }) => {
		return hashOfAnswer(await git(folder, args)) === contents;
	});
	const stays = isDiskUnchanged(inputs);
	const others = inputs.linkedFolders.map(([path, contents]) => isLinkedFolder(path, contents, host));
	const all = await Promise.all([...answers, ...others]);
	return stays && all.every(Boolean);
}

function isDiskUnchanged({ stamped, stamps, missing, marks }: Inputs): boolean {
	const now = stampsOf(stamped.map(({ path }) => path));
	const isSame = (index: number): boolean => isSameStamp(stamps, now, index);
	if (!stamped.every((one, index) => isSame(index) || hasContents(one))) return false;
	// Nothing has come into a folder that has its stamp.
	const steady = new Set(
		stamped.flatMap(({ kind, path }, index) => (kind === 'folder' && isSame(index) ? [path] : [])),
	);
	return missing.every((path) => steady.has(dirname(path)) || isMissing(path)) && marks.every(isMark);
}

/** What was written anew may hold the same. */
function hasContents({ path, kind, contents }: Stamped): boolean {
	if (contents === undefined) return false;
	try {
		return (kind === 'text' ? hashOf(readFileSync(path, 'utf8')) : hashOfFolder(path)) === contents;
	} catch {
		return false;
	}
}

const isMark = ([path, mark]: Inputs['marks'][number]): boolean => markAt(path) === mark;

function isMissing(path: string): boolean {
	return stampOf(path)?.[3] === -1;
}

async function isLinkedFolder(path: string, contents: string, host: Host): Promise<boolean> {
	return host.readFolder(pathToFileURL(path).href, true).then(
		(entries) => hashOfEntries(entries) === contents,
		() => false,
	);
}
