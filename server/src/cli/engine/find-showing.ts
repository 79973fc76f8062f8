import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { codeIdOf } from '../../containers/readable.ts';
import type { NoteRead } from '../../host/host.ts';
import { isLeftOut, kindsOf } from '../../project/file-kinds.ts';

/** Folders in folders that are looked into. */
const mostDepth = 100;

/**
 * Finds the files below a folder that may show APIs to the rest of it: manifests, config files, code. They are those that
 * a search reads which looks into every file, as code is left out only where a look at it found nothing.
 * @param mayShow says of a file of code, by its absolute path, whether it may name a host or a package
 * @returns a function of a folder's URI that resolves to URIs; each folder is searched once
 */
export function showingFinder(
	noteRead: NoteRead | undefined,
	mayShow: (file: string) => boolean,
): (root: string) => Promise<readonly string[]> {
	const known = new Map<string, readonly string[]>();
	return async (root) => {
		const found = known.get(root) ?? candidatesBelow(fileURLToPath(root), mayShow, noteRead);
		known.set(root, found);
		return found;
	};
}

function candidatesBelow(
	root: string,
	mayShow: (file: string) => boolean,
	noteRead: NoteRead | undefined,
): readonly string[] {
	const found: string[] = [];
	const enter = (folder: string, depth: number): void => {
		noteRead?.({ kind: 'folder', path: folder, contents: undefined });
		for (const entry of entriesOf(folder)) {
			const path = join(folder, entry.name);
			if (entry.isDirectory()) {
				if (depth < mostDepth && !isLeftOut(entry.name)) enter(path, depth + 1);
			} else if (entry.isFile() && isCandidate(path, mayShow)) found.push(pathToFileURL(path).href);
		}
	};
	enter(root, 0);
	return found;
}

/** A folder that cannot be read is empty. */
function entriesOf(folder: string) {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}

function isCandidate(path: string, mayShow: (file: string) => boolean): boolean {
	const { packageManager, isConfig } = kindsOf(path);
	return packageManager !== undefined || isConfig || (codeIdOf(path) !== undefined && mayShow(path));
}
