import { catalogFolder, projectFileName } from '../catalog-globs.ts';
import type { CatalogSource, Listings } from '../catalogs/files/catalog-source.ts';
import { KeptFiles } from '../catalogs/files/kept-files.ts';
import { childOf, folderAround, foldersAbove, keyOf, withSlash } from '../project/places.ts';
import { type ProjectFile, readProjectFile } from './project-file.ts';

/** Bytes of a project's file that are read. */
const largest = 1_000_000;

/** A document, and the folders of the workspace, all as URIs. */
export interface DocumentPlace {
	readonly uri: string;
	readonly folders: readonly string[];
}

/** Finds the project files that count for documents. Each is read once, until it changes; nothing here rejects. */
export class ProjectFiles {
	readonly #listings: Listings;
	readonly #files: KeptFiles<ProjectFile>;

	/** @param listings are told by their owner of what changes */
	constructor(source: Pick<CatalogSource, 'readFile' | 'readFolder'>, listings: Listings) {
		this.#listings = listings;
		this.#files = new KeptFiles(source, largest, readProjectFile);
	}

	/** Those from the workspace's folder down to the document's, the farthest first; none for one outside of it. */
	async of(place: DocumentPlace): Promise<readonly ProjectFile[]> {
		const { root, document } = rootsOf(place);
		if (root === undefined) return [];
		const found = await Promise.all(foldersFor(document, root).map((folder) => this.in(folder)));
		return found.filter((file) => file !== undefined);
	}

	/** The one in a folder, whose URI ends in a slash. */
	async in(folder: string): Promise<ProjectFile | undefined> {
		const isThere = (await this.#listings.list(folder)).get(projectFileName) === false;
		return isThere ? this.#files.read(`${folder}${projectFileName}`) : undefined;
	}

	/** The file, or what is below the folder, has changed. */
	forget(key: string): void {
		this.#files.forget(key);
	}

	forgetAll(): void {
		this.#files.forgetAll();
	}
}

/** The folders from the workspace's down to the document's that may have something to say, as URIs. */
export function foldersFor(document: string, root: string): readonly string[] {
	const above = foldersAbove(document, root).filter((folder) => !keyOf(folder).endsWith(`/${catalogFolder}/`));
	return above.toReversed();
}

/** The scheme under which editors open the cells of a notebook. */
const cellScheme = 'vscode-notebook-cell:';

/** The URI of the file that a document is in: of a cell that of its notebook, which has the scheme of its folder. */
export function fileOf(cell: string, folders: readonly string[]): string {
	if (!cell.startsWith(cellScheme)) return cell;
	const path = cell.slice(cellScheme.length).replace(/[?#].*$/s, '');
	const named = path.startsWith('//') ? path : `//${path}`;
	const candidates = folders.map((folder) => folder.slice(0, folder.indexOf(':') + 1) + named);
	return candidates.find((uri) => folderAround(uri, folders) !== undefined) ?? cell;
}

/**
 * The outermost folder of the workspace around a document, and the innermost. What has no path of its own, such as an
 * untitled document, is as if it stood in the first folder, and a cell where its notebook is.
 */
export function rootsOf({ uri, folders }: DocumentPlace) {
	const [first] = folders;
	const hasPath = URL.canParse('.', uri);
	const document = hasPath || first === undefined ? fileOf(uri, folders) : childOf(withSlash(first), projectFileName);
	const around = folders.map(withSlash).filter((folder) => keyOf(document).startsWith(keyOf(folder)));
	const root = around.sort((one, other) => one.length - other.length)[0];
	return { document, root, nearest: folderAround(document, folders) ?? root ?? '' };
}
