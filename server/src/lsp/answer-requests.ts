import type {
	CancellationToken,
	CodeAction,
	CodeActionParams,
	CompletionItem,
	Connection,
	Hover,
	HoverParams,
	TextDocumentPositionParams,
} from 'vscode-languageserver';
import { occurrenceAt } from '../analysis/occurrence-at.ts';
import { explain } from '../explain/explain.ts';
import { explainEntry } from '../explain/explain-origins.ts';
import { likeliestOf } from '../explain/likeliest.ts';
import { listedEntries } from '../explain/listed-entries.ts';
import { codeActions } from '../features/code-actions.ts';
import { completion, documentOf, resolveCompletion } from '../features/completion.ts';
import { hover } from '../features/hover.ts';
import { type ExplainParams, explainPlace, listEntries } from '../protocol.ts';
import { answer, guarded } from './answer.ts';
import { answerCatalogActions } from './catalogs/answer-catalog-actions.ts';
import { catalogHover, describeCatalogEntry } from './catalogs/catalog-descriptions.ts';
import type { CatalogTexts } from './catalogs/catalog-texts.ts';
import { writtenEntries } from './catalogs/entry-places.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { diagnose } from './diagnose.ts';
import type { Workspace } from './workspace.ts';

/** Connects the features to the requests that ask for them. */
export function answerRequests(
	connection: Connection,
	workspace: Workspace,
	abilities: ClientAbilities,
	texts: CatalogTexts,
): void {
	const { analyzer } = workspace;

	const hoverCode = answer<HoverParams, Hover | null>(workspace, 'Hover', null, async (state, { position }) => {
		const { document, settings, context } = state;
		const analysis = settings.hovers ? await analyzer.analyze(document, context) : undefined;
		const options = { verbosity: settings.hoverVerbosity, format: abilities.hoverFormat };
		return analysis ? hover(analysis, document.offsetAt(position), options) : null;
	});
	const hoverCatalog = guarded(workspace, 'Hover', undefined, (params: HoverParams) =>
		catalogHover(workspace, texts, params, abilities.hoverFormat),
	);
	connection.onHover(async (params, token) => (await hoverCatalog(params)) ?? hoverCode(params, token));

	connection.onCompletion(
		answer<TextDocumentPositionParams, CompletionItem[]>(workspace, 'Completion', [], async (state, { position }) => {
			const { document, settings, context } = state;
			if (!settings.completions) return [];
			const site = await analyzer.labelSite(document, document.offsetAt(position), context);
			return site ? completion(document, site, abilities.completion) : [];
		}),
	);
	connection.onCompletionResolve(async (item) => {
		const uri = documentOf(item);
		if (uri === undefined) return item;
		return resolveCompletion(item, await workspace.catalogsFor(uri), abilities.completionFormat);
	});

	const actionsInCode = answer<CodeActionParams, CodeAction[]>(
		workspace,
		'Code actions',
		[],
		async (state, { range, context }) => {
			const { document, settings } = state;
			const diagnosis = settings.codeActions ? await diagnose(workspace, state) : undefined;
			if (!diagnosis) return [];
			const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
			return codeActions(diagnosis, span, {
				only: context.only,
				shown: context.diagnostics,
				versioned: abilities.versionedEdits,
				snippets: abilities.snippetEdits,
			});
		},
	);
	connection.onCodeAction(async (params, token) => {
		return (await answerCatalogActions(workspace, params, abilities)) ?? actionsInCode(params, token);
	});

	const explainCode = answer<ExplainParams, string>(
		workspace,
		'Explanation',
		'Nothing is known here.',
		async (state, { position }) => {
			const analysis = await workspace.analyze(state);
			if (!analysis) return 'This file could not be read.';
			const { document, settings } = state;
			const offset = document.offsetAt(position);
			const meanings = occurrenceAt(analysis, offset)?.occurrence.meanings ?? [];
			const written = await writtenEntries(likeliestOf(meanings, analysis.catalogs), texts);
			return explain({ analysis, offset, ...settings.choice, settings, written });
		},
	);
	const explainCatalog = guarded(workspace, 'Explanation', undefined, (params: ExplainParams) =>
		describeCatalogEntry(workspace, texts, params, explainEntry),
	);
	connection.onRequest(explainPlace, async (params: ExplainParams, token: CancellationToken) => {
		return (await explainCatalog(params)) ?? explainCode(params, token);
	});
	connection.onRequest(listEntries, async () => listedEntries(await workspace.allCatalogs()));
}
