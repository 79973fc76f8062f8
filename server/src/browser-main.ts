import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { browserHost } from './host/browser-host.ts';
import { startServer } from './lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

/** Beside the worker's own script, which is not where it seems where an editor has loaded it from elsewhere. */
const ownAssets = self.location.href.replace(/[^/]*$/, 'assets/');

startServer(connection, ({ options, log, client }) =>
	browserHost({ assets: options.assets ?? ownAssets, log, client }),
);
