import type { ClientCapabilities } from 'vscode-languageserver';

/** A client that supports nothing optional. */
export const plainClient: ClientCapabilities = {};

/** A client that supports all that the server can use. */
export const ableClient: ClientCapabilities = {
	workspace: {
		configuration: true,
		workspaceFolders: true,
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true },
		diagnostics: { refreshSupport: true },
		workspaceEdit: { documentChanges: true, snippetEditSupport: true },
		symbol: { tagSupport: { valueSet: [1] }, resolveSupport: { properties: ['location.range'] } },
	},
	textDocument: {
		definition: { linkSupport: true },
		rename: { prepareSupport: true },
		hover: { contentFormat: ['markdown', 'plaintext'] },
		completion: {
			completionItem: {
				snippetSupport: true,
				insertReplaceSupport: true,
				insertTextModeSupport: { valueSet: [1, 2] },
				documentationFormat: ['markdown', 'plaintext'],
				deprecatedSupport: true,
				tagSupport: { valueSet: [1] },
				resolveSupport: { properties: ['documentation'] },
			},
		},
		codeAction: {
			codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
			isPreferredSupport: true,
		},
		diagnostic: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
		publishDiagnostics: {
			relatedInformation: true,
			codeDescriptionSupport: true,
			tagSupport: { valueSet: [1, 2] },
			versionSupport: true,
		},
	},
};
