import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { catalogFolder, projectFileName } from '../../catalog-globs.ts';
import type { ProjectView } from '../project-view.ts';

/** What a folder has in it where catalogs or settings of its own may count for its files. */
const telling = [catalogFolder, projectFileName];

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
	const hasPackages = packagesAbove();
	const folders = [...roots, ...[...foldersAround(files, roots)].filter((folder) => hasOwn(folder, hasPackages))];
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

function hasOwn(folder: string, hasPackages: (folder: string) => boolean): boolean {
	return telling.some((name) => isIn(folder, name)) || (hasPackages(folder) && isIn(folder, 'package.json'));
}

/** Says of a folder whether packages, which may bring catalogs, are installed in it or above it. */
function packagesAbove(): (folder: string) => boolean {
	const known = new Map<string, boolean>();
	const has = (folder: string): boolean => {
		const before = known.get(folder);
		if (before !== undefined) return before;
		const above = dirname(folder);
		const found = isIn(folder, 'node_modules') || (above !== folder && has(above));
		known.set(folder, found);
		return found;
	};
	return has;
}

const isIn = (folder: string, name: string): boolean => existsSync(folder + sep + name);
