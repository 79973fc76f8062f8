import {
	type Connection,
	type Location,
	type LocationLink,
	LSPErrorCodes,
	type PrepareRenameParams,
	type ReferenceParams,
	type RenameParams,
	ResponseError,
	type TextDocumentPositionParams,
	type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { definedAt } from '../features/definition.ts';
import { rangeOf } from '../features/range-of.ts';
import { soughtAt } from '../features/references.ts';
import { renameRefusal } from '../features/rename.ts';
import { SymbolSearch } from '../features/symbols.ts';
import { answer, guarded } from './answer.ts';
import { catalogDefinition } from './catalogs/catalog-definition.ts';
import { catalogPlaceAt } from './catalogs/catalog-place.ts';
import type { CatalogTexts } from './catalogs/catalog-texts.ts';
import { asDefinition, placesOf } from './catalogs/entry-places.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { findReferences } from './find-references.ts';
import { findSymbols, resolveSymbol } from './find-symbols.ts';
import type { Workspace } from './workspace.ts';

/** Connects the requests that lead from code to catalogs, and from catalogs to code. */
export function answerNavigation(
	connection: Connection,
	workspace: Workspace,
	abilities: ClientAbilities,
	texts: CatalogTexts,
): void {
	answerDefinitions(connection, workspace, abilities, texts);
	answerReferences(connection, workspace, texts);
	if (abilities.renamePreparation) answerRenames(connection, workspace);
	const search = new SymbolSearch();
	connection.onWorkspaceSymbol(
		guarded(workspace, 'Symbols', [], async ({ query }) => {
			const catalogs = await workspace.allCatalogs();
			if (query === '') void makeReady(search, catalogs);
			return findSymbols(query, catalogs, search, texts, abilities.symbols);
		}),
	);
	const resolve = guarded(workspace, 'Symbol', undefined, async (symbol: WorkspaceSymbol) =>
		resolveSymbol(symbol, await workspace.allCatalogs(), texts),
	);
	if (abilities.symbols.rangesLater)
		connection.onWorkspaceSymbolResolve(async (symbol: WorkspaceSymbol) => (await resolve(symbol)) ?? symbol);
}

/** Whoever has asked for nothing yet types in a moment; meanwhile other questions have their turn. */
async function makeReady(search: SymbolSearch, { catalogs }: CatalogIndex): Promise<void> {
	for (const catalog of catalogs) {
		await new Promise((resolve) => setTimeout(resolve));
		search.prepare(catalog);
	}
}

function answerDefinitions(
	connection: Connection,
	workspace: Workspace,
	{ definitionLinks }: ClientAbilities,
	texts: CatalogTexts,
): void {
	const inCode = answer<TextDocumentPositionParams, Location[] | LocationLink[]>(
		workspace,
		'Definition',
		[],
		async (state, { position }) => {
			const analysis = await workspace.analyze(state);
			const defined = analysis && definedAt(analysis, state.document.offsetAt(position));
			if (!defined) return [];
			const places = await Promise.all(defined.entries.map(({ entry }) => placesOf(entry, texts)));
			return asDefinition(places.flat(), rangeOf(state.document, defined.span), definitionLinks);
		},
	);
	const inCatalog = guarded(workspace, 'Definition', undefined, async (params: TextDocumentPositionParams) => {
		const place = await catalogPlaceAt(workspace, texts, params.textDocument.uri, params.position);
		if (!place) return undefined;
		const targets = await catalogDefinition(place, { texts, folders: workspace.catalogs.folders });
		return asDefinition(targets, rangeOf(place.text.document, place), definitionLinks);
	});
	connection.onDefinition(async (params, token) => (await inCatalog(params)) ?? inCode(params, token));
}

function answerReferences(connection: Connection, workspace: Workspace, texts: CatalogTexts): void {
	connection.onReferences(async (params, token) => {
		const { uri } = params.textDocument;
		const search = { workspace, uri, token };
		const declared = async (entry: Parameters<typeof placesOf>[0]): Promise<readonly Location[]> => {
			const places = params.context.includeDeclaration ? await placesOf(entry, texts) : [];
			return places.map((place) => ({ uri: place.uri, range: place.valueRange }));
		};
		const inCode = answer<ReferenceParams, Location[]>(workspace, 'References', [], async (state, { position }) => {
			const analysis = await workspace.analyze(state);
			const sought = analysis && soughtAt(analysis, state.document.offsetAt(position));
			if (!analysis || !sought) return [];
			const found = await findReferences({ ...search, sought, analysis, settings: state.settings });
			return [...found, ...(await declared(sought.entry))];
		});
		const inCatalog = guarded(workspace, 'References', undefined, async ({ position }: ReferenceParams) => {
			const place = await catalogPlaceAt(workspace, texts, uri, position);
			if (!place) return undefined;
			const { match, path } = place;
			if (!match || path[2] !== 'value') return [];
			const settings = await workspace.settings.of(uri);
			// What is in no folder, as what comes with us is not, is looked for in all of them.
			const found = await findReferences({ ...search, uri: place.source, sought: match, settings });
			return [...found, ...(await declared(match.entry))];
		});
		return (await inCatalog(params)) ?? inCode(params, token);
	});
}

/** Nothing is renamed: a code is refused with the reason, and all else is left to its own language. */
function answerRenames(connection: Connection, workspace: Workspace): void {
	const refuse = answer<PrepareRenameParams | RenameParams, ResponseError<void> | null>(
		workspace,
		'Rename',
		null,
		async (state, { position }) => {
			const analysis = await workspace.analyze(state);
			const reason = analysis && renameRefusal(analysis, state.document.offsetAt(position));
			return reason === undefined ? null : new ResponseError<void>(LSPErrorCodes.RequestFailed, reason);
		},
	);
	connection.onPrepareRename(refuse);
	connection.onRenameRequest(refuse);
}
