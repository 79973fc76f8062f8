import { type ExtensionContext, Uri } from 'vscode';
import {
	BrowserMessageReader,
	BrowserMessageWriter,
	LanguageClient,
	type MessageTransports,
} from 'vscode-languageclient/browser';
import { id, name, start } from './extension.ts';

class BrowserClient extends LanguageClient {
	/** Tells what goes wrong to the log alone; whoever writes code is not interrupted. */
	override error(message: string, data?: unknown): void {
		super.error(message, data, false);
	}
}

/** Starts the extension with the server in a web worker. */
export function activate(context: ExtensionContext): void {
	const address = Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
	let worker: Worker | undefined;
	// The client would not know the worker itself for one: VS Code has a class of its own in the place of `Worker`.
	const startWorker = async (): Promise<MessageTransports> => {
		worker?.terminate();
		worker = new Worker(address);
		return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
	};
	const client = start(context, (options) => new BrowserClient(id, name, startWorker, options));
	context.subscriptions.push({ dispose: () => client.dispose().finally(() => worker?.terminate()) });
}
