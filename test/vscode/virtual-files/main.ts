import vscode from 'vscode';
import { memoryFiles } from './memory-files.ts';

/** Provides a workspace of which there is nothing on any disk, as VS Code for the web does for a repository. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	const address = context.extensionUri.with({ path: '/tests/workspace.json' }).toString(true);
	const files: Record<string, string> = await (await fetch(address)).json();
	context.subscriptions.push(
		vscode.workspace.registerFileSystemProvider('vscode-vfs', memoryFiles(files), { isCaseSensitive: true }),
	);
}
