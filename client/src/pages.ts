import { commands, type Disposable, EventEmitter, type ExtensionContext, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExplainParams, explainPlace, type ListedEntry, listEntries } from '../../server/src/protocol.ts';

const scheme = 'api-errors';

/** Where the rules' pages are; diagnostics link to a rule's page by its name. */
export const rulePages = `${scheme}:/rules/`;

/** What a page shows; it is written into the page's address, so that pages outlive a reload of the window. */
type Subject = { readonly place: ExplainParams } | { readonly entry: { readonly api: string; readonly value: string } };

export interface Pages extends Disposable {
	/** Shows all that is known about a place, beside the editor. */
	showPlace(name: string, place: ExplainParams): Promise<void>;
	/** Shows the description of an entry. */
	showEntry(entry: ListedEntry): Promise<void>;
}

/** Read-only Markdown documents: explanations, entries, the rules' pages. */
export function createPages(context: ExtensionContext, client: BaseLanguageClient): Pages {
	const changed = new EventEmitter<Uri>();
	const registrations = [
		changed,
		workspace.registerTextDocumentContentProvider(scheme, {
			onDidChange: changed.event,
			provideTextDocumentContent: (uri) => readPage(context, client, uri),
		}),
		window.onDidChangeActiveTextEditor((editor) => {
			const uri = editor?.document.uri;
			if (uri?.scheme === scheme) void commands.executeCommand('markdown.reopenAsPreview', uri);
		}),
	];

	async function show(name: string, subject: Subject, command: string): Promise<void> {
		const uri = Uri.from({ scheme, path: `/${name.replaceAll('/', ' ')}.md`, query: JSON.stringify(subject) });
		changed.fire(uri);
		try {
			await commands.executeCommand(command, uri);
		} catch {
			await window.showTextDocument(uri, { preview: true });
		}
	}

	return {
		showPlace: (name, place) => show(name, { place }, 'markdown.showPreviewToSide'),
		showEntry: (entry) => show(`${entry.value} (${entry.api})`, { entry: pick(entry) }, 'markdown.showPreview'),
		dispose: () => registrations.forEach((registration) => void registration.dispose()),
	};
}

function pick({ api, value }: ListedEntry) {
	return { api, value };
}

async function readPage(context: ExtensionContext, client: BaseLanguageClient, uri: Uri): Promise<string> {
	if (uri.query === '') {
		const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
		const bytes = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', 'rules', name));
		return new TextDecoder().decode(bytes);
	}
	const subject = JSON.parse(uri.query) as Subject;
	await client.start();
	if ('place' in subject) return client.sendRequest<string>(explainPlace, subject.place);
	const entries = await client.sendRequest<readonly ListedEntry[]>(listEntries);
	const found = entries.find(({ api, value }) => api === subject.entry.api && value === subject.entry.value);
	return found?.description ?? `${subject.entry.value} is no longer in a catalog.`;
}
