import { existsSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { projectFileName } from '../catalog-globs.ts';
import { Listings } from '../catalogs/files/catalog-source.ts';
import type { Host } from '../host/host.ts';
import { withSlash } from '../project/places.ts';
import type { ProjectFile } from '../project-file/project-file.ts';
import { ProjectFiles } from '../project-file/project-files.ts';
import type { GivenSettings, Settings } from '../settings.ts';
import { excludedBy, type FileChoice, settingsByFile } from '../settings-by-file.ts';
import { sentencesFor } from './placed-problems.ts';

/** The settings that count for files. Nothing here rejects. */
export interface FileSettings {
	/** Those of a file, and what their globs say of it. */
	of(uri: string): Promise<{ readonly settings: Settings; readonly choice: FileChoice }>;
	/** What is wrong with the project files that were asked for: each thing once, with the file, the line and the column. */
	problems(): Promise<readonly string[]>;
	/**
	 * Whether the project wants a file to be left alone, or a folder with all that is in it. It is a promise only where a
	 * project's file has to be read first.
	 * @param path an absolute path
	 */
	isExcluded(path: string): boolean | Promise<boolean>;
	/** The project files around a file, the farthest first. */
	projectFiles(uri: string): Promise<readonly ProjectFile[]>;
}

/**
 * The settings of files as their project gives them.
 * @param folders the root of the project around the current folder, then others whose files are checked, as URIs
 * @param given what the user says beside the project, which outweighs it
 * @param from the URI of the folder that paths in problems count from; the first of the folders unless given
 */
export function settingsAround(
	host: Host,
	folders: readonly string[],
	given: GivenSettings = {},
	from = folders[0] ?? '',
): FileSettings {
	const settingsOf = settingsByFile(given);
	const roots = folders.map((folder) => fileURLToPath(folder).replace(/[\\/]$/, ''));
	const around = projectFilesOn(host, folders);
	/** The project files above files, by their folder: one look for many files. */
	const above = new Map<string, readonly ProjectFile[] | Promise<readonly ProjectFile[]>>();

	function filesAbove(folder: string): readonly ProjectFile[] | Promise<readonly ProjectFile[]> {
		const known = above.get(folder);
		if (known) return known;
		const found = around.isAnyAbove(folder, roots) ? read(folder) : [];
		above.set(folder, found);
		return found;
	}

	async function read(folder: string): Promise<readonly ProjectFile[]> {
		const found = await around.of(pathToFileURL(join(folder, projectFileName)).href);
		above.set(folder, found);
		return found;
	}

	return {
		async of(uri) {
			return settingsOf({ uri, folders, projectFiles: await around.of(uri) });
		},
		projectFiles: (uri) => around.of(uri),
		async problems() {
			for (const folder of folders) await around.of(`${withSlash(folder)}${projectFileName}`);
			return [...new Set(around.known().flatMap((file) => sentencesFor(file, from)))];
		},
		isExcluded(path) {
			const files = filesAbove(dirname(path));
			const isLeftOut = (found: readonly ProjectFile[]) =>
				found.length > 0 && excludedBy(pathToFileURL(path).href, found) !== undefined;
			return 'then' in files ? files.then(isLeftOut) : isLeftOut(files);
		},
	};
}

/** Most folders have no project's file, which a look at the name tells faster than a list of all that is there. */
function projectFilesOn(host: Host, folders: readonly string[]) {
	const isThere = new Map<string, boolean>();
	const isAbove = new Map<string, boolean>();
	function hasFile(folder: string): boolean {
		const known = isThere.get(folder);
		if (known !== undefined) return known;
		const path = join(folder, projectFileName);
		const found = isFile(path);
		host.noteRead?.({ kind: 'mark', path });
		isThere.set(folder, found);
		return found;
	}
	const source = {
		readFile: (uri: string, largest: number) => host.readFile(uri, largest),
		readFolder: async (uri: string) =>
			uri.startsWith('file:') && hasFile(fileURLToPath(uri).replace(/(?<=.)[\\/]$/, ''))
				? [{ name: projectFileName, isFolder: false }]
				: [],
	};
	const files = new ProjectFiles(source, new Listings(source));
	const known = new Map<string, ProjectFile>();
	return {
		async of(uri: string): Promise<readonly ProjectFile[]> {
			const found = await files.of({ uri, folders });
			for (const file of found) known.set(file.uri, file);
			return found;
		},
		known: (): readonly ProjectFile[] => [...known.values()],
		isAnyAbove,
	};

	/** Whether one is in a folder or above it, up to the roots. */
	function isAnyAbove(folder: string, roots: readonly string[]): boolean {
		const before = isAbove.get(folder);
		if (before !== undefined) return before;
		const [isInside, parent] = [isInAny(folder, roots), dirname(folder)];
		// The root of the disk is its own parent.
		const found = isInside && (hasFile(folder) || (parent !== folder && isAnyAbove(parent, roots)));
		isAbove.set(folder, found);
		return found;
	}
}

function isFile(path: string): boolean {
	try {
		// Where nothing is, as mostly, that is known sooner than what is there.
		return existsSync(path) && statSync(path).isFile();
	} catch {
		// What nobody may look at says nothing.
		return false;
	}
}

function isInAny(folder: string, roots: readonly string[]): boolean {
	return roots.some((root) => folder === root || folder.startsWith(root + sep));
}
