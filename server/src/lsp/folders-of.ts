import type { InitializeParams } from 'vscode-languageserver';

/**
 * The folders that a client has open, as URIs: those of its workspace, else its root, which old clients give as a path
 * (LSP, initialize). Empty where it has single files open.
 */
export function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
	if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
	if (rootUri) return [rootUri];
	return rootPath ? [uriOf(rootPath)] : [];
}

/** The URI of a folder, given as a path of any system. */
function uriOf(path: string): string {
	const [slashes, isWindows] = [path.replaceAll('\\', '/'), /^[A-Za-z]:[\\/]|^\\\\/.test(path)];
	const parts = (isWindows ? slashes : path).split('/').map((part) => encodeURIComponent(part));
	const escaped = parts.join('/').replace(/^([A-Za-z])%3A/, '/$1:');
	return escaped.startsWith('//') ? `file:${escaped}` : `file://${escaped}`;
}
