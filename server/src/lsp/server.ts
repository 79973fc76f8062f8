import {
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type InitializeParams,
} from 'vscode-languageserver';
import { Analyzer } from '../analysis/analyzer.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import { buildCatalogIndex } from '../catalog/catalog-index.ts';
import type { ClientFiles, FolderEntry, Host } from '../host/host.ts';
import { languages } from '../languages/index.ts';
import { isManifest, manifestGlob } from '../manifests.ts';
import {
	type InitializationOptions,
	type ReadFileParams,
	type ReadFolderParams,
	readFile,
	readFolder,
} from '../protocol.ts';
import { CodeReader } from '../syntax/code-reader.ts';
import { version } from '../version.ts';
import { answerRequests } from './answer-requests.ts';
import { capabilitiesFor } from './capabilities.ts';
import { type ClientAbilities, readAbilities } from './client-abilities.ts';
import { type Delivery, deliverDiagnostics } from './deliver-diagnostics.ts';
import { logOnce } from './log-once.ts';
import { SettingsStore } from './settings-store.ts';
import { Workspace } from './workspace.ts';

/** What a host is made with: what the client said at its start, its log, and the way to its files. */
export interface ClientSide {
	readonly options: InitializationOptions;
	readonly log: (message: string) => void;
	readonly client: ClientFiles;
}

/** Serves one client until it goes. The host is made when the client has said what it can. */
export function startServer(connection: Connection, makeHost: (client: ClientSide) => Host): void {
	connection.onInitialize((params) => {
		const options = readOptions(params.initializationOptions);
		const abilities = readAbilities(params.capabilities);
		const host = makeHost({
			options,
			log: (message) => connection.console.log(message),
			client: {
				readFile: options.readFile ? (uri) => askForFile(connection, uri) : undefined,
				readFolder: options.readFolder ? (uri) => askForFolder(connection, uri) : undefined,
			},
		});
		const workspace = makeWorkspace(connection, host, params, abilities, options);
		const delivery = deliverDiagnostics(connection, workspace, {
			abilities,
			status: options.documentStatus === true,
			diagnostic: {
				...abilities.diagnostic,
				rulePages: abilities.diagnostic.codeDescription ? options.rulePages : undefined,
			},
		});
		answerRequests(connection, workspace, abilities);
		followChanges(connection, workspace, abilities, delivery);
		workspace.documents.listen(connection);
		return { capabilities: capabilitiesFor(abilities), serverInfo: { name: 'api-errors-language-server', version } };
	});
	connection.listen();
}

function makeWorkspace(
	connection: Connection,
	host: Host,
	{ workspaceFolders, rootUri }: InitializeParams,
	abilities: ClientAbilities,
	options: InitializationOptions,
): Workspace {
	const report = logOnce(host.log);
	const ask = (scopeUri: string) => connection.workspace.getConfiguration({ scopeUri, section: 'apiErrors' });
	const reader = new CodeReader(languages, (name) => host.readAsset(name));
	return new Workspace({
		analyzer: new Analyzer(reader),
		catalogs: buildCatalogIndex(builtinCatalogs),
		settings: new SettingsStore(abilities.configuration ? ask : undefined, options.settings, report),
		readFile: (uri) => host.readFile(uri),
		folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []),
		reads: (languageId) => reader.find(languageId) !== undefined,
		prepare: (languageId) => prepare(reader, languageId, report),
		report,
	});
}

/** Loads what a language needs while the settings of its first document are still asked for. */
function prepare(reader: CodeReader, languageId: string, report: (message: string) => void): void {
	const nothing = { mayMatter: () => false };
	reader
		.readOnce('', languageId, '', nothing)
		.catch((error: unknown) => report(`${languageId} cannot be read: ${error}`));
}

function followChanges(
	connection: Connection,
	workspace: Workspace,
	abilities: ClientAbilities,
	delivery: Delivery,
): void {
	const refused = (error: unknown) => workspace.report(`The client refused to tell of changes: ${error}`);
	connection.onInitialized(() => {
		const { client } = connection;
		if (abilities.configurationRegistration)
			client.register(DidChangeConfigurationNotification.type, { section: 'apiErrors' }).catch(refused);
		if (abilities.watchedFilesRegistration) {
			const watchers = [{ globPattern: manifestGlob }];
			client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
		}
		if (abilities.workspaceFolders)
			connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
				workspace.changeFolders(
					added.map(({ uri }) => uri),
					removed.map(({ uri }) => uri),
				);
				delivery.refresh();
			});
	});
	connection.onDidChangeConfiguration(({ settings }) => {
		workspace.changeSettings(settings?.apiErrors ?? settings);
		delivery.refresh();
	});
	connection.onDidChangeWatchedFiles(({ changes }) => {
		if (!changes.some(({ uri }) => isManifest(uri))) return;
		workspace.changeManifests();
		delivery.refresh();
	});
	workspace.documents.onDidOpen(({ document }) => workspace.prepare(document.languageId));
	workspace.documents.onDidClose(({ document }) => workspace.close(document.uri));
	// Without a watcher, a save is the next best sign that files have changed.
	if (!abilities.watchedFilesRegistration) workspace.documents.onDidSave(() => workspace.changeManifests());
}

async function askForFile(connection: Connection, uri: string): Promise<string> {
	const params: ReadFileParams = { uri };
	const text: unknown = await connection.sendRequest(readFile, params);
	if (typeof text !== 'string') throw new Error(`The client has no text for ${uri}`);
	return text;
}

async function askForFolder(connection: Connection, uri: string): Promise<readonly FolderEntry[]> {
	const params: ReadFolderParams = { uri };
	const entries: unknown = await connection.sendRequest(readFolder, params);
	if (!Array.isArray(entries)) throw new Error(`The client has no list of what is in ${uri}`);
	return entries.flatMap((entry: unknown): FolderEntry[] => {
		if (typeof entry !== 'object' || entry === null) return [];
		const { name, isFolder }: { readonly name?: unknown; readonly isFolder?: unknown } = entry;
		return typeof name === 'string' ? [{ name, isFolder: isFolder === true }] : [];
	});
}

/** Options come from any client, so nothing about them is sure. */
function readOptions(given: unknown): InitializationOptions {
	if (typeof given !== 'object' || given === null) return {};
	const options: { readonly [Name in keyof InitializationOptions]?: unknown } = given;
	const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
	const [rulePages, assets] = [text(options.rulePages), text(options.assets)];
	return {
		documentStatus: options.documentStatus === true,
		readFile: options.readFile === true,
		readFolder: options.readFolder === true,
		...(rulePages !== undefined && { rulePages }),
		...(assets !== undefined && { assets }),
		settings: options.settings,
	};
}
