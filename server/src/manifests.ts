import type { InPlay } from './analysis/analysis.ts';
import type { Catalog } from './catalog/catalog.ts';

/** Names of the packages that a manifest says the project depends on. */
type Dependencies = ReadonlySet<string>;

const manifestName = 'package.json';
/** Folders above a document that are looked at. */
const maximumDepth = 32;

/** Knows which APIs a project depends on, by the manifests in the folders above a document. */
export class Manifests {
	readonly #readFile: (uri: string) => Promise<string>;
	readonly #read = new Map<string, Promise<Dependencies | undefined>>();

	constructor(readFile: (uri: string) => Promise<string>) {
		this.#readFile = readFile;
	}

	/**
	 * The catalogs whose packages are depended on above a document: up to the workspace folder that it is in, or up to
	 * the first manifest where it is in none. A file that cannot be read, or is no manifest, says nothing.
	 */
	async inPlay(uri: string, folders: readonly string[], catalogs: readonly Catalog[]): Promise<readonly InPlay[]> {
		const wanted = catalogs.filter(({ evidence }) => evidence.packages.length > 0);
		if (wanted.length === 0) return [];
		const found: Dependencies[] = [];
		for (const manifest of manifestsAbove(uri, folders)) {
			const dependencies = await this.#dependencies(manifest.uri);
			if (dependencies) found.push(dependencies);
			if (dependencies && !manifest.inFolder) break;
		}
		return wanted.flatMap((catalog): readonly InPlay[] => {
			const name = catalog.evidence.packages.find((name) => found.some((dependencies) => dependencies.has(name)));
			return name === undefined ? [] : [{ catalog, step: 'workspace', reason: `${manifestName} depends on ${name}` }];
		});
	}

	/** Reads all manifests anew when they are next asked for. */
	forget(): void {
		this.#read.clear();
	}

	#dependencies(uri: string): Promise<Dependencies | undefined> {
		const known = this.#read.get(uri);
		if (known) return known;
		const reading = this.#readFile(uri).then(readDependencies, () => undefined);
		this.#read.set(uri, reading);
		return reading;
	}
}

/** Whether a change of the file may change what is depended on. */
export function isManifest(uri: string): boolean {
	return uri.endsWith(`/${manifestName}`);
}

/** The files to be followed for changes. */
export const manifestGlob = `**/${manifestName}`;

interface ManifestPlace {
	readonly uri: string;
	readonly inFolder: boolean;
}

/** Where manifests of a document may be, nearest first; those of the folders where it has no path of its own. */
function manifestsAbove(uri: string, folders: readonly string[]): readonly ManifestPlace[] {
	const folder = folders.filter((one) => uri.startsWith(withSlash(one))).sort((a, b) => b.length - a.length)[0];
	if (!URL.canParse('.', uri)) return folders.map((one) => ({ uri: withSlash(one) + manifestName, inFolder: true }));
	const places: ManifestPlace[] = [];
	let directory = new URL('.', uri).href;
	while (places.length < maximumDepth) {
		places.push({ uri: directory + manifestName, inFolder: folder !== undefined });
		const above = new URL('..', directory).href;
		if (above === directory || (folder !== undefined && directory === withSlash(folder))) break;
		directory = above;
	}
	return places;
}

function withSlash(folder: string): string {
	return folder.endsWith('/') ? folder : `${folder}/`;
}

function readDependencies(text: string): Dependencies | undefined {
	let manifest: unknown;
	try {
		manifest = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
	if (typeof manifest !== 'object' || manifest === null) return undefined;
	const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
	return new Set(
		Object.entries(manifest)
			.filter(([field, value]) => fields.includes(field) && typeof value === 'object' && value !== null)
			.flatMap(([, value]) => Object.keys(value)),
	);
}
