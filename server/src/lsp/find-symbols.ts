import { SymbolKind, SymbolTag, type WorkspaceSymbol } from 'vscode-languageserver';
import { type Entry, isDeprecated } from '../catalog/catalog.ts';
import type { CatalogIndex, Match } from '../catalog/catalog-index.ts';
import { nameOf } from '../catalogs/files/catalog-names.ts';
import { type SymbolSearch, symbolName } from '../features/symbols.ts';
import type { CatalogTexts } from './catalogs/catalog-texts.ts';
import { placesOf } from './catalogs/entry-places.ts';
import type { ClientAbilities } from './client-abilities.ts';

/** What a symbol brings along, so that its place can be found once it is chosen. */
interface SymbolData extends Pick<Entry, 'kind' | 'value'> {
	readonly api: string;
}

/** The codes and statuses that a query may mean. */
export async function findSymbols(
	query: string,
	catalogs: CatalogIndex,
	search: SymbolSearch,
	texts: CatalogTexts,
	abilities: ClientAbilities['symbols'],
): Promise<WorkspaceSymbol[]> {
	const found = search.find(catalogs, query).flatMap((match) => {
		const symbol = symbolOf(match, texts, abilities.tags);
		return symbol ? [{ symbol, match }] : [];
	});
	if (abilities.rangesLater) return found.map(({ symbol }) => symbol);
	const read = readOnce(texts);
	return Promise.all(found.map(({ symbol, match }) => withRange(symbol, match.entry, read)));
}

/** Many symbols come from few files. */
function readOnce(texts: CatalogTexts): Pick<CatalogTexts, 'read'> {
	const reading = new Map<string, ReturnType<CatalogTexts['read']>>();
	return {
		read(source) {
			const found = reading.get(source) ?? texts.read(source);
			reading.set(source, found);
			return found;
		},
	};
}

/** The symbol with its range, for a client that asks for it late. */
export async function resolveSymbol(
	symbol: WorkspaceSymbol,
	catalogs: CatalogIndex,
	texts: CatalogTexts,
): Promise<WorkspaceSymbol> {
	const { api, kind, value }: Partial<SymbolData> = symbol.data ?? {};
	const catalog = typeof api === 'string' ? catalogs.byId(api) : undefined;
	const matches = typeof value === 'number' ? catalogs.byNumber(value) : catalogs.byString(`${value}`);
	const match = matches.find((one) => one.catalog === catalog && one.entry.kind === kind);
	return match ? withRange(symbol, match.entry, texts) : symbol;
}

function symbolOf({ catalog, entry }: Match, texts: CatalogTexts, tags: boolean): WorkspaceSymbol | undefined {
	const [top, ...beneath] = entry.origins ?? [];
	const uri = top && texts.uriOf(top.source);
	if (uri === undefined) return undefined;
	const data: SymbolData = { api: catalog.id, kind: entry.kind, value: entry.value };
	return {
		name: symbolName(entry),
		kind: SymbolKind.EnumMember,
		containerName: beneath.length > 0 ? `${catalog.name} (${nameOf(uri)})` : catalog.name,
		location: { uri },
		...(tags && isDeprecated(entry) && { tags: [SymbolTag.Deprecated] }),
		data,
	};
}

/** Where the file has the entry no longer, its start: a client without a range has nowhere to go. */
async function withRange(
	symbol: WorkspaceSymbol,
	entry: Entry,
	texts: Pick<CatalogTexts, 'read'>,
): Promise<WorkspaceSymbol> {
	const [place] = await placesOf(entry, texts);
	const start = { line: 0, character: 0 };
	const { uri } = symbol.location;
	const location = place ? { uri: place.uri, range: place.valueRange } : { uri, range: { start, end: start } };
	return { ...symbol, location };
}
