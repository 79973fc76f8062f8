import { commands, type ExtensionContext, FileType, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import {
	type BaseLanguageClient,
	type LanguageClientOptions,
	RevealOutputChannelOn,
	State,
} from 'vscode-languageclient';
import { catalogFileGlobs } from '../../server/src/catalog-globs.ts';
import { languageIds } from '../../server/src/language-ids.ts';
import {
	type InitializationOptions,
	type ReadFileParams,
	type ReadFolderAnswer,
	type ReadFolderParams,
	readFile,
	readFolder,
} from '../../server/src/protocol.ts';
import { registerCatalogCommands } from './catalogs/register-commands.ts';
import { registerCoverage } from './coverage/show-coverage.ts';
import { explain } from './explain.ts';
import { type KeepRunning, keepRunning } from './keep-running.ts';
import { lookUp } from './look-up.ts';
import { catalogDocuments, catalogPages, createPages, rulePages } from './pages.ts';
import { noWarningsInReadOnlyTexts } from './read-only.ts';
import { renameLeftToLanguages } from './rename.ts';
import { createStatusItem } from './status-item.ts';
import { onlyWhatIsSet } from './user-settings.ts';

/** The section of the user's settings. */
export const id = 'apiErrors';
export const name = 'API Errors';

/**
 * Starts the language client with all that stands around it; returns before the server runs.
 * @param createClient makes the client that reaches the server, in a process or in a worker
 */
export function start(
	context: ExtensionContext,
	createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): BaseLanguageClient {
	const log = window.createOutputChannel(name, { log: true });
	const running = keepRunning(log, () => void offerRestart());
	const client = createClient(clientOptions(context, log, running));
	const pages = createPages(context, client);
	const status = createStatusItem(client);
	context.subscriptions.push(
		log,
		running,
		pages,
		status,
		client.onRequest(readFile, ({ uri }: ReadFileParams) => readText(client.protocol2CodeConverter.asUri(uri))),
		client.onRequest(readFolder, ({ uri, withLinks }: ReadFolderParams) =>
			listFolder(client.protocol2CodeConverter.asUri(uri), withLinks),
		),
		commands.registerCommand('apiErrors.lookUp', () => lookUp(client, pages, status.apisInPlay())),
		commands.registerCommand('apiErrors.explain', () => explain(client, pages)),
		commands.registerCommand('apiErrors.restartServer', () => restart(client, running, log)),
		commands.registerCommand('apiErrors.showLog', () => log.show()),
		registerCatalogCommands(client),
		registerCoverage(client),
	);
	client.start().catch((error: unknown) => log.error('The server did not start.', error));
	return client;
}

function clientOptions(context: ExtensionContext, log: LogOutputChannel, running: KeepRunning): LanguageClientOptions {
	const initializationOptions: InitializationOptions = {
		documentStatus: true,
		readFile: true,
		readFolder: true,
		rulePages,
		catalogPages,
		assets: `${Uri.joinPath(context.extensionUri, 'dist', 'assets').toString(true)}/`,
	};
	return {
		documentSelector: [
			...languageIds.map((language) => ({ language })),
			...catalogFileGlobs.map((pattern) => ({ pattern })),
			catalogDocuments,
		],
		initializationOptions,
		outputChannel: log,
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		initializationFailedHandler: () => false,
		errorHandler: running.errorHandler,
		middleware: { ...noWarningsInReadOnlyTexts, ...renameLeftToLanguages, ...onlyWhatIsSet(id, context) },
		diagnosticPullOptions: { onChange: true },
		textSynchronization: { delayOpenNotifications: true },
	};
}

async function readText(uri: Uri): Promise<string> {
	return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** Who searches what is below leaves links out, which may lead in a circle. */
async function listFolder(uri: Uri, withLinks = false): Promise<ReadFolderAnswer> {
	// File systems of other extensions need not know a folder with a slash behind its name.
	const entries = await workspace.fs.readDirectory(uri.with({ path: uri.path.replace(/(?<=.)\/$/, '') }));
	return entries.flatMap(([name, type]) => {
		const kind = withLinks ? type & ~FileType.SymbolicLink : type;
		return kind === FileType.File || kind === FileType.Directory
			? [{ name, isFolder: kind === FileType.Directory }]
			: [];
	});
}

async function restart(client: BaseLanguageClient, running: KeepRunning, log: LogOutputChannel): Promise<void> {
	if (running.startNow()) return;
	if (client.state === State.Running) {
		await client.stop().catch((error: unknown) => log.warn('The server did not stop in time.', error));
	}
	await client.start();
}

async function offerRestart(): Promise<void> {
	const again = 'Start Again';
	const show = 'Show Log';
	const message = 'The server of API Error IntelliSense stopped too often and is not started again by itself.';
	const choice = await window.showErrorMessage(message, again, show);
	if (choice === again) await commands.executeCommand('apiErrors.restartServer');
	if (choice === show) await commands.executeCommand('apiErrors.showLog');
}
