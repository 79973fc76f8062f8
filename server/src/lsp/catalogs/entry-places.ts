import type { Location, LocationLink, Range } from 'vscode-languageserver';
import type { Entry } from '../../catalog/catalog.ts';
import type { Match } from '../../catalog/catalog-index.ts';
import { nameOf } from '../../catalogs/files/catalog-names.ts';
import { type WrittenLayer, writtenLayer } from '../../catalogs/layers/written-layers.ts';
import type { NamedLayer } from '../../explain/describe-origins.ts';
import type { WrittenEntry } from '../../explain/explain-origins.ts';
import { rangeOf } from '../../features/range-of.ts';
import type { CatalogTexts } from './catalog-texts.ts';

/** A layer of an entry, in the file that it is written in. */
export interface PlacedLayer extends NamedLayer {
	readonly uri: string;
	/** The whole entry, and the code or status in it. */
	readonly wholeRange: Range;
	readonly valueRange: Range;
}

/** Where an entry is written, the layer on top first; what the client cannot open is left out. */
export async function placesOf(entry: Entry, texts: Pick<CatalogTexts, 'read'>): Promise<readonly PlacedLayer[]> {
	const found = await Promise.all(
		(entry.origins ?? []).map(async (origin): Promise<PlacedLayer | undefined> => {
			const text = await texts.read(origin.source);
			const layer = text && writtenLayer(entry, origin, text.data);
			return text && layer ? { ...layer, ...placeIn(text, layer) } : undefined;
		}),
	);
	return found.filter((place) => place !== undefined);
}

/** Entries with what files say of each. */
export function writtenEntries(matches: readonly Match[], texts: CatalogTexts): Promise<readonly WrittenEntry[]> {
	return Promise.all(
		matches.map(async ({ catalog, entry }) => ({ catalog, entry, layers: await placesOf(entry, texts) })),
	);
}

/** As links for clients that take them, as the places of the codes for others. */
export function asDefinition(
	places: readonly Pick<PlacedLayer, 'uri' | 'wholeRange' | 'valueRange'>[],
	origin: Range,
	withLinks: boolean,
): Location[] | LocationLink[] {
	if (!withLinks) return places.map(({ uri, valueRange }) => ({ uri, range: valueRange }));
	return places.map(({ uri, wholeRange, valueRange }) => ({
		targetUri: uri,
		targetRange: wholeRange,
		targetSelectionRange: valueRange,
		originSelectionRange: origin,
	}));
}

type Read = NonNullable<Awaited<ReturnType<CatalogTexts['read']>>>;

function placeIn(
	{ uri, document }: Read,
	{ source, whole, value }: WrittenLayer,
): Omit<PlacedLayer, keyof WrittenLayer> {
	const valueRange = rangeOf(document, value);
	const line = valueRange.start.line + 1;
	const name = source.startsWith('builtin:') ? uri.replace(/^.*\//s, '') : nameOf(uri);
	return { uri, name, line, address: `${uri}#L${line}`, wholeRange: rangeOf(document, whole), valueRange };
}
