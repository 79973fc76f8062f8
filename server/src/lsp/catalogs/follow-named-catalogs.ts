import {
	CodeActionKind,
	CodeActionRequest,
	type Connection,
	DidChangeTextDocumentNotification,
	DidChangeWatchedFilesNotification,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	type Disposable,
	type DocumentSelector,
	TextDocumentSyncKind,
} from 'vscode-languageserver';
import { catalogEndings } from '../../catalog-globs.ts';
import { hasCatalogEnding, isCatalogPlace } from '../../catalogs/files/catalog-names.ts';
import { folderAround, keyOf } from '../../project/places.ts';
import type { ClientAbilities } from '../client-abilities.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Asks the client to tell of catalogs that count because a path names them: what becomes of their files, and what is
 * written in them. Those that are where catalogs are by convention are followed from the start.
 * @returns what to call when other files may count
 */
export function followNamedCatalogs(
	connection: Connection,
	workspace: Workspace,
	abilities: ClientAbilities,
): () => Promise<void> {
	const watched = registration(workspace.report);
	const shown = registration(workspace.report);
	return async () => {
		const { named, folders } = workspace.catalogs;
		const paths = named.flatMap((uri) => globsOf(uri, folders));
		if (abilities.watchedFilesRegistration) {
			await watched.change(paths.sort(), () => [
				connection.client.register(DidChangeWatchedFilesNotification.type, {
					watchers: paths.map((globPattern) => ({ globPattern })),
				}),
			]);
		}
		if (!abilities.synchronizationRegistration) return;
		const reports = await workspace.catalogs.reports();
		const others = reports.filter(({ uri, isOfPackage }) => !isOfPackage && !isCatalogPlace(uri));
		const documents = others.map(({ uri }) => globOf(uri, folders)).sort();
		await shown.change(documents, () => register(connection, documents, abilities));
	};
}

function register(connection: Connection, patterns: readonly string[], abilities: ClientAbilities) {
	const documentSelector: DocumentSelector = patterns.map((pattern) => ({ pattern }));
	const { client } = connection;
	return [
		client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
		client.register(DidChangeTextDocumentNotification.type, {
			documentSelector,
			syncKind: TextDocumentSyncKind.Incremental,
		}),
		client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
		...(abilities.codeActionRegistration
			? [client.register(CodeActionRequest.type, { documentSelector, codeActionKinds: [CodeActionKind.QuickFix] })]
			: []),
	];
}

/** What is registered for some globs, until these are others. */
function registration(report: (message: string) => void) {
	let known = '';
	let registered: readonly Promise<Disposable>[] = [];
	return {
		async change(globs: readonly string[], register: () => readonly Promise<Disposable>[]): Promise<void> {
			const key = globs.join('\n');
			if (key === known) return;
			known = key;
			const before = registered;
			registered = globs.length > 0 ? register() : [];
			try {
				await Promise.all(registered);
				for (const one of before) (await one).dispose();
			} catch (error) {
				report(`The client refused to tell of catalogs that are named by paths: ${error}`);
			}
		},
	};
}

/** The globs of a file; or of a folder and the catalogs in it. */
function globsOf(uri: string, folders: readonly string[]): readonly string[] {
	const glob = globOf(uri.replace(/\/$/, ''), folders);
	return hasCatalogEnding(uri) ? [glob] : [glob, `${glob}/*.{${catalogEndings.join()}}`];
}

/** A glob for a file by its path in the workspace; signs that mean something in globs stand for any. */
function globOf(uri: string, folders: readonly string[]): string {
	const folder = folderAround(uri, folders);
	const path = folder === undefined ? keyOf(uri).replace(/^.*\//, '') : keyOf(uri).slice(keyOf(folder).length);
	return `**/${path.replaceAll(/[*?[\]{}!,]/g, '?')}`;
}
