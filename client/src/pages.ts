import {
	commands,
	Disposable,
	EventEmitter,
	type ExtensionContext,
	extensions,
	type FileChangeEvent,
	FileChangeType,
	FileSystemError,
	type FileSystemProvider,
	FileType,
	Uri,
	ViewColumn,
	window,
	workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExplainParams, explainPlace, type ListedEntry, listEntries } from '../../server/src/protocol.ts';

const scheme = 'api-errors';

/** Where the rules' pages are; diagnostics link to a rule's page by its name. */
export const rulePages = `${scheme}:/rules/`;
/** Where the catalogs that come with us are; definitions lead into them. */
export const catalogPages = `${scheme}:/catalogs/`;

/** What a page shows; its address says it, so that nothing has to be kept. */
type Subject = { readonly place: ExplainParams } | { readonly entry: Pick<ListedEntry, 'api' | 'value'> };

/** Our own catalogs, as documents that the server is to know. */
export const catalogDocuments = { scheme, pattern: '**/catalogs/*.json' };

export interface Pages extends Disposable {
	/** Shows all that is known about a place, beside the editor. */
	showPlace(name: string, place: ExplainParams): Promise<void>;
	/** Shows the description of an entry. */
	showEntry(entry: ListedEntry): Promise<void>;
}

/** What we ship is read from, by the folder that it has here; nothing else of the extension is shown. */
const shipped: Readonly<Record<string, readonly string[]>> = {
	rules: ['dist', 'rules'],
	catalogs: ['dist', 'assets', 'catalogs'],
	schemas: ['dist', 'assets', 'schemas'],
};

/**
 * Read-only files that only VS Code sees: explanations, entries, and what we ship for reading, which is the rules' pages,
 * our own catalogs, and the schemas that the `$schema` of a catalog or a project file names.
 */
export function createPages(context: ExtensionContext, client: BaseLanguageClient): Pages {
	const changed = new EventEmitter<FileChangeEvent[]>();
	const files = pageFiles(changed, async (uri) => {
		return isShipped(uri) ? readShipped(context, uri) : readSubject(client, JSON.parse(uri.query));
	});
	const registrations = Disposable.from(
		changed,
		workspace.registerFileSystemProvider(scheme, files, { isReadonly: true, isCaseSensitive: true }),
		window.onDidChangeActiveTextEditor((editor) => {
			const uri = editor?.document.uri;
			if (uri?.scheme === scheme && uri.path.endsWith('.md')) void showRendered(uri, ViewColumn.Active);
		}),
	);

	async function show(name: string, subject: Subject, column: ViewColumn): Promise<void> {
		const uri = Uri.from({ scheme, path: `/${name.replaceAll('/', ' ')}.md`, query: JSON.stringify(subject) });
		changed.fire([{ type: FileChangeType.Changed, uri }]);
		await showRendered(uri, column);
	}

	return {
		showPlace: (name, place) => show(name, { place }, ViewColumn.Beside),
		showEntry: ({ api, value }) => show(`${value} (${api})`, { entry: { api, value } }, ViewColumn.Active),
		dispose: () => registrations.dispose(),
	};
}

/** Shows Markdown as it is meant to be read; where VS Code's own preview is not there, as text. */
export async function showRendered(uri: Uri, viewColumn: ViewColumn): Promise<void> {
	const options = { viewColumn, preview: true };
	if (await isRendered())
		await commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor', options);
	else await window.showTextDocument(uri, options);
}

/** Whether Markdown is shown rendered: VS Code's own preview may be switched off, or not be there. */
export async function isRendered(): Promise<boolean> {
	const markdown = extensions.getExtension('vscode.markdown-language-features');
	if (!markdown) return false;
	return Promise.resolve(markdown.activate()).then(
		() => true,
		() => false,
	);
}

/** A link in a page leads to what we ship with the page's own query behind it; pages themselves are in no folder. */
function isShipped({ path }: Uri): boolean {
	return path.lastIndexOf('/') > 0;
}

async function readShipped(context: ExtensionContext, uri: Uri): Promise<Uint8Array> {
	const [, folder = '', name = ''] = /^\/(\w+)\/([\w.-]+)$/.exec(uri.path) ?? [];
	const place = Object.hasOwn(shipped, folder) ? shipped[folder] : undefined;
	if (!place) throw FileSystemError.FileNotFound(uri);
	return workspace.fs.readFile(Uri.joinPath(context.extensionUri, ...place, name));
}

async function readSubject(client: BaseLanguageClient, subject: Subject): Promise<Uint8Array> {
	await client.start();
	const text =
		'place' in subject
			? withLinksToFollow(await client.sendRequest<string>(explainPlace, subject.place))
			: await describeEntry(client, subject.entry);
	return new TextEncoder().encode(text);
}

/**
 * Markdown with its links to files as the preview follows them: to a page of ours from where all of them are, to a file
 * from the folder of the workspace. To anything else it follows none, and shows the text alone.
 */
export function withLinksToFollow(markdown: string): string {
	// The address stands bare, or between angle brackets, where it may have parentheses.
	const links =
		/\[((?:[^[\]\\]|\\.)*)\]\((?!<?https?:)(?:<([a-z][\w+.-]*:[^<>\s#]+)(#L\d+)?>|([a-z][\w+.-]*:[^()\s#]+)(#L\d+)?)\)/gi;
	return markdown.replace(links, (_, text: string, bracketed?: string, itsLine = '', bare = '', line = '') => {
		const uri = Uri.parse(bracketed ?? bare);
		const [first] = workspace.workspaceFolders ?? [];
		const isInFirst = first !== undefined && workspace.getWorkspaceFolder(uri) === first;
		const path = isInFirst ? `/${workspace.asRelativePath(uri, false)}` : uri.path.slice(1);
		return isInFirst || uri.scheme === scheme ? `[${text}](<${encodeURI(path)}${itsLine}${line}>)` : text;
	});
}

async function describeEntry(client: BaseLanguageClient, wanted: Pick<ListedEntry, 'api' | 'value'>): Promise<string> {
	const entries = await client.sendRequest<readonly ListedEntry[]>(listEntries);
	const found = entries.find(({ api, value }) => api === wanted.api && value === wanted.value);
	return found?.description ?? `${wanted.value} is no longer in a catalog.`;
}

/** A file system that only reads. */
function pageFiles(
	changed: EventEmitter<FileChangeEvent[]>,
	readFile: (uri: Uri) => Promise<Uint8Array>,
): FileSystemProvider {
	const refuse = () => {
		throw FileSystemError.NoPermissions('This page is read-only.');
	};
	return {
		onDidChangeFile: changed.event,
		watch: () => new Disposable(() => {}),
		// What is made anew may say something else each time; what is shipped stays as it is.
		stat: (uri) => ({ type: FileType.File, ctime: 0, mtime: isShipped(uri) ? 0 : Date.now(), size: 0 }),
		readDirectory: () => [],
		readFile,
		createDirectory: refuse,
		writeFile: refuse,
		delete: refuse,
		rename: refuse,
	};
}
