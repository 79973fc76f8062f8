import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { browserHost } from './host/browser-host.ts';
import type { Host } from './host/host.ts';
import type { ClientSide } from './lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

/** To the client that has started this worker. */
export const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

/** Beside the worker's own script, which is not where it seems where an editor has loaded it from elsewhere. */
const ownAssets = self.location.href.replace(/[^/]*$/, 'assets/');

export function makeHost({ options, log, client }: ClientSide): Host {
	return browserHost({ assets: options.assets ?? ownAssets, log, client });
}
