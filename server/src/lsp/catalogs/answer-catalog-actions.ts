import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CatalogReport } from '../../catalogs/files/catalog-report.ts';
import type { ClientAbilities } from '../client-abilities.ts';
import type { Workspace } from '../workspace.ts';
import { catalogActions } from './catalog-problems.ts';

/** What can be done about the problems in a range of a catalog that is open; undefined where a document is none. */
export async function answerCatalogActions(
	workspace: Workspace,
	{ textDocument: { uri }, range, context }: CodeActionParams,
	abilities: ClientAbilities,
): Promise<CodeAction[] | undefined> {
	const document = workspace.documents.get(uri);
	if (!document || !workspace.catalogs.isCatalog(uri)) return undefined;
	try {
		const { enable, codeActions } = await workspace.settings.client.of(uri);
		const report = enable && codeActions ? await reportOn(workspace, document) : undefined;
		if (!report || report.text !== document.getText()) return [];
		const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
		const options = { only: context.only, shown: context.diagnostics, versioned: abilities.versionedEdits };
		return catalogActions(document, report.problems, span, options);
	} catch (error) {
		workspace.report(`Code actions of ${uri} failed: ${error instanceof Error ? error.stack : error}`);
		return [];
	}
}

/** What is known of the text as it is now, also where it was not looked at yet. */
async function reportOn({ catalogs }: Workspace, document: TextDocument): Promise<CatalogReport | undefined> {
	const known = await catalogs.reportOn(document.uri);
	if (known?.text === document.getText()) return known;
	catalogs.written(document.uri);
	return catalogs.reportOn(document.uri);
}
