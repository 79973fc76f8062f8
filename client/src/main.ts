import type { ExtensionContext } from 'vscode';

// One script for both, so that the package holds what they share once. What only one of them has is loaded there alone.
const isNode = typeof process === 'object' && typeof process.versions?.node === 'string';

/** Starts the extension, with the server in a process of its own or, where there are none, in a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
	const surroundings = await (isNode ? import('./node-main.ts') : import('./browser-main.ts'));
	surroundings.activate(context);
}
