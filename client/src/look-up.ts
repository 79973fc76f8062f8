import { env, type QuickInputButton, type QuickPickItem, type TextEditor, ThemeIcon, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { searchEntries, summarize } from '../../server/src/explain/search-entries.ts';
import { type ListedEntry, listEntries } from '../../server/src/protocol.ts';
import type { Pages } from './pages.ts';

interface EntryItem extends QuickPickItem {
	readonly entry: ListedEntry;
}

const openDocumentation: QuickInputButton = {
	iconPath: new ThemeIcon('link-external'),
	tooltip: 'Open the documentation',
};
const copy: QuickInputButton = { iconPath: new ThemeIcon('copy'), tooltip: 'Copy' };
const insert: QuickInputButton = { iconPath: new ThemeIcon('insert'), tooltip: 'Insert at the cursor' };

/** Lets the user search all entries by code, status and words; choosing one shows its page. */
export async function lookUp(client: BaseLanguageClient, pages: Pages, apisInPlay: readonly string[]): Promise<void> {
	const editor = window.activeTextEditor;
	const picker = window.createQuickPick<EntryItem>();
	picker.title = 'Look Up API Error';
	picker.placeholder = 'A code, a status, or words of the description';
	picker.busy = true;
	picker.onDidHide(() => picker.dispose());
	picker.show();

	const entries = inPlayFirst(await readEntries(client, () => picker.hide()), apisInPlay);
	const fill = () => {
		picker.items = searchEntries(entries, picker.value).map((entry) => toItem(entry, editor));
	};
	picker.onDidChangeValue(fill);
	picker.onDidAccept(() => {
		const [chosen] = picker.selectedItems;
		picker.hide();
		if (chosen) void pages.showEntry(chosen.entry);
	});
	picker.onDidTriggerItemButton(({ item, button }) => {
		picker.hide();
		void act(button, item.entry, editor);
	});
	fill();
	const atCursor = entryAtCursor(entries, editor);
	if (atCursor && picker.value === '') picker.activeItems = picker.items.filter(({ entry }) => entry === atCursor);
	picker.busy = false;
}

async function readEntries(client: BaseLanguageClient, hide: () => void): Promise<readonly ListedEntry[]> {
	try {
		await client.start();
		return await client.sendRequest<readonly ListedEntry[]>(listEntries);
	} catch (error) {
		hide();
		throw error;
	}
}

function inPlayFirst(entries: readonly ListedEntry[], apisInPlay: readonly string[]): readonly ListedEntry[] {
	const isInPlay = ({ api }: ListedEntry) => apisInPlay.includes(api);
	return [...entries.filter(isInPlay), ...entries.filter((entry) => !isInPlay(entry))];
}

/** The entry that the selected text or the word at the cursor stands for. */
function entryAtCursor(entries: readonly ListedEntry[], editor: TextEditor | undefined): ListedEntry | undefined {
	if (!editor) return undefined;
	const { document, selection } = editor;
	const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
	const text = range && document.getText(range);
	return entries.find(({ value }) => value === text);
}

function toItem(entry: ListedEntry, editor: TextEditor | undefined): EntryItem {
	const { value, status, api, required, url } = entry;
	const statusText = status === undefined || String(status) === value ? [] : [String(status)];
	return {
		entry,
		label: value,
		description: [...statusText, api, ...(required ? ['must be handled'] : [])].join(' · '),
		detail: summarize(entry),
		alwaysShow: true,
		buttons: [...(url ? [openDocumentation] : []), copy, ...(editor ? [insert] : [])],
	};
}

async function act(button: QuickInputButton, entry: ListedEntry, editor: TextEditor | undefined): Promise<void> {
	if (button === openDocumentation && entry.url) await env.openExternal(Uri.parse(entry.url));
	if (button === copy) await env.clipboard.writeText(entry.value);
	if (button === insert && editor) await insertAtCursor(entry, editor);
}

/** Replaces the selection by the code; only the code's text where the quotes are already there. */
async function insertAtCursor(entry: ListedEntry, editor: TextEditor): Promise<void> {
	const { document, selections } = editor;
	await editor.edit((edit) => {
		for (const selection of selections) {
			const line = document.lineAt(selection.start.line).text;
			const before = line.charAt(selection.start.character - 1);
			const isQuoted =
				/['"`]/.test(before) && document.lineAt(selection.end.line).text[selection.end.character] === before;
			edit.replace(selection, isQuoted ? entry.value : entry.insert);
		}
	});
}
