import { type Connection, DidChangeConfigurationNotification, type InitializeParams } from 'vscode-languageserver';
import { Analyzer } from '../analysis/analyzer.ts';
import { builtinCatalogs } from '../catalog/builtin/index.ts';
import { codeIdOf, findModuleInCode } from '../containers/readable.ts';
import type { ClientFiles, FolderEntry, Host } from '../host/host.ts';
import { isModuleConfiguration } from '../languages/find-modules.ts';
import { languages } from '../languages/index.ts';
import {
	type InitializationOptions,
	type ReadFileParams,
	type ReadFolderParams,
	readFile,
	readFolder,
} from '../protocol.ts';
import { CodeReader } from '../syntax/code-reader.ts';
import { version } from '../version.ts';
import { answerNavigation } from './answer-navigation.ts';
import { answerRequests } from './answer-requests.ts';
import { capabilitiesFor } from './capabilities.ts';
import { answerCatalogRequests } from './catalogs/catalog-requests.ts';
import { CatalogTexts } from './catalogs/catalog-texts.ts';
import { deliverCatalogProblems } from './catalogs/deliver-catalog-problems.ts';
import { type ClientAbilities, readAbilities } from './client-abilities.ts';
import { answerCoverageRequests } from './coverage-request.ts';
import { type Delivery, deliverDiagnostics } from './deliver-diagnostics.ts';
import { foldersOf } from './folders-of.ts';
import { followFiles } from './follow-files.ts';
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
			log: (message) => logTo(connection, message),
			client: {
				readFile: options.readFile ? (uri) => askForFile(connection, uri) : undefined,
				readFolder: options.readFolder ? (uri, withLinks) => askForFolder(connection, uri, withLinks) : undefined,
			},
		});
		const reader = new CodeReader(languages, (name) => host.readAsset(name), undefined, host.unoptimized);
		const workspace = makeWorkspace(connection, host, reader, params, abilities, options);
		const delivery = deliverDiagnostics(connection, workspace, {
			abilities,
			status: options.documentStatus === true,
			diagnostic: {
				...abilities.diagnostic,
				rulePages: abilities.diagnostic.codeDescription ? options.rulePages : undefined,
			},
		});
		const pages = options.catalogPages;
		const texts = new CatalogTexts({ host, pages, readFile: (uri, largest) => workspace.readText(uri, largest) });
		answerRequests(connection, workspace, abilities, texts);
		answerNavigation(connection, workspace, abilities, texts);
		answerCatalogRequests(connection, workspace, reader);
		answerCoverageRequests(connection, workspace, (folder, isWanted) => host.filesBelow?.(folder, isWanted));
		deliverCatalogProblems(connection, workspace, abilities, () => delivery.refreshCatalogs());
		followChanges(connection, workspace, abilities, delivery);
		workspace.documents.listen(connection);
		return { capabilities: capabilitiesFor(abilities), serverInfo: { name: 'api-errors-language-server', version } };
	});
	connection.listen();
}

/** A client that has gone reads no log. */
function logTo({ console }: Connection, message: string): void {
	try {
		console.log(message);
	} catch {}
}

function makeWorkspace(
	connection: Connection,
	host: Host,
	reader: CodeReader,
	params: InitializeParams,
	abilities: ClientAbilities,
	options: InitializationOptions,
): Workspace {
	const report = logOnce(host.log);
	const ask = (scopeUri: string) => connection.workspace.getConfiguration({ scopeUri, section: 'apiErrors' });
	const readFolder = (uri: string, withLinks: boolean) => host.readFolder(uri, withLinks);
	return new Workspace({
		analyzer: new Analyzer(reader),
		catalogs: builtinCatalogs,
		settings: new SettingsStore(abilities.configuration ? ask : undefined, options.settings, report),
		readFile: (uri, largest) => host.readFile(uri, largest),
		readFolder,
		languageIdOf: codeIdOf,
		findModuleIn: findModuleInCode,
		isConfiguration: isModuleConfiguration,
		folders: foldersOf(params),
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
	const watchFiles = followFiles(connection, workspace, abilities, delivery);
	connection.onInitialized(() => {
		watchFiles();
		if (abilities.configurationRegistration)
			connection.client
				.register(DidChangeConfigurationNotification.type, { section: 'apiErrors' })
				.catch((error: unknown) => workspace.report(`The client refused to tell of changed settings: ${error}`));
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
	workspace.documents.onDidOpen(({ document }) => workspace.open(document));
	workspace.documents.onDidClose(({ document }) => workspace.close(document.uri));
}

async function askForFile(connection: Connection, uri: string): Promise<string> {
	const params: ReadFileParams = { uri };
	const text: unknown = await connection.sendRequest(readFile, params);
	if (typeof text !== 'string') throw new Error(`The client has no text for ${uri}`);
	return text;
}

async function askForFolder(connection: Connection, uri: string, withLinks = false): Promise<readonly FolderEntry[]> {
	const params: ReadFolderParams = { uri, ...(withLinks && { withLinks }) };
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
	const [rulePages, catalogPages, assets] = [options.rulePages, options.catalogPages, options.assets].map(text);
	return {
		documentStatus: options.documentStatus === true,
		readFile: options.readFile === true,
		readFolder: options.readFolder === true,
		...(rulePages !== undefined && { rulePages }),
		...(catalogPages !== undefined && { catalogPages }),
		...(assets !== undefined && { assets }),
		settings: options.settings,
	};
}
