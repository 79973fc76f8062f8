import type {
	CodeAction,
	CodeActionParams,
	CompletionItem,
	Connection,
	Hover,
	Location,
	ReferenceParams,
	TextDocumentPositionParams,
} from 'vscode-languageserver';
import { codeActions } from '../features/code-actions.ts';
import { completion, documentOf, resolveCompletion } from '../features/completion.ts';
import { explain } from '../features/explain.ts';
import { hover } from '../features/hover.ts';
import { listedEntries } from '../features/listed-entries.ts';
import { type ExplainParams, explainPlace, listEntries } from '../protocol.ts';
import { answer } from './answer.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { diagnose } from './diagnose.ts';
import { findReferences } from './find-references.ts';
import type { Workspace } from './workspace.ts';

/** Connects the features to the requests that ask for them. */
export function answerRequests(connection: Connection, workspace: Workspace, abilities: ClientAbilities): void {
	const { analyzer } = workspace;

	connection.onHover(
		answer<TextDocumentPositionParams, Hover | null>(workspace, 'Hover', null, async (state, { position }) => {
			const { document, settings, context } = state;
			const analysis = settings.hovers ? await analyzer.analyze(document, context) : undefined;
			const options = { verbosity: settings.hoverVerbosity, format: abilities.hoverFormat };
			return analysis ? hover(analysis, document.offsetAt(position), options) : null;
		}),
	);

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

	connection.onCodeAction(
		answer<CodeActionParams, CodeAction[]>(workspace, 'Code actions', [], async (state, { range, context }) => {
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
		}),
	);

	connection.onReferences(async (params, token) => {
		const find = answer<ReferenceParams, Location[]>(workspace, 'References', [], async (state, { position }) => {
			const analysis = await workspace.analyze(state);
			const offset = state.document.offsetAt(position);
			return analysis ? findReferences(workspace, analysis, offset, state.settings, token) : [];
		});
		return find(params, token);
	});

	connection.onRequest(
		explainPlace,
		answer<ExplainParams, string>(workspace, 'Explanation', 'Nothing is known here.', async (state, { position }) => {
			const analysis = await workspace.analyze(state);
			if (!analysis) return 'This file could not be read.';
			const { document, settings, context } = state;
			return explain({ analysis, offset: document.offsetAt(position), told: context.told, settings });
		}),
	);
	connection.onRequest(listEntries, async () => listedEntries(await workspace.allCatalogs()));
}
