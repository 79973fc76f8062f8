import { Disposable, EventEmitter, Uri, workspace } from 'vscode';

/** The scheme of texts that exist in VS Code alone. */
export const keptScheme = 'api-errors-view';

/** Read-only texts that exist as long as this window does: previews, pages that were asked for. */
export interface KeptTexts extends Disposable {
	/** The address of a text; its name is what the tab shows. */
	keep(name: string, text: string): Uri;
	forget(uri: Uri): void;
}

/** Makes a place for texts. */
export function createKeptTexts(): KeptTexts {
	const texts = new Map<string, string>();
	const changed = new EventEmitter<Uri>();
	let count = 0;
	const provider = workspace.registerTextDocumentContentProvider(keptScheme, {
		onDidChange: changed.event,
		provideTextDocumentContent: (uri) =>
			texts.get(`${uri}`) ?? 'This text was there until the window was closed. Run the command again to see it.\n',
	});
	return {
		keep(name, text) {
			count += 1;
			const uri = Uri.from({ scheme: keptScheme, path: `/${name.replaceAll('/', ' ')}`, query: `${count}` });
			texts.set(`${uri}`, text);
			return uri;
		},
		forget: (uri) => void texts.delete(`${uri}`),
		dispose: () => Disposable.from(provider, changed).dispose(),
	};
}
