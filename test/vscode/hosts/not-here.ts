import vscode from 'vscode';

/** A test that means nothing where it would run now, and why. */
export interface NotHere {
	readonly title: string;
	readonly reason: string;
}

/** All tests of the suite that do not run everywhere. What is not listed here runs in every host. */
export function notHere(): readonly NotHere[] {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	const isVirtual = folder?.uri.scheme !== 'file' && folder?.uri.scheme !== 'vscode-remote';
	return [...(isVirtual ? inVirtualWorkspaces : []), ...(vscode.version.startsWith('1.93.') ? inOldest : [])];
}

const withoutTypescript =
	'TypeScript reads no files of other extensions’ file systems, so that there is nothing to leave to it.';

const inVirtualWorkspaces: readonly NotHere[] = [
	{
		title: 'hover and completion in VS Code › leave the hovers of TypeScript where they are',
		reason: withoutTypescript,
	},
	{
		title: 'navigation in VS Code › leaves the renaming of names to TypeScript',
		reason: withoutTypescript,
	},
];

const inOldest: readonly NotHere[] = [
	{
		title: 'navigation in VS Code › leaves the renaming of names to TypeScript',
		reason: 'TypeScript gives no edits there to whoever asks for them by a command, with or without this extension.',
	},
];
