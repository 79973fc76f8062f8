import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { answerToPerson, namesTransport } from './command-line.ts';
import type { Host } from './host/host.ts';
import { assetsBeside, nodeHost } from './host/node-host.ts';
import type { ClientSide } from './lsp/server.ts';

// Every keystroke leaves much that is short-lived, and V8 would let it pile up to several times what is in use. Collected
// early, it costs little, and the server's memory stays flat however long one types.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=100');

const words = process.argv.slice(2);
const answer = answerToPerson(words, process.stdin.isTTY === true);
if (answer) {
	writeSync(answer.exitCode === 0 ? 1 : 2, answer.text);
	process.exit(answer.exitCode);
}
if (!namesTransport(words)) process.argv.push('--stdio');

/** To the client that has started this process. */
export const connection = createConnection();

// What goes wrong beside any request is logged; the documents that are open deserve a server that goes on.
process.on('unhandledRejection', (error) => {
	connection.console.error(error instanceof Error ? `${error.stack}` : `${error}`);
});

export function makeHost({ log, client }: ClientSide): Host {
	return nodeHost({ assets: assetsBeside(import.meta.url), log, client });
}
