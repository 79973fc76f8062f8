import { createConnection } from 'vscode-languageserver/node';
import { assetsBeside, nodeHost } from './host/node-host.ts';
import { startServer } from './lsp/server.ts';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some((argument) => transports.includes(argument.split('=')[0] ?? ''))) process.argv.push('--stdio');
const connection = createConnection();

// What goes wrong beside any request is logged; the documents that are open deserve a server that goes on.
process.on('unhandledRejection', (error) => {
	connection.console.error(error instanceof Error ? `${error.stack}` : `${error}`);
});

startServer(connection, ({ log, askClient }) => nodeHost({ assets: assetsBeside(import.meta.url), log, askClient }));
