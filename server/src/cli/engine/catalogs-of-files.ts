import { statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { catalogFolder, projectFileName } from '../../catalog-globs.ts';
import type { ProjectView } from '../project-view.ts';

/** What a folder has in it where catalogs or settings of its own may count for its files. */
const telling = [catalogFolder, projectFileName, 'package.json'];

/** What counts for some files, taken together. */
export interface AroundFiles {
	/** The sets of catalogs of which one counts for each of the files. */
	readonly catalogs: readonly CatalogIndex[];
	/** Whether the settings may say of one of them which API it speaks of. */
	readonly isTold: boolean;
}

/** What counts for files. Only folders are asked about that have something of their own; the others have what those have. */
export async function aroundFiles(files: readonly string[], view: ProjectView): Promise<AroundFiles> {
	const roots = view.folders.map((root) => fileURLToPath(root).replace(/[\\/]$/, ''));
	const folders = [...roots, ...[...foldersAround(files, roots)].filter(hasOwn)];
	const catalogs = new Set<CatalogIndex>();
	let isTold = false;
	for (const folder of folders) {
		const uri = pathToFileURL(join(folder, 'file')).href;
		catalogs.add(await view.catalogs.of(uri));
		const projectFiles = await view.settings.projectFiles(uri);
		isTold ||= projectFiles.some(({ parts }) => parts.some(({ apis }) => apis !== undefined));
	}
	return { catalogs: [...catalogs], isTold };
}

function foldersAround(files: readonly string[], roots: readonly string[]): ReadonlySet<string> {
	const found = new Set<string>();
	for (const file of files)
		for (let folder = dirname(file); !found.has(folder) && isInAny(folder, roots); folder = dirname(folder))
			found.add(folder);
	return found;
}

function isInAny(folder: string, roots: readonly string[]): boolean {
	return roots.some((root) => folder !== root && folder.startsWith(root + sep));
}

function hasOwn(folder: string): boolean {
	return telling.some((name) => statSync(join(folder, name), { throwIfNoEntry: false }) !== undefined);
}
