import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientCapabilities, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { readCatalogFile } from '../../server/src/catalogs/files/catalog-file.ts';
import { ableClient } from '../support/capabilities.ts';
import { goodText } from '../support/catalog-workspace-files.ts';
import type { Link } from '../support/connect.ts';
import type { OpenDocument } from '../support/open-document.ts';
import { startClient, type TestClient } from '../support/test-client.ts';
import { type Asking, startAsking } from './asking.ts';
import { catalogPlaces, type Roots, type StartDocument, startDocuments, startFiles } from './start-files.ts';

/** All that decides what a server says: another one that is given the same says the same. */
export interface Snapshot {
	/** Whether the server pushes diagnostics, to an editor that does not ask for any. */
	readonly isPushed: boolean;
	readonly roots: Roots;
	/** The user's files, by URI. */
	readonly files: ReadonlyMap<string, string>;
	readonly open: readonly StartDocument[];
	/** The folders of the workspace. */
	readonly folders: readonly string[];
	readonly settings: unknown;
}

/** A workspace in an editor, and the server that is told what happens there. */
export interface World {
	readonly roots: Roots;
	readonly isPushed: boolean;
	readonly client: TestClient;
	readonly asking: Asking;
	readonly files: Map<string, string>;
	readonly open: Map<string, OpenDocument>;
	readonly languageIds: Map<string, string>;
	/** Where somebody types in a document. */
	readonly cursors: Map<string, number>;
	/** The text of a document before its last change. */
	readonly before: Map<string, string>;
	folders: readonly string[];
	settings: unknown;
	/** What the server pushed last, by URI. */
	readonly pushed: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** A client that does not ask for diagnostics. */
const takingClient: ClientCapabilities = {
	...ableClient,
	textDocument: Object.fromEntries(
		Object.entries(ableClient.textDocument ?? {}).filter(([name]) => name !== 'diagnostic'),
	),
};

/** The workspace before anything happens. */
export function firstSnapshot(roots: Roots, isPushed: boolean): Snapshot {
	return {
		...{ roots, isPushed },
		files: startFiles(roots),
		open: startDocuments(roots),
		folders: [roots.disk, roots.virtual],
		settings: {},
	};
}

/** The workspace as it is now. */
export function snapshotOf({ roots, isPushed, files, open, languageIds, folders, settings }: World): Snapshot {
	const documents = [...open].map(([uri, document]) => {
		return { uri, languageId: languageIds.get(uri) ?? '', text: document.text() };
	});
	return { roots, isPushed, files: new Map(files), open: documents, folders, settings };
}

/** Writes the files to the disk, in place of all that is there. */
export function layOut({ roots, files }: Snapshot): void {
	rmSync(fileURLToPath(roots.disk), { recursive: true, force: true });
	for (const [uri, text] of files) writeToDisk(uri, text);
}

/** Opens the workspace on a new server; its files must be on the disk. */
export async function openWorld(link: Link, snapshot: Snapshot): Promise<World> {
	const { roots, isPushed, files, open, folders, settings } = snapshot;
	const pushed = new Map<string, readonly Diagnostic[]>();
	const client = await startClient(link, {
		capabilities: isPushed ? takingClient : ableClient,
		initializationOptions: { readFile: true, readFolder: true, documentStatus: true },
		configuration: settings,
		files: Object.fromEntries(files),
		roots: { rootUri: null, workspaceFolders: folders.map((uri) => ({ uri, name: uri })) },
	});
	link.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
		pushed.set(params.uri, params.diagnostics);
	});
	const world: World = {
		...{ roots, isPushed, client, asking: startAsking(link.connection), files: new Map(files), open: new Map() },
		...{ languageIds: new Map(), cursors: new Map(), before: new Map(), folders, settings, pushed },
	};
	for (const document of open) openDocument(world, document);
	return world;
}

export function openDocument({ client, open, languageIds }: World, { uri, languageId, text }: StartDocument): void {
	if (open.has(uri)) return;
	open.set(uri, client.open(text, { uri, languageId }));
	languageIds.set(uri, languageId);
}

/** Closes a document; what the disk has counts again. */
export async function closeDocument({ open, cursors, before }: World, uri: string): Promise<void> {
	const document = open.get(uri);
	open.delete(uri);
	cursors.delete(uri);
	before.delete(uri);
	await document?.close();
}

/** Writes a file, and tells of it. */
export async function write({ client, files }: World, uri: string, text: string): Promise<void> {
	files.set(uri, text);
	writeToDisk(uri, text);
	await client.write(uri, text);
}

/** Removes a file or a folder, and tells of it. */
export async function remove({ client, files }: World, uri: string): Promise<void> {
	for (const file of [...files.keys()]) if (file === uri || file.startsWith(`${uri}/`)) files.delete(file);
	if (uri.startsWith('file:')) rmSync(fileURLToPath(uri), { recursive: true, force: true });
	await client.remove(uri);
}

export async function configure(world: World, settings: unknown): Promise<void> {
	world.settings = settings;
	await world.client.configure(settings);
}

/** Takes a folder into the workspace, or out of it. */
export async function toggleFolder(world: World, uri: string): Promise<void> {
	const isIn = world.folders.includes(uri);
	const change = [{ uri, name: uri }];
	world.folders = isIn ? world.folders.filter((folder) => folder !== uri) : [...world.folders, uri];
	const event = isIn ? { added: [], removed: change } : { added: change, removed: [] };
	await world.client.link.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
}

/** Brings broken catalogs into order: what was said before counts no longer, which only an older server knows. */
export async function mend(world: World): Promise<void> {
	for (const uri of catalogPlaces(world.roots)) {
		const text = world.files.get(uri);
		if (text !== undefined && isBroken(uri, text)) await write(world, uri, goodText(uri));
		const document = world.open.get(uri);
		if (document && isBroken(uri, document.text())) await document.replaceAll(goodText(uri));
	}
}

function isBroken(uri: string, text: string): boolean {
	const { data, layer } = readCatalogFile(uri, text);
	return uri.endsWith('api-errors.json') ? data.faults.length > 0 : layer === undefined;
}

function writeToDisk(uri: string, text: string): void {
	if (!uri.startsWith('file:')) return;
	const file = fileURLToPath(uri);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
}
