import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { fixAllKind } from '../features/code-actions.ts';
import type { ClientAbilities } from './client-abilities.ts';

/**
 * What the server offers to a client. A space is a trigger because a value may follow `case `; where none may, the
 * answer is empty.
 */
export function capabilitiesFor(abilities: ClientAbilities): ServerCapabilities {
	return {
		positionEncoding: 'utf-16',
		textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
		hoverProvider: true,
		definitionProvider: true,
		referencesProvider: true,
		workspaceSymbolProvider: { resolveProvider: abilities.symbols.rangesLater },
		...(abilities.renamePreparation && { renameProvider: { prepareProvider: true } }),
		completionProvider: { triggerCharacters: ["'", '"', '`', ' '], resolveProvider: true },
		...(abilities.codeActions && { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }),
		...(abilities.pullDiagnostics && {
			diagnosticProvider: { identifier: 'api-errors', interFileDependencies: false, workspaceDiagnostics: false },
		}),
		...(abilities.workspaceFolders && {
			workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		}),
	};
}
