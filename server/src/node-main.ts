import { writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import {
	type Connection,
	createConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { answerToPerson, namesTransport } from './command-line.ts';
import type { Host } from './host/host.ts';
import { assetsBeside, nodeHost } from './host/node-host.ts';
import { followLifeCycle } from './lsp/life-cycle.ts';
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

const lifeCycle = followLifeCycle();
const isStdio = words.includes('--stdio') || !namesTransport(words);

/** To the client that has started this process. */
export const connection = isStdio ? connectOverStdio() : createConnection(lifeCycle);
lifeCycle.serve(connection);

/** Ends with the client, and where nothing that it sends can be understood any more, as no answer would ever come. */
function connectOverStdio(): Connection {
	const { stdin, stdout } = process;
	// What a package prints must not stand between messages.
	for (const name of ['log', 'info', 'debug'] as const) console[name] = console.error;
	const leave = () => process.exit(lifeCycle.isOver() ? 0 : 1);
	stdin.on('end', leave).on('close', leave);
	const reader = new StreamMessageReader(stdin);
	reader.onError((error) => {
		// A message that is no JSON ends where it said, so that the next can be read.
		if (error instanceof SyntaxError) return;
		writeSync(2, `What the client sends cannot be understood: ${error.message.split('\n', 1)}\n`);
		leave();
	});
	return createConnection(reader, new StreamMessageWriter(stdout), lifeCycle);
}

// What goes wrong beside any request is logged; the documents that are open deserve a server that goes on.
process.on('unhandledRejection', (error) => {
	connection.console.error(error instanceof Error ? `${error.stack}` : `${error}`);
});

export function makeHost({ log, client }: ClientSide): Host {
	return nodeHost({ assets: assetsBeside(import.meta.url), log, client });
}
