import { type Disposable, DocumentLink, languages, Range, Uri } from 'vscode';
import { keptScheme } from './kept-texts.ts';

/**
 * Makes the links of our pages lead where they should where a page is shown as text. VS Code itself would take the
 * address of a file for one on the machine that shows the window, which is another where one works on a remote machine.
 */
export function followPageLinks(): Disposable {
	return languages.registerDocumentLinkProvider(
		{ scheme: keptScheme, language: 'markdown' },
		{
			provideDocumentLinks: (page) =>
				[...page.getText().matchAll(/\]\(<([^>\s]+)>\)/g)].map(({ index, 1: address = '' }) => {
					const start = page.positionAt(index + '](<'.length);
					const end = page.positionAt(index + '](<'.length + address.length);
					return new DocumentLink(new Range(start, end), Uri.parse(address));
				}),
		},
	);
}
