import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Link } from '../support/connect.ts';
import type { Memory } from './memory.ts';

/** A server in a process of its own, of which it can be told how much memory it has. */
export interface MeasuredServer extends Link {
	/** What is in use once all garbage is collected. */
	memory(): Promise<Memory>;
	/** What it wrote to its error stream. */
	complaints(): string;
	/** How it ended; undefined as long as it runs. */
	ending(): string | undefined;
}

const hook = fileURLToPath(new URL('gc-on-demand.mjs', import.meta.url));

/** Starts the server as an editor does. */
export function startMeasuredServer(program: string): MeasuredServer {
	const child = spawn(process.execPath, ['--expose-gc', '--import', hook, program, '--stdio'], {
		stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
	});
	const { stdin, stdout, stderr } = child;
	if (!stdin || !stdout || !stderr) throw new Error('The server has no streams.');
	let complaints = '';
	let ending: string | undefined;
	stderr.setEncoding('utf8').on('data', (chunk: string) => {
		complaints = (complaints + chunk).slice(-10_000);
	});
	stdin.on('error', () => undefined);
	const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
	connection.onError(() => undefined);
	const ended = once(child, 'exit').then(([code, signal]) => {
		ending = `${signal ?? `code ${code}`}`;
		// What is asked of a server that has gone fails, instead of being waited for.
		connection.dispose();
	});
	return {
		connection,
		complaints: () => complaints,
		ending: () => ending,
		async memory() {
			const answered = once(child, 'message');
			child.send('measure');
			const [usage] = await Promise.race([answered, ended.then(() => [undefined])]);
			if (!usage) throw new Error(`The server ended with ${ending}.`);
			return { heap: usage.heapUsed, resident: usage.rss };
		},
		async end() {
			await connection.sendNotification('exit');
			await ended;
			if (ending !== 'code 0') throw new Error(`The server ended with ${ending}.`);
		},
	};
}
