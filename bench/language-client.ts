import {
	type ClientCapabilities,
	type CompletionItem,
	type CompletionList,
	CompletionTriggerKind,
	type Diagnostic,
	type Hover,
	type InitializeResult,
	type Position,
	type ProtocolConnection,
	type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { type DiagnosticsSource, pulledDiagnostics, pushedDiagnostics } from './diagnostics-source.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import type { ServerCommand } from './servers.ts';

/** A language server as an editor uses it. */
export interface LanguageClient {
	readonly pid: number;
	/** Opens a TypeScript document in its first version. */
	open(uri: string, text: string): OpenDocument;
	stop(): Promise<void>;
}

/** A document that the server knows. What is asked is about its newest version; all rejects when the server ends. */
export interface OpenDocument {
	change(change: TextDocumentContentChangeEvent): Promise<void>;
	hover(position: Position): Promise<Hover | null>;
	completion(position: Position): Promise<readonly CompletionItem[]>;
	/** What the server says of this version: asked for where it can be asked, else waited for. */
	diagnostics(): Promise<readonly Diagnostic[]>;
	close(): Promise<void>;
}

const capabilities: ClientCapabilities = {
	workspace: {
		configuration: true,
		workspaceFolders: true,
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true },
		diagnostics: { refreshSupport: true },
	},
	textDocument: {
		synchronization: { didSave: true },
		hover: { contentFormat: ['markdown', 'plaintext'] },
		completion: {
			contextSupport: true,
			completionItem: {
				snippetSupport: true,
				insertReplaceSupport: true,
				labelDetailsSupport: true,
				documentationFormat: ['markdown', 'plaintext'],
				resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
			},
			completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
		},
		codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
		diagnostic: { relatedDocumentSupport: false },
		publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
	},
	general: { positionEncodings: ['utf-16'] },
};

/** Starts a server for the folder at `folderUri` and initializes it. Rejects when the server ends before that. */
export async function startClient(command: ServerCommand, folder: string, folderUri: string): Promise<LanguageClient> {
	const server = startServer(command, folder);
	const { connection } = server;
	const pushes = pushedDiagnostics(connection);
	answerServer(connection);
	const { capabilities: offered } = await server.withServer(() =>
		connection.sendRequest<InitializeResult>('initialize', {
			processId: process.pid,
			rootUri: folderUri,
			workspaceFolders: [{ uri: folderUri, name: 'bench' }],
			capabilities,
		}),
	);
	await server.withServer(() => connection.sendNotification('initialized', {}));
	const source = offered.diagnosticProvider === undefined ? pushes : pulledDiagnostics(connection);
	const versions = { newest: 0 };
	return { pid: server.pid, open: (uri, text) => openDocument(server, source, versions, uri, text), stop: server.stop };
}

/** Answers what servers ask of an editor with nothing, which stands for its defaults. */
function answerServer(connection: ProtocolConnection): void {
	connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => null));
	for (const method of ['client/registerCapability', 'client/unregisterCapability', 'workspace/diagnostic/refresh']) {
		connection.onRequest(method, () => null);
	}
	connection.onUnhandledNotification(() => undefined);
	connection.listen();
}

/** Versions rise over all documents of a client, so that nothing said late of a closed one counts for the next. */
function openDocument(
	{ connection, withServer }: ServerProcess,
	source: DiagnosticsSource,
	versions: { newest: number },
	uri: string,
	text: string,
): OpenDocument {
	const textDocument = { uri };
	let version = ++versions.newest;
	source.forget(uri);
	const ask = <Result>(method: string, parameters: object): Promise<Result> =>
		withServer(() => connection.sendRequest<Result>(method, { textDocument, ...parameters }));
	const tell = (method: string, parameters: object): Promise<void> =>
		withServer(() => connection.sendNotification(method, parameters));

	const opened = tell('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version, text } });
	// The first question fails for the same reason as this message, and says so.
	opened.catch(() => undefined);
	return {
		change(change) {
			version = ++versions.newest;
			return tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
		},
		hover: (position) => ask<Hover | null>('textDocument/hover', { position }),
		async completion(position) {
			const answer = await ask<CompletionItem[] | CompletionList | null>('textDocument/completion', {
				position,
				context: { triggerKind: CompletionTriggerKind.Invoked },
			});
			return Array.isArray(answer) ? answer : (answer?.items ?? []);
		},
		diagnostics: () => withServer(() => source.read(uri, version)),
		close: () => tell('textDocument/didClose', { textDocument }),
	};
}
