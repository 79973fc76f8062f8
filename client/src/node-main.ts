import { once } from 'node:events';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { id, name, start } from './extension.ts';

class NodeClient extends LanguageClient {
	/** Tells what goes wrong to the log alone; whoever writes code is not interrupted. */
	override error(message: string, data?: unknown): void {
		super.error(message, data, false);
	}

	/** Ends a server that hangs, too: the base class would take its late end for one of the next server. */
	override async stop(timeout?: number): Promise<void> {
		const server = this.serverProcess;
		try {
			await super.stop(timeout);
		} catch (error) {
			if (server?.exitCode !== null || server.signalCode !== null) throw error;
			const closed = once(server, 'close');
			server.kill('SIGKILL');
			await closed;
		}
	}
}

/** Starts the extension with the server in a process of its own. */
export function activate(context: ExtensionContext): void {
	const module = context.asAbsolutePath('dist/server.js');
	const transport = TransportKind.ipc;
	const debug = { module, transport, options: { execArgv: ['--inspect=6009'] } };
	const client = start(context, (options) => new NodeClient(id, name, { run: { module, transport }, debug }, options));
	context.subscriptions.push({ dispose: () => client.dispose() });
}
