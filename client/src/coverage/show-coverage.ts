import {
	commands,
	Disposable,
	Position,
	Range,
	Uri,
	ViewColumn,
	type WebviewPanel,
	type WorkspaceFolder,
	window,
	workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CoverageParams, coveragePageOf } from '../../../server/src/protocol.ts';
import { longRequest } from '../catalogs/request.ts';

/** Registers the command that shows which errors the code of a folder handles, and where. */
export function registerCoverage(client: BaseLanguageClient): Disposable {
	const panels = new Map<string, WebviewPanel>();

	function panelFor({ uri, name }: WorkspaceFolder): WebviewPanel {
		const key = `${uri}`;
		const known = panels.get(key);
		if (known) return known;
		const options = { enableScripts: true, enableFindWidget: true, localResourceRoots: [] };
		const panel = window.createWebviewPanel('apiErrors.coverage', `Coverage: ${name}`, ViewColumn.Active, options);
		panels.set(key, panel);
		panel.onDidDispose(() => panels.delete(key));
		panel.webview.onDidReceiveMessage((message) => open(message));
		return panel;
	}

	async function show(): Promise<void> {
		const folder = await chooseFolder();
		if (!folder) return;
		const { name } = folder;
		const uri = client.code2ProtocolConverter.asUri(folder.uri);
		const params: CoverageParams = { uri, name, nonce: crypto.randomUUID() };
		try {
			const title = `Looking at how ${name} handles API errors`;
			const page = await longRequest<string>(client, title, coveragePageOf, params);
			if (page === undefined) return;
			const panel = panelFor(folder);
			panel.webview.html = page;
			panel.reveal();
		} catch (error) {
			void window.showErrorMessage(
				`The coverage could not be shown: ${error instanceof Error ? error.message : error}`,
			);
		}
	}

	const close = () => {
		for (const panel of panels.values()) panel.dispose();
	};
	return Disposable.from(commands.registerCommand('apiErrors.showCoverage', show), { dispose: close });
}

/** The folder to look at; where several are open, the user says which. */
async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
	const [folder, ...others] = workspace.workspaceFolders ?? [];
	if (others.length > 0) return window.showWorkspaceFolderPick({ placeHolder: 'Which folder is to be looked at?' });
	if (!folder) void window.showInformationMessage('Open a folder to see which API errors its code handles.');
	return folder;
}

/** Opens a place of a file beside the page: `{ open: 'file:///a/b.ts#12,3' }`. Only files of the workspace are opened. */
async function open(message: unknown): Promise<void> {
	const address = typeof message === 'object' && message !== null && 'open' in message ? message.open : undefined;
	const [, target, line, column] = /^([^#]+)#(\d+),(\d+)$/.exec(typeof address === 'string' ? address : '') ?? [];
	if (target === undefined) return;
	const uri = Uri.parse(target);
	if (!workspace.getWorkspaceFolder(uri)) return;
	const at = new Position(Number(line) - 1, Number(column) - 1);
	await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, selection: new Range(at, at) });
}
