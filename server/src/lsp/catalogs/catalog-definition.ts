import type { Range } from 'vscode-languageserver';
import { isPath, uriAt } from '../../catalogs/layers/extended-paths.ts';
import { valueAt } from '../../catalogs/text/path-at.ts';
import { rangeOf } from '../../features/range-of.ts';
import { folderAround, keyOf } from '../../project/places.ts';
import { type CatalogPlace, namedEntry, sourcesOf } from './catalog-place.ts';
import type { CatalogText, CatalogTexts } from './catalog-texts.ts';
import { type PlacedLayer, placesOf } from './entry-places.ts';

/** Where something is written. */
export type Target = Pick<PlacedLayer, 'uri' | 'wholeRange' | 'valueRange'>;

/** Where targets are looked for. */
export interface TargetSearch {
	readonly texts: CatalogTexts;
	/** The folders of the workspace, which no path may leave. */
	readonly folders: readonly string[];
}

/** Catalogs that extend one another are followed so far, whatever circles they go in. */
const mostFollowed = 16;

/**
 * Where a place in a catalog leads: a code to what other files say of it, a code that replaces it to its entry, what is
 * extended to its file, what is hidden to the entry that does not count; and a path in a project's file to the catalog.
 */
export async function catalogDefinition(place: CatalogPlace, search: TargetSearch): Promise<readonly Target[]> {
	const { texts } = search;
	const value = valueAt(place.text.data, place.path);
	const [list, index, field] = place.path;
	if (list === 'extends' && typeof value === 'string')
		return startsOf(await extended(value, place.source, place, search));
	if (list === 'catalogs' && typeof value === 'string') return startsOf(await inWorkspace(value, place.source, search));
	if (list === 'hide' && typeof index === 'number') return hiddenPlaces(value, place, search);
	if (list !== 'entries' || !place.match) return [];
	if (field === 'value') return otherPlaces(place, texts);
	const named = field === 'replacedBy' ? namedEntry(place, value) : undefined;
	return named ? placesOf(named.entry, texts) : [];
}

/** The other layers of the entry; the place itself where there are none, so that the client may ask for its uses. */
async function otherPlaces({ match, source }: CatalogPlace, texts: CatalogTexts): Promise<readonly Target[]> {
	const places = match ? await placesOf(match.entry, texts) : [];
	const others = places.filter((one) => keyOf(one.source) !== keyOf(source));
	return others.length > 0 ? others : places;
}

/** The files, each at its catalog's id. */
function startsOf(found: readonly CatalogText[]): readonly Target[] {
	return found.map((text) => {
		const whole = rangeOf(text.document, text.data.spanAt([]));
		const hasId = valueAt(text.data, ['id']) !== undefined;
		const start: Range = { start: whole.start, end: whole.start };
		return {
			uri: text.uri,
			wholeRange: whole,
			valueRange: hasId ? rangeOf(text.document, text.data.spanAt(['id'])) : start,
		};
	});
}

/** The files that an id or a relative path in a file names. */
async function extended(
	name: string,
	from: string,
	place: CatalogPlace,
	search: TargetSearch,
): Promise<readonly CatalogText[]> {
	if (isPath(name)) return inWorkspace(name, from, search);
	const { texts } = search;
	const sources = sourcesOf(name, place).filter((source) => keyOf(source) !== keyOf(from));
	const found = await Promise.all(sources.map((source) => texts.read(source)));
	return found.filter((text) => text !== undefined).filter(({ data }) => valueAt(data, ['id']) === name);
}

/** The file that a path leads to from another; nothing outside the workspace is read for it. */
async function inWorkspace(
	path: string,
	from: string,
	{ texts, folders }: TargetSearch,
): Promise<readonly CatalogText[]> {
	const uri = uriAt(isPath(path) ? path : `./${path}`, from);
	if (uri === undefined || folderAround(uri, folders) === undefined) return [];
	const text = await texts.read(uri);
	return text ? [text] : [];
}

/** The entries of the catalogs beneath that a value hides, of the nearest that has some. */
async function hiddenPlaces(value: unknown, place: CatalogPlace, search: TargetSearch): Promise<readonly Target[]> {
	const seen = new Set<string>([keyOf(place.text.uri)]);
	const waiting: { readonly text: CatalogText; readonly source: string }[] = [place];
	for (const { text, source } of waiting) {
		const names = [valueAt(text.data, ['extends'])].flat().filter((name) => typeof name === 'string');
		const beneath = await Promise.all(names.map((name) => extended(name, source, place, search)));
		for (const lower of beneath.flat()) {
			if (seen.has(keyOf(lower.uri)) || seen.size > mostFollowed) continue;
			seen.add(keyOf(lower.uri));
			const places = entriesOf(lower, value);
			if (places.length > 0) return places;
			waiting.push({ text: lower, source: search.texts.sourceOf(lower.uri) });
		}
	}
	return [];
}

function entriesOf({ uri, document, data }: CatalogText, value: unknown): readonly Target[] {
	const entries = valueAt(data, ['entries']);
	if (!Array.isArray(entries)) return [];
	return entries.flatMap((_, index): Target[] => {
		if (valueAt(data, ['entries', index, 'value']) !== value) return [];
		const [whole, own] = [data.spanAt(['entries', index]), data.spanAt(['entries', index, 'value'])];
		return [{ uri, wholeRange: rangeOf(document, whole), valueRange: rangeOf(document, own) }];
	});
}
