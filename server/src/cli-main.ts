import { join } from 'node:path';
import { startThread } from './cli/engine/start-thread.ts';
import { serveAsThread } from './cli/engine/thread.ts';
import { styleFor } from './cli/reports/style.ts';
import { exitCodes, run } from './cli/run.ts';
import { statusLineOn } from './cli/status-line.ts';
import { assetsBeside, nodeHost } from './host/node-host.ts';
import { sharedWithThreads } from './host/unoptimized.ts';

const { stdin, stdout, stderr, env } = process;
const log = (message: string): void => {
	stderr.write(`${message}\n`);
};
const script = import.meta.url;
const hostFor = (logWith: (message: string) => void) => nodeHost({ assets: assetsBeside(script), log: logWith });

/** Threads start as the command does: in a bundle, by a script beside it. */
const isBundled = !script.startsWith('file:');
const threadScript = isBundled ? join(script, '..', 'cli.js') : script;

if (!serveAsThread(hostFor)) runCommand();

function runCommand(): void {
	let isUnwritten = false;
	// A reader that has seen enough, such as `head`, is no fault, and changes nothing of how the command ends.
	stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') return;
		log(`The output could not be written: ${error.message}`);
		isUnwritten = true;
		process.exitCode = exitCodes.mistake;
	});
	stderr.on('error', () => undefined);

	const terminal = {
		folder: process.cwd(),
		style: styleFor(env, stdout.isTTY),
		width: stdout.columns,
		print: (text: string) => void stdout.write(text),
		printBytes: (bytes: Uint8Array) => void stdout.write(bytes),
		printError: (text: string) => void stderr.write(text),
		showStatus: statusLineOn(stderr, env),
		program: isBundled ? script : undefined,
		readInput: async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of stdin) chunks.push(chunk);
			return Buffer.concat(chunks);
		},
	};
	run(
		process.argv.slice(2),
		{ ...hostFor(log), startThread: (data) => startThread(threadScript, { ...Object(data), ...sharedWithThreads }) },
		terminal,
	).then(
		(code) => {
			process.exitCode = isUnwritten ? exitCodes.mistake : code;
		},
		(error: unknown) => {
			log(error instanceof Error ? `${error.stack}` : `${error}`);
			process.exitCode = exitCodes.mistake;
		},
	);
}
