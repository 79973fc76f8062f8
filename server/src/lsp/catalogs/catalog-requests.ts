import { type Connection, LSPErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageserver';
import { exportFormats } from '../../export/index.ts';
import {
	type DiffCatalogsParams,
	diffCatalogs,
	type ExportCatalogParams,
	exportCatalog,
	type ImportCatalogParams,
	importCatalog,
	type ListCatalogsParams,
	listCatalogs,
} from '../../protocol.ts';
import type { CodeReader } from '../../syntax/code-reader.ts';
import type { Workspace } from '../workspace.ts';
import { answerDiff } from './diff-request.ts';
import { answerImport } from './import-request.ts';
import { listedCatalogs } from './list-request.ts';

/**
 * Connects what is done with whole catalogs to the requests that ask for it.
 * @param reader parses sources that are code
 */
export function answerCatalogRequests(connection: Connection, workspace: Workspace, reader: CodeReader): void {
	connection.onRequest(importCatalog, (params: ImportCatalogParams) => answerImport(params, reader));
	connection.onRequest(listCatalogs, (params: ListCatalogsParams) => listedCatalogs(workspace, params?.uri));
	connection.onRequest(exportCatalog, async ({ id, uri, format }: ExportCatalogParams) => {
		const catalogs = await (uri === undefined ? workspace.allCatalogs() : workspace.catalogsFor(uri));
		const catalog = catalogs.byId(id);
		return (catalog && exportFormats.find(({ name }) => name === format)?.write(catalog)) ?? null;
	});
	connection.onRequest(diffCatalogs, async (params: DiffCatalogsParams, token) => {
		const { workDoneToken } = params;
		const progress = (message: string) => {
			if (workDoneToken === undefined) return;
			void connection.sendProgress(WorkDoneProgress.type, workDoneToken, { kind: 'report', message });
		};
		const page = await answerDiff(workspace, params, progress, token);
		return token.isCancellationRequested
			? new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
			: page;
	});
}
