import { type ClientCapabilities, InsertTextMode, MarkupKind } from 'vscode-languageserver';

import type { CompletionOptions } from '../features/completion.ts';

/** What the client can do beyond what every client can. */
export interface ClientAbilities {
	/** It can be asked for its settings. */
	readonly configuration: boolean;
	readonly configurationRegistration: boolean;
	readonly watchedFilesRegistration: boolean;
	/** It can be asked for more documents than it sends from the start. */
	readonly synchronizationRegistration: boolean;
	readonly codeActionRegistration: boolean;
	readonly workspaceFolders: boolean;
	readonly hoverFormat: MarkupKind;
	readonly completionFormat: MarkupKind;
	readonly completion: CompletionOptions;
	/** It asks for diagnostics by itself. */
	readonly pullDiagnostics: boolean;
	readonly diagnosticsRefresh: boolean;
	readonly diagnostic: {
		readonly tags: boolean;
		readonly relatedInformation: boolean;
		readonly codeDescription: boolean;
		readonly version: boolean;
	};
	/** It takes code actions with edits, not only commands. */
	readonly codeActions: boolean;
	readonly versionedEdits: boolean;
	readonly snippetEdits: boolean;
	/** It takes links that say which words lead where. */
	readonly definitionLinks: boolean;
	/** It asks whether something can be renamed before a new name is typed, and shows why not. */
	readonly renamePreparation: boolean;
	readonly symbols: {
		readonly tags: boolean;
		/** It asks for the range of a symbol once that is chosen. */
		readonly rangesLater: boolean;
	};
}

/** Reads what the client says of itself at the start; what it does not say, it cannot do. */
export function readAbilities({ workspace, textDocument }: ClientCapabilities): ClientAbilities {
	const item = textDocument?.completion?.completionItem;
	const pushed = textDocument?.publishDiagnostics;
	const pulled = textDocument?.diagnostic;
	const shown = pulled ?? pushed;
	return {
		configuration: workspace?.configuration === true,
		configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		watchedFilesRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		synchronizationRegistration: textDocument?.synchronization?.dynamicRegistration === true,
		codeActionRegistration: textDocument?.codeAction?.dynamicRegistration === true,
		workspaceFolders: workspace?.workspaceFolders === true,
		hoverFormat: formatOf(textDocument?.hover?.contentFormat),
		completionFormat: formatOf(item?.documentationFormat),
		completion: {
			snippets: item?.snippetSupport === true,
			insertReplace: item?.insertReplaceSupport === true,
			indents: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) === true,
			tags: item?.tagSupport !== undefined,
			deprecated: item?.deprecatedSupport === true,
		},
		pullDiagnostics: pulled !== undefined,
		diagnosticsRefresh: workspace?.diagnostics?.refreshSupport === true,
		diagnostic: {
			tags: (shown?.tagSupport ?? pushed?.tagSupport) !== undefined,
			relatedInformation: (shown?.relatedInformation ?? pushed?.relatedInformation) === true,
			codeDescription: (shown?.codeDescriptionSupport ?? pushed?.codeDescriptionSupport) === true,
			version: pushed?.versionSupport === true,
		},
		codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
		versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
		snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
		definitionLinks: textDocument?.definition?.linkSupport === true,
		renamePreparation: textDocument?.rename?.prepareSupport === true,
		symbols: {
			tags: workspace?.symbol?.tagSupport !== undefined,
			rangesLater: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
		},
	};
}

/** The client names the formats that it can show, the one that it likes best first. */
function formatOf(formats: readonly MarkupKind[] | undefined): MarkupKind {
	return (
		formats?.find((format) => format === MarkupKind.Markdown || format === MarkupKind.PlainText) ?? MarkupKind.PlainText
	);
}
