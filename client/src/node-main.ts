import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { id, name, start } from './extension.ts';

/** Tells what goes wrong to the log alone; whoever writes code is not interrupted. */
class QuietClient extends LanguageClient {
	override error(message: string, data?: unknown): void {
		super.error(message, data, false);
	}
}

/** Starts the extension with the server in a process of its own. */
export function activate(context: ExtensionContext): void {
	const module = context.asAbsolutePath('dist/server.node.js');
	const transport = TransportKind.ipc;
	const server = {
		run: { module, transport },
		debug: { module, transport, options: { execArgv: ['--inspect=6009'] } },
	};
	const client = start(context, (options) => new QuietClient(id, name, server, options));
	context.subscriptions.push({ dispose: () => client.dispose() });
}
