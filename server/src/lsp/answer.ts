import {
	type CancellationToken,
	LSPErrorCodes,
	ResponseError,
	type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { DocumentState, Workspace } from './workspace.ts';

/**
 * Turns a feature into a request handler: finds the document, honours cancellation, and never lets an error out.
 * A document that is not open, of another language, switched off, or changed meanwhile is answered with `nothing`.
 */
export function answer<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
	workspace: Workspace,
	name: string,
	nothing: Result,
	feature: (state: DocumentState, params: Params) => Promise<Result> | Result,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError> {
	return async (params, token) => {
		const { uri } = params.textDocument;
		try {
			const state = await workspace.stateOf(uri);
			if (token.isCancellationRequested) return cancelled();
			if (!state?.settings.enable || !workspace.reads(state.document.languageId)) return nothing;
			const { version } = state.document;
			const result = await feature(state, params);
			if (token.isCancellationRequested) return cancelled();
			return state.document.version === version ? result : nothing;
		} catch (error) {
			workspace.report(`${name} of ${uri} failed: ${error instanceof Error ? error.stack : error}`);
			return nothing;
		}
	};
}

function cancelled(): ResponseError {
	return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
