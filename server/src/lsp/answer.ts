import {
	type CancellationToken,
	LSPErrorCodes,
	type Position,
	type Range,
	ResponseError,
	type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { documentAt } from '../containers/documents-in.ts';
import type { DocumentState, Workspace } from './workspace.ts';

/** What asks about a place, or about a range, of which the start counts. */
type PlacedParams = { readonly textDocument: TextDocumentIdentifier } & (
	| { readonly position: Position }
	| { readonly range: Range }
);

/**
 * Turns a feature into a request handler: finds the document, or the code in it at the place, honours cancellation, and never lets an error out.
 * A document that is not open, of another language, switched off, or changed meanwhile is answered with `nothing`.
 */
export function answer<Params extends PlacedParams, Result>(
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
			if (!state?.settings.enable) return nothing;
			const { document: open, parts } = state;
			const { version } = open;
			const document = documentAt(parts, open.offsetAt('position' in params ? params.position : params.range.start));
			if (!document || !workspace.reads(document.languageId)) return nothing;
			const result = await feature({ ...state, document }, params);
			if (token.isCancellationRequested) return cancelled();
			return open.version === version ? result : nothing;
		} catch (error) {
			workspace.report(`${name} of ${uri} failed: ${error instanceof Error ? error.stack : error}`);
			return nothing;
		} finally {
			workspace.release(uri);
		}
	};
}

/** The same for what is asked of no document of code, or of a catalog: an error is logged, and the answer `nothing`. */
export function guarded<Params, Result>(
	workspace: Workspace,
	name: string,
	nothing: Result,
	feature: (params: Params) => Promise<Result>,
): (params: Params) => Promise<Result> {
	return async (params) => {
		try {
			return await feature(params);
		} catch (error) {
			workspace.report(`${name} failed: ${error instanceof Error ? error.stack : error}`);
			return nothing;
		}
	};
}

function cancelled(): ResponseError {
	return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
