import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver';
import { readCatalogFile } from '../../server/src/catalogs/files/catalog-file.ts';
import { listCatalogs, listEntries } from '../../server/src/protocol.ts';
import { ableClient } from './capabilities.ts';
import { catalogAddresses, codeFiles, goodText, otherFolder } from './catalog-workspace-files.ts';
import type { Link } from './connect.ts';
import type { OpenDocument } from './open-document.ts';
import { type ClientOptions, folder, startClient, type TestClient } from './test-client.ts';

/** A workspace with catalogs of every kind, some of them open, of which the server is told what happens. */
export interface CatalogWorkspace {
	readonly client: TestClient;
	readonly files: Map<string, string>;
	readonly open: Map<string, OpenDocument>;
	/** Whether the second folder is in the workspace. */
	hasOther: boolean;
	/** The setting. */
	named: readonly string[];
	/** What the server pushed last, by URI. */
	readonly pushed: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** Opens the workspace on a new server. */
export async function openWorkspace(link: Link, files: ReadonlyMap<string, string>): Promise<CatalogWorkspace> {
	const pushed = new Map<string, readonly Diagnostic[]>();
	const options: ClientOptions = {
		capabilities: ableClient,
		initializationOptions: { readFile: true, readFolder: true, documentStatus: true },
		configuration: { catalogs: [] },
		files: Object.fromEntries(files),
	};
	const client = await startClient(link, options);
	link.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
		pushed.set(params.uri, params.diagnostics);
	});
	return { client, files: new Map(files), open: new Map(), hasOther: false, named: [], pushed };
}

/** The same workspace on another server, as if nothing had happened before. */
export async function openAgain(link: Link, { files, open, hasOther, named }: CatalogWorkspace) {
	const again = await openWorkspace(link, files);
	if (hasOther) await changeOther(again);
	await again.client.configure({ catalogs: named });
	again.named = named;
	for (const [uri, document] of open) await openFile(again, uri, document.text());
	return again;
}

export async function write({ files, client }: CatalogWorkspace, uri: string, text: string): Promise<void> {
	files.set(uri, text);
	await client.write(uri, text);
}

/** Removes a file, or all that is in a folder. */
export async function remove({ files, client }: CatalogWorkspace, uri: string): Promise<void> {
	for (const file of [...files.keys()]) if (file === uri || file.startsWith(`${uri}/`)) files.delete(file);
	await client.remove(uri);
}

/** Opens a file; with what is in it, unless another text is given. */
export async function openFile({ client, files, open }: CatalogWorkspace, uri: string, text?: string): Promise<void> {
	const languageId = codeFiles.find((file) => file.uri === uri)?.languageId ?? (/ya?ml$/.test(uri) ? 'yaml' : 'json');
	if (!open.has(uri)) open.set(uri, client.open(text ?? files.get(uri) ?? '', { uri, languageId }));
}

/** Writes what an editor shows to the disk. */
export async function save(workspace: CatalogWorkspace, uri: string): Promise<void> {
	const document = workspace.open.get(uri);
	if (!document) return;
	await write(workspace, uri, document.text());
	await document.save();
}

/** Closes a document; what the disk has counts again. */
export async function closeFile({ open }: CatalogWorkspace, uri: string): Promise<void> {
	const document = open.get(uri);
	open.delete(uri);
	await document?.close();
}

/** Takes the second folder into the workspace, or out of it. */
export async function changeOther(workspace: CatalogWorkspace): Promise<void> {
	const change = [{ uri: otherFolder, name: 'other' }];
	const event = workspace.hasOther ? { added: [], removed: change } : { added: change, removed: [] };
	workspace.hasOther = !workspace.hasOther;
	const { connection } = workspace.client.link;
	await connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
}

export async function configure(workspace: CatalogWorkspace, named: readonly string[]): Promise<void> {
	workspace.named = named;
	await workspace.client.configure({ catalogs: named });
}

/** Asks something, and perhaps changes its mind. */
export function ask({ client, open }: CatalogWorkspace, which: number, isCancelled: boolean): Promise<unknown> {
	const document = [...open.values()][which % Math.max(1, open.size)];
	const { connection } = client.link;
	const source = new CancellationTokenSource();
	const textDocument = { uri: document?.uri ?? `${folder}/none.ts` };
	const code = document?.text().search(/ACME|RIVER|OWN/) ?? 0;
	const before = document?.text().slice(0, Math.max(0, code)).split('\n') ?? [''];
	const position = { line: before.length - 1, character: (before.at(-1) ?? '').length };
	const range = { start: { line: 0, character: 0 }, end: position };
	const params = {
		textDocument,
		position,
		range,
		context: { diagnostics: [], includeDeclaration: true },
		query: 'ACME',
	};
	const method = asked[which % asked.length] ?? 'textDocument/hover';
	const answer = connection.sendRequest<unknown>(method, params, source.token);
	if (isCancelled) source.cancel();
	return answer;
}

const asked = [
	...['textDocument/hover', 'textDocument/completion', 'textDocument/definition', 'textDocument/codeAction'],
	...['textDocument/diagnostic', 'textDocument/references', 'workspace/symbol', listEntries, listCatalogs],
	'apiErrors/explain',
];

/** Brings all that is broken into order: what was said before counts no longer, which only an older server knows. */
export async function mend(workspace: CatalogWorkspace): Promise<void> {
	const { files, open } = workspace;
	const isBroken = (uri: string, text: string) =>
		uri.endsWith('api-errors.json')
			? readCatalogFile(uri, text).data.faults.length > 0
			: readCatalogFile(uri, text).layer === undefined;
	for (const uri of catalogAddresses) {
		const text = files.get(uri);
		if (text !== undefined && isBroken(uri, text)) await write(workspace, uri, goodText(uri));
		const document = open.get(uri);
		if (document && isBroken(uri, document.text())) await document.replaceAll(goodText(uri));
	}
}

/** All that is said of the workspace, in an order of its own. */
export async function answersOf(workspace: CatalogWorkspace): Promise<string> {
	const { client, open, pushed } = workspace;
	const { connection } = client.link;
	const entries = (await connection.sendRequest<readonly { readonly api: string }[]>(listEntries)).filter(
		({ api }) => !['HTTP', 'Chatness'].includes(api),
	);
	const catalogs = await connection.sendRequest<readonly unknown[]>(listCatalogs, {});
	const symbols = await connection.sendRequest<readonly unknown[]>('workspace/symbol', { query: 'CODE' });
	const documents = [];
	for (const document of [...open.values()].sort((one, other) => (one.uri < other.uri ? -1 : 1)))
		documents.push([document.uri, await answersIn(document), client.statuses.get(document.uri)]);
	const problems = [...pushed].filter(([, found]) => found.length > 0).sort(([one], [other]) => (one < other ? -1 : 1));
	const all = { entries: sorted(entries), catalogs: sorted(catalogs), symbols: sorted(symbols), documents, problems };
	// Which version of a document an edit is for is no part of what is said.
	return JSON.stringify(all, (key, value: unknown) => (key === 'version' ? undefined : value), 1);
}

async function answersIn(document: OpenDocument): Promise<unknown> {
	const text = document.text();
	const places = [];
	for (const { index } of [...text.matchAll(/\w+_CODE_\d/g)].slice(0, 5)) {
		const hover = await document.hover(index + 1);
		const items = await document.complete(index + 1);
		places.push([hover, items, await document.definition(index + 1), await document.explain(index + 1)]);
	}
	const actions = await document.codeActions(0, text.length);
	return { places, diagnostics: await document.diagnostics(), actions };
}

function sorted(items: readonly unknown[]): readonly string[] {
	return items.map((item) => JSON.stringify(item)).sort();
}
