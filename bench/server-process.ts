import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import {
	ConnectionError,
	createProtocolConnection,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { ServerCommand } from './servers.ts';

/** A running language server. */
export interface ServerProcess {
	readonly connection: ProtocolConnection;
	readonly pid: number;
	/**
	 * Does something that needs the server. Rejects, with the last of what it wrote to its error stream, when it ends
	 * before that is done; a server that takes a minute is ended.
	 */
	withServer<Result>(work: () => Promise<Result>): Promise<Result>;
	/** Ends the server as the protocol asks for, and with a signal when it does not obey; waits until it has gone. */
	stop(): Promise<void>;
}

/** How long a server may be silent before it counts as stuck, in milliseconds. */
const patience = 60_000;
/** How long it may take to leave. */
const farewell = 3_000;

/** Starts a server in `folder`. Nothing is sent yet. */
export function startServer(command: ServerCommand, folder: string): ServerProcess {
	const child = spawn(command.file, command.args, { cwd: folder, stdio: 'pipe' });
	const connection = createProtocolConnection(
		new StreamMessageReader(child.stdout),
		new StreamMessageWriter(child.stdin),
	);
	connection.onError(() => undefined);
	const complaints = collectComplaints(child);
	const ended = new Promise<string>((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code, signal) => resolve(`it ended with ${signal ?? `code ${code}`}`));
	});
	const failure = ended.then((how) => {
		throw new Error([`${command.name}: the server does not answer, ${how}.`, ...complaints].join('\n'));
	});
	failure.catch(() => connection.dispose());

	return {
		connection,
		pid: child.pid ?? -1,
		async withServer(work) {
			const stuck = setTimeout(() => child.kill('SIGKILL'), patience);
			try {
				return await Promise.race([work(), failure]);
			} catch (error) {
				// The connection may learn of the end before we know its reason.
				throw error instanceof ConnectionError ? await failure : error;
			} finally {
				clearTimeout(stuck);
			}
		},
		async stop() {
			const stuck = setTimeout(() => child.kill('SIGKILL'), farewell);
			try {
				await Promise.race([connection.sendRequest('shutdown'), failure]);
				await connection.sendNotification('exit');
			} catch {
				child.kill();
			}
			await ended;
			clearTimeout(stuck);
		},
	};
}

/** The last lines of the server's error stream, kept while it runs. */
function collectComplaints(child: ChildProcessWithoutNullStreams): string[] {
	const lines: string[] = [];
	child.stderr.setEncoding('utf8');
	child.stderr.on('data', (chunk: string) => {
		lines.push(...chunk.trimEnd().split('\n'));
		lines.splice(0, lines.length - 20);
	});
	child.stdin.on('error', () => undefined);
	return lines;
}
