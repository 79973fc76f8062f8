import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { codeIdOf } from '../../containers/readable.ts';
import type { Host, NoteRead } from '../../host/host.ts';
import { isLeftOut, kindsOf } from '../../project/file-kinds.ts';
import { projectFor } from '../inspector.ts';

/** Folders in folders that are looked into. */
const mostDepth = 100;

/**
 * Finds the files below a folder that show APIs to the rest of it: manifests, config files, code. They are the same as
 * those of a search that reads every file, as code is left out only where a look at it found nothing.
 * @param mayShow says of a file of code, by its absolute path, whether it may name a host or a package
 * @returns a function of a folder's URI that resolves to URIs; each folder is searched once
 */
export function showingFinder(
	host: Host,
	catalogs: () => Promise<readonly CatalogIndex[]>,
	mayShow: (file: string) => boolean,
): (root: string) => Promise<readonly string[]> {
	const known = new Map<string, Promise<readonly string[]>>();
	return (root) => {
		const found = known.get(root) ?? find(root);
		known.set(root, found);
		return found;
	};

	async function find(root: string): Promise<readonly string[]> {
		const project = projectFor(host, async () => candidatesBelow(fileURLToPath(root), mayShow, host.noteRead));
		const showing = await Promise.all((await catalogs()).map((index) => project.filesShowing(root, index)));
		return [...new Set(showing.flat())];
	}
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
