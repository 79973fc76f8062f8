import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { browserHost } from './host/browser-host.ts';
import { startServer } from './lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, ({ options, log, askClient }) =>
	browserHost({ assets: options.assets ?? new URL('assets/', self.location.href).href, log, askClient }),
);
