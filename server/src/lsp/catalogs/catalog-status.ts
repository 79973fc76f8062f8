import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CatalogReport, faultIn, sentenceFor } from '../../catalogs/files/catalog-report.ts';
import { keyOf } from '../../project/places.ts';
import type { CatalogTrouble, DocumentStatus } from '../../protocol.ts';
import type { Workspace } from '../workspace.ts';

/** What is wrong with the catalogs that count for a document, and what a document says that is one itself. */
export async function catalogStatusOf(
	workspace: Workspace,
	uri: string,
): Promise<Pick<DocumentStatus, 'catalog' | 'catalogs'>> {
	const { catalogs } = workspace;
	const reports = await catalogs.reportsFor(uri);
	const wrongNames = await catalogs.wrongNamesFor(uri);
	const troubles = [
		...reports.flatMap(troubleOf),
		...wrongNames.map((wrong) => ({ message: `apiErrors.catalogs: ${wrong}` })),
	];
	const own = catalogs.isCatalog(uri) ? reports.find((report) => keyOf(report.uri) === keyOf(uri)) : undefined;
	const catalog = own && describe(own);
	return {
		...(troubles.length > 0 && { catalogs: troubles }),
		...(catalog !== undefined && { catalog }),
	};
}

function troubleOf(report: CatalogReport): readonly CatalogTrouble[] {
	const fault = faultIn(report);
	const message = sentenceFor(report);
	// Nobody here mends what a package brings; the log tells of it.
	if (!fault || message === undefined || report.isOfPackage) return [];
	const { line, character } = TextDocument.create(report.uri, '', 0, report.text).positionAt(fault.start);
	return [{ message, uri: report.uri, line, character }];
}

/** A catalog in a few words; a project's file is none. */
function describe({ file }: CatalogReport): string | undefined {
	const layer = file?.layer;
	if (!layer) return undefined;
	const { entries } = layer;
	return `${layer.name ?? layer.id ?? 'Additions'}: ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} in this file`;
}
