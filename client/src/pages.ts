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

/** What a page shows; its address says it, so that nothing has to be kept. */
type Subject = { readonly place: ExplainParams } | { readonly entry: Pick<ListedEntry, 'api' | 'value'> };

export interface Pages extends Disposable {
	/** Shows all that is known about a place, beside the editor. */
	showPlace(name: string, place: ExplainParams): Promise<void>;
	/** Shows the description of an entry. */
	showEntry(entry: ListedEntry): Promise<void>;
}

/** Read-only Markdown files that only VS Code sees: explanations, entries, the rules' pages. */
export function createPages(context: ExtensionContext, client: BaseLanguageClient): Pages {
	const changed = new EventEmitter<FileChangeEvent[]>();
	const files = pageFiles(changed, async (uri) => {
		return uri.query === '' ? readRulePage(context, uri) : readSubject(client, JSON.parse(uri.query));
	});
	const registrations = Disposable.from(
		changed,
		workspace.registerFileSystemProvider(scheme, files, { isReadonly: true, isCaseSensitive: true }),
		window.onDidChangeActiveTextEditor((editor) => {
			if (editor?.document.uri.scheme === scheme) void showRendered(editor.document.uri, ViewColumn.Active);
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
async function showRendered(uri: Uri, viewColumn: ViewColumn): Promise<void> {
	const options = { viewColumn, preview: true };
	if (await hasPreview())
		await commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor', options);
	else await window.showTextDocument(uri, options);
}

async function hasPreview(): Promise<boolean> {
	const markdown = extensions.getExtension('vscode.markdown-language-features');
	if (!markdown) return false;
	return Promise.resolve(markdown.activate()).then(
		() => true,
		() => false,
	);
}

async function readRulePage(context: ExtensionContext, uri: Uri): Promise<Uint8Array> {
	const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
	return workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', 'rules', name));
}

async function readSubject(client: BaseLanguageClient, subject: Subject): Promise<Uint8Array> {
	await client.start();
	const text =
		'place' in subject
			? await client.sendRequest<string>(explainPlace, subject.place)
			: await describeEntry(client, subject.entry);
	return new TextEncoder().encode(text);
}

async function describeEntry(client: BaseLanguageClient, wanted: Pick<ListedEntry, 'api' | 'value'>): Promise<string> {
	const entries = await client.sendRequest<readonly ListedEntry[]>(listEntries);
	const found = entries.find(({ api, value }) => api === wanted.api && value === wanted.value);
	return found?.description ?? `${wanted.value} is no longer in a catalog.`;
}

/** A file system that only reads, and whose files are made anew each time they are read. */
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
		stat: () => ({ type: FileType.File, ctime: 0, mtime: Date.now(), size: 0 }),
		readDirectory: () => [],
		readFile,
		createDirectory: refuse,
		writeFile: refuse,
		delete: refuse,
		rename: refuse,
	};
}
