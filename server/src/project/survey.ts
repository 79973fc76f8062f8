import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { FolderEntry } from '../host/host.ts';
import { type EvidenceParts, EvidenceReader, type FileEvidence, type ShowingDocument } from './file-evidence.ts';
import { isLeftOut, kindsOf, usualNames } from './file-kinds.ts';
import { childOf, folderAround, folderOf, foldersAbove, keyOf, withSlash } from './places.ts';
import { eachOf, type WalkLimits, walk } from './walk.ts';

export interface SurveyParts extends EvidenceParts {
	/** Rejects where there is no such file, and may do so where it has more bytes than `largest`. */
	readonly readFile: (uri: string, largest: number) => Promise<string>;
	readonly readFolder: (uri: string) => Promise<readonly FolderEntry[]>;
	/**
	 * The files at and below a folder that may show something, as URIs, where somebody knows them without a search; more do
	 * no harm.
	 */
	readonly filesShowing?: ((root: string) => Promise<readonly string[]>) | undefined;
	/** The documents that are open now, as URIs: they count by their text, whether or not there are such files. */
	readonly openDocuments?: (() => readonly string[]) | undefined;
	/** Says what somebody may want to know, such as that a folder is too large to be searched as a whole. */
	readonly report: (message: string) => void;
	/** What was found before is no longer all that there is. */
	readonly onChange: () => void;
}

/** More files than most projects have. Where every file is fetched over a network, far fewer are worth it. */
const limitsOnDisk: WalkLimits = { files: 30_000, folders: 30_000, depth: 40 };
const limitsElsewhere: WalkLimits = { files: 1_000, folders: 500, depth: 20 };
/** How far a search of a folder goes. */
export function limitsFor(root: string): WalkLimits {
	return root.startsWith('file:') ? limitsOnDisk : limitsElsewhere;
}

/** Manifests and config files of one folder above a document that are read. */
const mostInFolder = 100;

const order: readonly FileEvidence['by'][] = ['manifest', 'config', 'source'];

/** What the files around documents show of the APIs of one set of catalogs: found when asked for, and then followed. */
export class Survey {
	readonly #parts: SurveyParts;
	readonly #reader: EvidenceReader;
	/** By the keys of their URIs: files that show something, and manifests that show nothing. */
	readonly #found = new Map<string, FileEvidence>();
	/** Folders above documents, whose manifests and config files are known. */
	readonly #looked = new Map<string, { readonly folder: string; readonly done: Promise<boolean> }>();
	/** Folders of the workspace whose files are all known, or are about to be. */
	readonly #searched = new Map<string, Promise<void>>();
	/** The last reading of a file that has begun and not ended. */
	readonly #reading = new Map<string, object>();
	readonly #changed = new Map<string, string>();
	#settling: Promise<void> | undefined;

	constructor(parts: SurveyParts) {
		this.#parts = parts;
		this.#reader = new EvidenceReader(parts);
	}

	/**
	 * The manifests and config files in the folders above a document that show something, nearest first: up to the
	 * workspace folder that it is in, or up to the first manifest where it is in none. A document without a path belongs
	 * to all folders.
	 */
	async above(uri: string, folders: readonly string[]): Promise<readonly FileEvidence[]> {
		if (!this.#reader.hasNames) return [];
		await this.#settling;
		const around = folderAround(uri, folders);
		const hasPath = folderOf(uri) !== undefined;
		const places = hasPath ? foldersAbove(uri, around) : folders.map(withSlash);
		const isInside = around !== undefined || !hasPath;
		const counting = isInside ? places : await this.#upToManifest(places);
		await Promise.all(counting.map((place) => this.#look(place)));
		return counting.flatMap((place) => this.#directlyIn(place)).filter(({ uri: other }) => keyOf(other) !== keyOf(uri));
	}

	/** All files below a folder that show something, once it was searched: manifests, config files, then code. */
	async below(root: string): Promise<readonly FileEvidence[]> {
		if (!this.#reader.hasNames) return [];
		await this.#search(withSlash(root));
		await this.#settling;
		const found = [...this.#found].filter(([key]) => isBelow(key, keyOf(withSlash(root))));
		return found.sort(byWeight).map(([, file]) => file);
	}

	/**
	 * Files or folders were made, changed or removed. Whether that may change what is found; if it did, `onChange` tells,
	 * once for all changes that came in meanwhile.
	 */
	changed(uris: readonly string[]): boolean {
		const followed = uris.map((uri) => uri.replace(/\/$/, '')).filter((uri) => this.#isFollowed(uri));
		for (const uri of followed) this.#changed.set(keyOf(uri), uri);
		if (followed.length > 0) this.#settling ??= this.#settle();
		return followed.length > 0;
	}

	/** Anything may have changed that nobody tells of: what is known to count is looked at again. */
	recheck(): void {
		this.changed([...this.#found.values()].map(({ uri }) => uri));
		const folders = [...this.#looked.values()];
		this.#looked.clear();
		void Promise.all(folders.map(({ folder }) => this.#look(folder))).then((differ) => {
			if (differ.includes(true)) this.#parts.onChange();
		});
	}

	/** What a document that is being written shows by itself, where its folder was searched. */
	note(showing: ShowingDocument): void {
		const { uri } = showing.document;
		const key = keyOf(uri);
		// Not only its code says what a manifest or a config file shows.
		if (isManifestOrConfig(uri)) this.changed([uri]);
		else if (this.#isSearched(key) && this.#reader.worthReading(key) !== undefined) {
			this.#reading.delete(key);
			const evidence = this.#reader.readOpen(showing, this.#found.get(key));
			if (this.#keep(key, evidence)) this.#parts.onChange();
		}
	}

	/** The catalogs whose APIs are looked for. */
	get catalogs(): CatalogIndex {
		return this.#parts.catalogs;
	}

	/** The folders up to the first with a manifest. Without one, nothing shows how far the document's project goes. */
	async #upToManifest(places: readonly string[]): Promise<readonly string[]> {
		for (const [index, place] of places.entries()) {
			await this.#look(place);
			if (this.#directlyIn(place).some(({ by }) => by === 'manifest')) return places.slice(0, index + 1);
		}
		return places.slice(0, 1);
	}

	/** Resolves to whether anything was found that was not known. */
	#look(folder: string): Promise<boolean> {
		const known = this.#looked.get(keyOf(folder));
		if (known) return known.done;
		const done = this.#lookNow(folder);
		this.#looked.set(keyOf(folder), { folder, done });
		return done;
	}

	async #lookNow(folder: string): Promise<boolean> {
		const unknown = usualNames.map((name) => ({ name, isFolder: false }));
		const entries = await this.#parts.readFolder(folder).catch(() => unknown);
		const files = entries.flatMap(({ name, isFolder }) => (isFolder ? [] : childOf(folder, name)));
		let differs = false;
		await eachOf(files.filter(isManifestOrConfig).slice(0, mostInFolder), async (uri) => {
			if (await this.#read(uri)) differs = true;
		});
		return differs;
	}

	#search(root: string): Promise<void> {
		const known = this.#searched.get(keyOf(root));
		if (known) return known;
		const searching = this.#find(root);
		this.#searched.set(keyOf(root), searching);
		return searching;
	}

	async #find(root: string): Promise<void> {
		if (this.#parts.filesShowing) return eachOf(await this.#parts.filesShowing(root), (uri) => this.#read(uri));
		const isWhole = await this.#walk(root, limitsFor(root));
		if (!isWhole) this.#parts.report(`${root} is too large to search all of it for uses of APIs.`);
		// Some may be on no disk yet, or in a folder that cannot be listed.
		const open = this.#parts.openDocuments?.() ?? [];
		await eachOf(
			open.filter((uri) => isBelow(keyOf(uri), keyOf(root))),
			(uri) => this.#read(uri),
		);
	}

	#walk(folder: string, limits: WalkLimits): Promise<boolean> {
		return walk(folder, {
			readFolder: this.#parts.readFolder,
			isWanted: (uri) => this.#reader.worthReading(keyOf(uri)) !== undefined,
			visit: (uri) => this.#read(uri),
			limits,
		});
	}

	async #settle(): Promise<void> {
		let differs = false;
		while (this.#changed.size > 0) {
			const batch = [...this.#changed.values()];
			this.#changed.clear();
			await eachOf(batch, async (uri) => {
				if (await this.#update(uri)) differs = true;
			});
		}
		this.#settling = undefined;
		if (differs) this.#parts.onChange();
	}

	/** Whether a change of the file, or of the folder, can make a difference. */
	#isFollowed(uri: string): boolean {
		const key = keyOf(uri);
		if (this.#isSearched(key)) return true;
		const folder = folderOf(uri);
		if (isManifestOrConfig(uri)) return folder !== undefined && this.#looked.has(keyOf(folder));
		return [...this.#looked.keys()].some((one) => one.startsWith(`${key}/`));
	}

	/** Reads again what changed; what is no file that we read may be a folder that was made or removed. */
	async #update(uri: string): Promise<boolean> {
		const key = keyOf(uri);
		if (this.#reader.worthReading(key) !== undefined) return this.#read(uri);
		const below = [...this.#found].filter(([one]) => one.startsWith(`${key}/`));
		for (const one of this.#looked.keys()) if (one.startsWith(`${key}/`)) this.#looked.delete(one);
		const before = below.length;
		await eachOf(below, ([, file]) => this.#read(file.uri));
		if (this.#isSearched(key)) await this.#walk(withSlash(uri), limitsElsewhere);
		const after = [...this.#found.keys()].filter((one) => one.startsWith(`${key}/`)).length;
		return before !== after;
	}

	/** Whether what a file shows is something else than before. */
	async #read(uri: string): Promise<boolean> {
		const key = keyOf(uri);
		const largest = this.#reader.worthReading(key);
		if (largest === undefined) return false;
		const turn = {};
		this.#reading.set(key, turn);
		const evidence = await this.#evidenceOf(uri, key, largest);
		// A reading that began later has seen a newer text.
		if (this.#reading.get(key) !== turn) return false;
		this.#reading.delete(key);
		return this.#keep(key, evidence);
	}

	async #evidenceOf(uri: string, key: string, largest: number): Promise<FileEvidence | undefined> {
		try {
			const text = await this.#parts.readFile(uri, largest);
			return text.length > largest ? undefined : await this.#reader.read(uri, key, text);
		} catch {
			return undefined;
		}
	}

	#keep(key: string, evidence: FileEvidence | undefined): boolean {
		const before = this.#found.get(key);
		const counts = evidence && (evidence.inPlay.length > 0 || evidence.by === 'manifest');
		if (counts) this.#found.set(key, evidence);
		else this.#found.delete(key);
		return saidBy(before) !== saidBy(evidence);
	}

	#isSearched(key: string): boolean {
		return [...this.#searched.keys()].some((root) => isBelow(key, root));
	}

	#directlyIn(folder: string): readonly FileEvidence[] {
		const start = keyOf(folder);
		const found = [...this.#found].filter(([key]) => key.startsWith(start) && !key.includes('/', start.length));
		return found
			.sort(byWeight)
			.map(([, file]) => file)
			.filter(({ by }) => by !== 'source');
	}
}

function isManifestOrConfig(uri: string): boolean {
	const { packageManager, isConfig } = kindsOf(keyOf(uri));
	return packageManager !== undefined || isConfig;
}

/** Whether a search of the folder comes by the file. */
function isBelow(key: string, root: string): boolean {
	return key.startsWith(root) && !key.slice(root.length).split('/').slice(0, -1).some(isLeftOut);
}

/** Manifests, config files, code; those that are less deep first, so that the reasons given are the plainest. */
function byWeight([its, one]: [string, FileEvidence], [others, other]: [string, FileEvidence]): number {
	const depth = its.split('/').length - others.split('/').length;
	return order.indexOf(one.by) - order.indexOf(other.by) || depth || (its < others ? -1 : 1);
}

function saidBy(evidence: FileEvidence | undefined): string {
	const { inPlay = [], dependencies = [] } = evidence ?? {};
	return JSON.stringify([inPlay.map(({ catalog, step, reason }) => [catalog.id, step, reason]), dependencies]);
}
