import { TextDocument } from 'vscode-languageserver-textdocument';
import { largestCatalog } from '../../catalogs/files/catalog-file.ts';
import { type DataText, readDataText } from '../../catalogs/text/data-text.ts';
import type { Host } from '../../host/host.ts';

/** A file with a catalog as it counts now. */
export interface CatalogText {
	/** As the client opens it. */
	readonly uri: string;
	readonly document: TextDocument;
	readonly data: DataText;
}

export interface CatalogTextsParts {
	readonly host: Pick<Host, 'readAsset' | 'assetUri'>;
	/** Where the client has the catalogs that come with us, as a URI that ends in a slash. */
	readonly pages: string | undefined;
	/** A file of the user: as it is open, or as it is on disk. */
	readonly readFile: (uri: string, largest: number) => Promise<string>;
}

/** Texts that are kept: more at once are rarely asked for, and each may be large. */
const mostKept = 8;
const builtin = 'builtin:';
/** Where the catalogs that come with us are among the files shipped with us. */
const folder = 'catalogs/';

/** The files that entries come from, by what their origins name as their source. */
export class CatalogTexts {
	readonly #parts: CatalogTextsParts;
	/** Those that were asked for last. */
	readonly #kept = new Map<string, CatalogText>();

	constructor(parts: CatalogTextsParts) {
		this.#parts = parts;
	}

	/** The URI of a source; undefined for a catalog that comes with us where the client cannot open it. */
	uriOf(source: string): string | undefined {
		const asset = assetOf(source);
		if (asset === undefined) return source;
		const pages = this.#pages();
		return pages && pages + asset.slice(folder.length);
	}

	/** The source of what the client has open under a URI. */
	sourceOf(uri: string): string {
		const pages = this.#pages();
		if (pages === undefined || !uri.startsWith(pages)) return uri;
		return builtin + uri.slice(pages.length).replace(/\.json(?:\?.*)?$/s, '');
	}

	/** A source as it is now; undefined where it cannot be read or opened. */
	async read(source: string): Promise<CatalogText | undefined> {
		const uri = this.uriOf(source);
		const text = uri === undefined ? undefined : await this.#textOf(source);
		if (uri === undefined || text === undefined) return undefined;
		const known = this.#kept.get(source);
		const found = known?.data.text === text ? known : newText(uri, text);
		this.#kept.delete(source);
		this.#kept.set(source, found);
		for (const oldest of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(oldest);
		return found;
	}

	#pages(): string | undefined {
		return this.#parts.pages ?? this.#parts.host.assetUri?.(folder);
	}

	async #textOf(source: string): Promise<string | undefined> {
		const { host, readFile } = this.#parts;
		const asset = assetOf(source);
		try {
			if (asset === undefined) return await readFile(source, largestCatalog);
			return new TextDecoder().decode(await host.readAsset(asset));
		} catch {
			return undefined;
		}
	}
}

/** The name of the file shipped with us; undefined for a source of the user. */
function assetOf(source: string): string | undefined {
	const id = source.startsWith(builtin) ? source.slice(builtin.length) : '';
	return /^[\w-]+$/.test(id) ? `${folder}${id}.json` : undefined;
}

function newText(uri: string, text: string): CatalogText {
	const document = TextDocument.create(uri, 'json', 0, text);
	return { uri, document, data: readDataText(text, uri.replace(/[?#].*$/s, '')) };
}
