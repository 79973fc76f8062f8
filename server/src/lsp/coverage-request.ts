import {
	type CancellationToken,
	type Connection,
	LSPErrorCodes,
	ResponseError,
	WorkDoneProgress,
} from 'vscode-languageserver';
import { gatherCoverage, type NamedCoverage } from '../coverage/coverage.ts';
import { coverageIn } from '../coverage/file-coverage.ts';
import { coveragePage } from '../coverage/page/page.ts';
import { withSlash } from '../project/places.ts';
import { type CoverageParams, coveragePageOf } from '../protocol.ts';
import { pathInFolders } from '../settings-by-file.ts';
import type { Workspace } from './workspace.ts';

/** Milliseconds of work after which the client is heard: it may have had enough. */
const longestWork = 50;

/** How far a search is. */
type Progress = (message: string) => void;

/** Connects the page of what a folder handles to the request that asks for it. */
export function answerCoverageRequests(connection: Connection, workspace: Workspace): void {
	connection.onRequest(coveragePageOf, async (params: CoverageParams, token) => {
		const { workDoneToken } = params;
		const progress = (message: string) => {
			if (workDoneToken === undefined) return;
			void connection.sendProgress(WorkDoneProgress.type, workDoneToken, { kind: 'report', message });
		};
		const page = await answerCoverage(workspace, params, progress, token);
		return page ?? new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
	});
}

/** Undefined where the client has had enough. */
async function answerCoverage(
	workspace: Workspace,
	{ uri: folder, name, nonce }: CoverageParams,
	progress: Progress,
	token: CancellationToken,
): Promise<string | undefined> {
	const within = `${withSlash(folder)}-`;
	const settings = await workspace.settings.of(within);
	const files = await workspace.sources(within, () => true);
	const found: NamedCoverage[] = [];
	const addresses = new Map<string, string>();
	let heard = performance.now();
	for (const [index, file] of files.entries()) {
		if (performance.now() - heard > longestWork) {
			progress(`${index} of ${files.length} files`);
			await new Promise((resolve) => setTimeout(resolve));
			heard = performance.now();
		}
		if (token.isCancellationRequested) return undefined;
		const own = await workspace.settings.ofOther(file.uri, settings);
		if (!own.enable || own.choice.excludedBy !== undefined) continue;
		const path = pathInFolders(file.uri, [folder]);
		addresses.set(path, file.uri);
		const all = (await workspace.analyzeFile(file, settings)).map((analysis) => coverageIn(analysis, own));
		found.push({ path, apis: all.flatMap(({ apis }) => apis), places: all.flatMap(({ places }) => places) });
	}
	return coveragePage(gatherCoverage(found, files.length), {
		subtitle: name,
		policy: `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`,
		nonce,
		addressOf: (path, { line, column }) => {
			const address = addresses.get(path);
			return address && `${address}#${line},${column}`;
		},
	});
}
