import type { Position } from 'vscode-languageserver';
import { builtinCatalogs } from '../../catalog/builtin/index.ts';
import type { Entry } from '../../catalog/catalog.ts';
import type { CatalogIndex, Match } from '../../catalog/catalog-index.ts';
import { type DataPlace, pathAt, valueAt } from '../../catalogs/text/path-at.ts';
import { keyOf } from '../../project/places.ts';
import type { Workspace } from '../workspace.ts';
import type { CatalogText, CatalogTexts } from './catalog-texts.ts';

/** A place in a file with a catalog that is open in the client. */
export interface CatalogPlace extends DataPlace {
	readonly source: string;
	readonly text: CatalogText;
	/** What documents beside the file know. */
	readonly catalogs: CatalogIndex;
	/** The entry that it lies in, with all layers. */
	readonly match: Match | undefined;
}

/** Editors have several languages for such files. */
const ending = /\.(?:jsonc?|ya?ml)(?:\?|$)/i;

/** What of an open catalog stands at a position; undefined in any other document. */
export async function catalogPlaceAt(
	workspace: Workspace,
	texts: CatalogTexts,
	uri: string,
	position: Position,
): Promise<CatalogPlace | undefined> {
	const open = workspace.documents.get(uri);
	if (!open || !ending.test(uri)) return undefined;
	const source = texts.sourceOf(uri);
	// Whether a file is a catalog may be known only when its neighbours have been looked at.
	const near = await workspace.catalogsFor(uri);
	if (source === uri && !workspace.catalogs.isCatalog(uri)) return undefined;
	const text = await texts.read(source);
	const place = text && pathAt(text.data, text.document.offsetAt(position));
	if (!text || !place) return undefined;
	const [list, index] = place.path;
	const at = list === 'entries' && typeof index === 'number' ? index : undefined;
	const match = at === undefined ? undefined : entryIn(text, source, at, near);
	// A catalog of a package, and one that comes with us, may count for none of the documents around it.
	if (at === undefined || (match && source === uri)) return { ...place, source, text, catalogs: near, match };
	const catalogs = await workspace.allCatalogs();
	return { ...place, source, text, catalogs, match: entryIn(text, source, at, catalogs) ?? match };
}

/** Entries that a value stands for, by what the catalog at the place may name: those that it has, and those beneath. */
export function namedEntry({ match }: CatalogPlace, value: unknown): Match | undefined {
	const entry = match?.catalog.entries.find((one) => one.kind === 'code' && one.value === value);
	return match && entry && { catalog: match.catalog, entry };
}

/** The sources in which an id of a catalog may be written; that of the catalog that comes with us alone, where one does. */
export function sourcesOf(id: string, { catalogs }: CatalogPlace): readonly string[] {
	if (builtinCatalogs.some((catalog) => catalog.id === id)) return [`builtin:${id}`];
	const entries = catalogs.byId(id)?.entries ?? [];
	return [...new Set(entries.flatMap(({ origins = [] }) => origins.map(({ source }) => source)))];
}

/** The entry that counts and that a file has at a place in its list. */
function entryIn({ data }: CatalogText, source: string, index: number, catalogs: CatalogIndex): Match | undefined {
	const value = valueAt(data, ['entries', index, 'value']);
	const matches = typeof value === 'string' ? catalogs.byString(value) : catalogs.byNumber(Number(value));
	const here = matches.filter(({ entry }) => originIn(entry, source) !== undefined);
	return here.find(({ entry }) => originIn(entry, source)?.path[1] === index) ?? here[0];
}

function originIn({ origins = [] }: Entry, source: string) {
	return origins.find((origin) => keyOf(origin.source) === keyOf(source));
}
