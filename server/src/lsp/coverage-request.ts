import {
	type CancellationToken,
	type Connection,
	LSPErrorCodes,
	ResponseError,
	WorkDoneProgress,
} from 'vscode-languageserver';
import { readableIdOf } from '../containers/readable.ts';
import { gatherCoverage, type NamedCoverage } from '../coverage/coverage.ts';
import { coverageIn } from '../coverage/file-coverage.ts';
import { coveragePage } from '../coverage/page/page.ts';
import { childOf, withSlash } from '../project/places.ts';
import type { FileText } from '../project/project.ts';
import { type CoverageParams, coveragePageOf } from '../protocol.ts';
import { pathInFolders } from '../settings-by-file.ts';
import type { Workspace } from './workspace.ts';

/** Milliseconds of work after which the client is heard: it may have had enough. */
const longestWork = 50;

/** Bytes of the largest file that is read. */
const largestFile = 20_000_000;

/** How far a search is. */
type Progress = (message: string) => void;

/** The files below a folder that git does not ignore, as paths from it; undefined where nobody can say. */
type ListFiles = (
	folder: string,
	isWanted: (name: string) => boolean,
) => Promise<readonly string[] | undefined> | undefined;

/** Connects the page of what a folder handles to the request that asks for it. */
export function answerCoverageRequests(connection: Connection, workspace: Workspace, listFiles: ListFiles): void {
	connection.onRequest(coveragePageOf, async (params: CoverageParams, token) => {
		const { workDoneToken } = params;
		const progress = (message: string) => {
			if (workDoneToken === undefined) return;
			void connection.sendProgress(WorkDoneProgress.type, workDoneToken, { kind: 'report', message });
		};
		const page = await answerCoverage(workspace, params, { listFiles, progress, token });
		return page ?? new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
	});
}

interface Asked {
	readonly listFiles: ListFiles;
	readonly progress: Progress;
	readonly token: CancellationToken;
}

/** Undefined where the client has had enough. */
async function answerCoverage(
	workspace: Workspace,
	{ uri: folder, name, nonce }: CoverageParams,
	{ listFiles, progress, token }: Asked,
): Promise<string | undefined> {
	const settings = await workspace.settings.of(`${withSlash(folder)}-`);
	const files = await filesIn(folder, workspace, listFiles);
	const found: NamedCoverage[] = [];
	const addresses = new Map<string, string>();
	let looked = 0;
	let heard = performance.now();
	for (const [index, read] of files.entries()) {
		if (performance.now() - heard > longestWork) {
			progress(`${index} of ${files.length} files`);
			await new Promise((resolve) => setTimeout(resolve));
			heard = performance.now();
		}
		if (token.isCancellationRequested) return undefined;
		const file = await read();
		const own = file && (await workspace.settings.ofOther(file.uri, settings));
		if (!own || own.choice.excludedBy !== undefined) continue;
		looked++;
		if (!own.enable) continue;
		const path = pathInFolders(file.uri, [folder]);
		addresses.set(path, file.uri);
		const all = (await workspace.analyzeFile(file, settings)).map((analysis) => coverageIn(analysis, own));
		found.push({ path, apis: all.flatMap(({ apis }) => apis), places: all.flatMap(({ places }) => places) });
	}
	return coveragePage(gatherCoverage(found, looked), {
		subtitle: name,
		policy: `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`,
		nonce,
		addressOf: (path, { line, column }) => {
			const address = addresses.get(path);
			return address && `${address}#${line},${column}`;
		},
	});
}

/** Reads a file; undefined where it cannot be read. */
type ReadFile = () => Promise<FileText | undefined>;

/** The files that the command line would look at, or where there is no disk, those that are found otherwise. */
async function filesIn(folder: string, workspace: Workspace, listFiles: ListFiles): Promise<readonly ReadFile[]> {
	const root = withSlash(folder);
	const listed = await listFiles(root, (name) => readableIdOf(name) !== undefined);
	if (!listed) {
		const sources = await workspace.sources(`${root}-`, () => true);
		return sources.map((file) => async () => file);
	}
	return [...listed].sort().map((path) => async () => {
		const names = path.split('/');
		const uri = names.reduce((above, one, index) => childOf(above, one, index < names.length - 1), root);
		const text = await workspace.readText(uri, largestFile).catch(() => undefined);
		return text === undefined ? undefined : { uri, languageId: readableIdOf(path) ?? '', text };
	});
}
