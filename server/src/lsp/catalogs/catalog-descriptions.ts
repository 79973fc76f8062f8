import type { Hover, MarkupKind, TextDocumentPositionParams } from 'vscode-languageserver';
import type { CatalogIndex, Match } from '../../catalog/catalog-index.ts';
import { valueAt } from '../../catalogs/text/path-at.ts';
import { hoverEntry, type WrittenEntry } from '../../explain/explain-origins.ts';
import { markup } from '../../features/markup.ts';
import { rangeOf } from '../../features/range-of.ts';
import type { Workspace } from '../workspace.ts';
import { type CatalogPlace, catalogPlaceAt, namedEntry } from './catalog-place.ts';
import type { CatalogTexts } from './catalog-texts.ts';
import { writtenEntries } from './entry-places.ts';

/** What is said of the entry that a place in an open catalog lies in; undefined in any other document. */
export async function describeCatalogEntry(
	workspace: Workspace,
	texts: CatalogTexts,
	{ textDocument, position }: TextDocumentPositionParams,
	describe: (written: WrittenEntry, catalogs: CatalogIndex) => string,
): Promise<string | undefined> {
	const place = await catalogPlaceAt(workspace, texts, textDocument.uri, position);
	if (!place) return undefined;
	const [written] = await writtenEntries(place.match ? [place.match] : [], texts);
	return written ? describe(written, place.catalogs) : 'Nothing is known here: this is in no entry that counts.';
}

/** What stands behind a code in an open catalog, the one that replaces another too; undefined everywhere else. */
export async function catalogHover(
	workspace: Workspace,
	texts: CatalogTexts,
	{ textDocument, position }: TextDocumentPositionParams,
	format: MarkupKind,
): Promise<Hover | undefined> {
	const place = await catalogPlaceAt(workspace, texts, textDocument.uri, position);
	const match = place && codeAt(place);
	if (!match) return undefined;
	const settings = await workspace.settings.of(textDocument.uri);
	const [written] = await writtenEntries([match], texts);
	if (!written || !settings.enable || !settings.hovers) return undefined;
	const text = hoverEntry(written, place.catalogs, settings.hoverVerbosity);
	return { contents: markup(text, format), range: rangeOf(place.text.document, place) };
}

function codeAt(place: CatalogPlace): Match | undefined {
	if (place.part !== 'value' || place.path.length !== 3) return undefined;
	const field = place.path[2];
	if (field === 'value') return place.match;
	return field === 'replacedBy' ? namedEntry(place, valueAt(place.text.data, place.path)) : undefined;
}
