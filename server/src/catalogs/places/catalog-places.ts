import { catalogFolder, projectFileName } from '../../catalog-globs.ts';
import { inTime } from '../../project/in-time.ts';
import { childOf, folderOf, keyOf, withSlash } from '../../project/places.ts';
import type { ProjectFile } from '../../project-file/project-file.ts';
import { type DocumentPlace, foldersFor, ProjectFiles, rootsOf } from '../../project-file/project-files.ts';
import type { PlacedProblem } from '../files/catalog-file.ts';
import { isCatalogPlace, mayBeCatalog, nameOf } from '../files/catalog-names.ts';
import { type CatalogSource, Listings } from '../files/catalog-source.ts';
import { uriOfPath } from './named-path.ts';
import { PackageCatalogs } from './package-catalogs.ts';

/** Files of one folder that count. */
const mostInFolder = 200;

/** A document, and what decides where its catalogs are. */
export interface CatalogScope extends DocumentPlace {
	/** Paths of files and folders that the user names, from the folder of the workspace. */
	readonly named: readonly string[];
}

/** Where the catalogs for a document are. */
export interface FoundPlaces {
	/** The workspace's folder, which no path may leave; it ends in a slash. */
	readonly root: string;
	/** URIs of files, the weakest first, each once. */
	readonly files: readonly string[];
	/** Those of the files that packages bring. */
	readonly ofPackages: ReadonlySet<string>;
	/** Whether no package is still looked for. */
	readonly isWhole: boolean;
	readonly projectFiles: readonly ProjectFile[];
	/** What is wrong with the paths that the user names, as sentences. */
	readonly wrongNames: readonly string[];
}

/** What one folder has. */
interface OwnPlaces {
	readonly folder: string;
	readonly files: readonly string[];
	readonly projectFile: ProjectFile | undefined;
	readonly hasManifest: boolean;
}

interface FilesOfPackages {
	readonly files: readonly string[];
	readonly isWhole: boolean;
}

/** What a path means; or why it means nothing. */
type Named = { readonly files: readonly string[] } | { readonly wrong: string };

/**
 * Finds the catalogs that count for documents: those of packages, then folder by folder from the workspace's down to the
 * document's those that `api-errors.json` names and those in `.api-errors`, then those that the user names.
 */
export class CatalogPlaces {
	readonly #source: CatalogSource;
	/** Milliseconds that an answer waits for a search of packages; as long as it takes, unless given. */
	readonly #patience: number | undefined;
	readonly #listings: Listings;
	readonly #projectFiles: ProjectFiles;
	readonly #packages: PackageCatalogs;
	/** Project files in which paths are wrong, by what they are without that. */
	readonly #wrong = new WeakMap<ProjectFile, { readonly said: string; readonly file: ProjectFile }>();
	/** The keys of all that is named by a path, there or not. */
	readonly #named = new Map<string, string>();

	constructor(source: CatalogSource, patience: number | undefined) {
		this.#source = source;
		this.#patience = patience;
		this.#listings = new Listings(source);
		this.#projectFiles = new ProjectFiles(source, this.#listings);
		this.#packages = new PackageCatalogs(source);
	}

	/** Undefined for a document that is in no folder of the workspace. */
	async of({ uri, folders, named }: CatalogScope): Promise<FoundPlaces | undefined> {
		const { root, nearest, document } = rootsOf({ uri, folders });
		if (root === undefined) return undefined;
		const own = await Promise.all(foldersFor(document, root).map((folder) => this.#ownPlaces(folder, root)));
		const manifests = own.filter(({ hasManifest }) => hasManifest);
		const packages = await Promise.all(manifests.map(({ folder }) => this.#packagesOf(folder, root)));
		const byUser = await Promise.all(named.map((path) => this.#filesNamed(path, nearest, nearest)));
		const ofPackages = new Set(packages.flatMap(({ files }) => files));
		const files = [
			...ofPackages,
			...own.flatMap((one) => one.files),
			...byUser.flatMap((one) => ('files' in one ? one.files : [])),
		];
		return {
			root,
			files: lastOfEach(files),
			ofPackages,
			isWhole: packages.every(({ isWhole }) => isWhole),
			projectFiles: own.flatMap(({ projectFile }) => projectFile ?? []),
			wrongNames: byUser.flatMap((one) => ('wrong' in one ? [one.wrong] : [])),
		};
	}

	/** The project files that count for a document, the farthest first. */
	projectFiles(place: DocumentPlace): Promise<readonly ProjectFile[]> {
		return this.#projectFiles.of(place);
	}

	/** The files and folders, as URIs, that are named by paths and are not where everything is by convention. */
	get named(): readonly string[] {
		return [...this.#named.values()].filter((uri) => !isCatalogPlace(uri));
	}

	/** The file or the folder came, went or changed; whether that may matter. */
	changed(key: string): boolean {
		const isOfPackages = this.#packages.changed(key);
		if (!isOfPackages && !this.#mayMatter(key)) return false;
		this.#listings.forget(key);
		this.#projectFiles.forget(key);
		return true;
	}

	/** Another text of a file counts. */
	written(key: string): void {
		this.#projectFiles.forget(key);
	}

	/** Anything may have changed that nobody tells of. */
	recheck(): void {
		this.#listings.forgetAll();
		this.#projectFiles.forgetAll();
		this.#packages.recheck();
	}

	#mayMatter(key: string): boolean {
		const names = key.split('/');
		const name = names.at(-1);
		if (name === catalogFolder || name === projectFileName || names.at(-2) === catalogFolder) return true;
		const folder = key.slice(0, key.lastIndexOf('/'));
		for (const known of this.#named.keys())
			if (known === key || known === folder || known.startsWith(`${key}/`)) return true;
		return this.#listings.isAbove(key) || (name === 'package.json' && this.#listings.isAbove(folder));
	}

	async #ownPlaces(folder: string, root: string): Promise<OwnPlaces> {
		const listing = await this.#listings.list(folder);
		const [projectFile, files] = await Promise.all([
			this.#projectFiles.in(folder),
			listing.get(catalogFolder) === true ? this.#filesIn(childOf(folder, catalogFolder, true)) : [],
		]);
		const named = projectFile ? await this.#namedBy(projectFile, folder, root) : undefined;
		return {
			folder,
			files: [...(named?.files ?? []), ...files],
			projectFile: named?.projectFile,
			hasManifest: listing.get('package.json') === false,
		};
	}

	async #namedBy(
		projectFile: ProjectFile,
		folder: string,
		root: string,
	): Promise<{ readonly files: readonly string[]; readonly projectFile: ProjectFile }> {
		const problems: PlacedProblem[] = [];
		const files: string[] = [];
		for (const { path, problem } of projectFile.catalogs) {
			const found = await this.#filesNamed(path, folder, root);
			if ('files' in found) files.push(...found.files);
			else problems.push(problem(found.wrong));
		}
		return { files, projectFile: this.#withProblems(projectFile, problems) };
	}

	/** The same object as long as the same is wrong. */
	#withProblems(projectFile: ProjectFile, more: readonly PlacedProblem[]): ProjectFile {
		if (more.length === 0) return projectFile;
		const said = more.map(({ message }) => message).join('\n');
		const known = this.#wrong.get(projectFile);
		if (known?.said === said) return known.file;
		const file = { ...projectFile, problems: [...projectFile.problems, ...more] };
		this.#wrong.set(projectFile, { said, file });
		return file;
	}

	/** The files that a path means, which counts from one folder and must not leave another. */
	async #filesNamed(path: string, from: string, root: string): Promise<Named> {
		const uri = uriOfPath(path, from, root);
		const shown = JSON.stringify(path.length > 100 ? `${path.slice(0, 99)}…` : path);
		if (uri === undefined) {
			return { wrong: `${shown} is left out: a path must be relative, and stay inside the workspace folder.` };
		}
		const key = keyOf(uri).replace(/\/$/, '');
		// Before it was named, nobody told of its changes.
		if (!this.#named.has(key)) this.#listings.forget(key);
		this.#named.set(key, uri);
		const isFolder = await this.#isFolder(uri);
		if (isFolder === undefined) return { wrong: `There is no file or folder ${shown}.` };
		if (!isFolder && mayBeCatalog(uri)) return { files: [uri] };
		if (!isFolder) return { wrong: `${shown} is no catalog, which is a JSON or YAML file.` };
		const files = await this.#filesIn(withSlash(uri));
		return files.length > 0 ? { files } : { wrong: `The folder ${shown} has no catalogs.` };
	}

	/** Undefined for what is not there. */
	async #isFolder(uri: string): Promise<boolean | undefined> {
		if (uri.endsWith('/')) return true;
		const folder = folderOf(uri);
		if (folder === undefined) return undefined;
		return (await this.#listings.list(folder)).get(keyOf(uri).slice(keyOf(folder).length));
	}

	async #filesIn(folder: string): Promise<readonly string[]> {
		const entries = [...(await this.#listings.list(folder))];
		const names = entries.flatMap(([name, isFolder]) => (!isFolder && mayBeCatalog(name) ? [name] : [])).sort();
		if (names.length > mostInFolder)
			this.#source.report(
				`${nameOf(folder.replace(/\/$/, ''))} has more than ${mostInFolder} catalogs; the rest is left out.`,
			);
		return names.slice(0, mostInFolder).map((name) => childOf(folder, name));
	}

	async #packagesOf(folder: string, root: string): Promise<FilesOfPackages> {
		const { found, late } = this.#packages.of(folder, root);
		if (!late) return { files: found, isWhole: true };
		const all = this.#patience === undefined ? await late : await inTime(late, this.#patience);
		if (all) return { files: all, isWhole: true };
		void late.then((more) => more.join() !== found.join() && this.#source.onLate());
		return { files: found, isWhole: false };
	}
}

/** Each file once, where it counts most. */
function lastOfEach(uris: readonly string[]): readonly string[] {
	const byKey = new Map<string, string>();
	for (const uri of uris) {
		byKey.delete(keyOf(uri));
		byKey.set(keyOf(uri), uri);
	}
	return [...byKey.values()];
}
