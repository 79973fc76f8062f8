import type {
	ClientCapabilities,
	Diagnostic,
	InitializeParams,
	InitializeResult,
	PublishDiagnosticsParams,
	ServerCapabilities,
} from 'vscode-languageserver';
import {
	type DocumentStatus,
	documentStatus,
	type ReadFolderAnswer,
	readFile,
	readFolder,
} from '../../server/src/protocol.ts';
import type { Link } from './connect.ts';
import { type OpenDocument, openDocument } from './open-document.ts';

export interface ClientOptions {
	readonly capabilities?: ClientCapabilities;
	readonly initializationOptions?: unknown;
	/** What the client answers when it is asked for the settings. */
	readonly configuration?: unknown;
	/** The user's files, by URI. */
	readonly files?: Readonly<Record<string, string>>;
	/** What it says of the folders that it has open, in place of `folder`. */
	readonly roots?: Pick<InitializeParams, 'rootPath' | 'rootUri' | 'workspaceFolders'>;
}

/** An editor, as far as a server sees it. */
export interface TestClient {
	readonly link: Link;
	readonly server: ServerCapabilities;
	/** What the server logged: an empty log means that nothing went wrong. */
	readonly log: readonly string[];
	/** The methods that the server registered for. */
	readonly registered: readonly string[];
	/** The status that the server told last, by URI. */
	readonly statuses: ReadonlyMap<string, DocumentStatus>;
	/** How often the server asked for its diagnostics to be pulled again. */
	refreshes(): number;
	open(text: string, as?: { readonly uri?: string; readonly languageId?: string }): OpenDocument;
	/** Changes the settings, as a user does. */
	configure(configuration: unknown): Promise<void>;
	/** Changes a file beside the open documents. */
	write(uri: string, text: string): Promise<void>;
	/** Removes a file or a folder. */
	remove(uri: string): Promise<void>;
	/** Waits until the diagnostics that the server pushed for the document fit. */
	pushed(uri: string, fits: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
	stop(): Promise<void>;
}

/** The folder that the client has open. */
export const folder = 'test:///project';

/** Uses a client on a new server, and ends both. */
export async function withClient(
	link: Link,
	options: ClientOptions,
	use: (client: TestClient) => Promise<void>,
): Promise<void> {
	const client = await startClient(link, options);
	try {
		await use(client);
	} finally {
		await client.stop();
	}
}

/** Starts a client on a new server. */
export async function startClient(link: Link, options: ClientOptions = {}): Promise<TestClient> {
	const { connection } = link;
	const files = new Map(Object.entries(options.files ?? {}));
	const pushes = watchPushes(link);
	const log: string[] = [];
	const registered: string[] = [];
	const statuses = new Map<string, DocumentStatus>();
	let configuration = options.configuration;
	let refreshes = 0;
	let opened = 0;

	connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
		log.push(message);
	});
	connection.onNotification(documentStatus, (status: DocumentStatus) => {
		statuses.set(status.uri, status);
	});
	connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
		items.map(() => configuration ?? null),
	);
	connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
		registered.push(...registrations.map(({ method }) => method));
	});
	connection.onRequest('client/unregisterCapability', () => null);
	connection.onRequest('workspace/diagnostic/refresh', () => {
		refreshes++;
	});
	connection.onRequest(readFile, ({ uri }: { uri: string }) => files.get(uri) ?? Promise.reject(new Error('No file')));
	connection.onRequest(readFolder, ({ uri }: { uri: string }) => entriesBelow(uri, files));
	connection.listen();

	const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
		processId: null,
		...(options.roots ?? { rootUri: folder, workspaceFolders: [{ uri: folder, name: 'project' }] }),
		capabilities: options.capabilities ?? {},
		initializationOptions: options.initializationOptions,
	});
	await connection.sendNotification('initialized', {});

	return {
		link,
		server: capabilities,
		log,
		registered,
		statuses,
		refreshes: () => refreshes,
		open(text, { uri = `${folder}/src/file-${++opened}.ts`, languageId = 'typescript' } = {}) {
			return openDocument(connection, uri, languageId, text);
		},
		async configure(changed) {
			configuration = changed;
			const settings = options.capabilities?.workspace?.configuration ? null : { apiErrors: changed };
			await connection.sendNotification('workspace/didChangeConfiguration', { settings });
		},
		async write(uri, text) {
			files.set(uri, text);
			await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
		},
		async remove(uri) {
			for (const file of files.keys()) if (file === uri || file.startsWith(`${uri}/`)) files.delete(file);
			await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
		},
		pushed: pushes,
		async stop() {
			await connection.sendRequest('shutdown');
			await link.end();
		},
	};
}

/** What a folder has, as the paths of the files say. */
function entriesBelow(uri: string, files: ReadonlyMap<string, string>): ReadFolderAnswer {
	const folder = uri.endsWith('/') ? uri : `${uri}/`;
	const entries = new Map<string, boolean>();
	for (const file of files.keys()) {
		if (!file.startsWith(folder)) continue;
		const [name = '', ...below] = file.slice(folder.length).split('/');
		entries.set(name, below.length > 0);
	}
	return [...entries].map(([name, isFolder]) => ({ name, isFolder }));
}

/** Remembers what the server pushed last, and tells those who wait for something. */
function watchPushes({ connection }: Link): TestClient['pushed'] {
	const latest = new Map<string, readonly Diagnostic[]>();
	const waiting = new Set<() => void>();
	connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
		latest.set(uri, diagnostics);
		for (const look of waiting) look();
	});
	return (uri, fits) =>
		new Promise((resolve) => {
			const look = () => {
				const diagnostics = latest.get(uri);
				if (!diagnostics || !fits(diagnostics)) return;
				waiting.delete(look);
				resolve(diagnostics);
			};
			waiting.add(look);
			look();
		});
}
