import { spawn } from 'node:child_process';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Link } from './connect.ts';
import { serverProgram } from './server-program.ts';

/** A server in a process of its own that can be ended without a warning. */
export interface KillableServer extends Link {
	/** From here on nothing is heard of what the server says, so that it cannot answer. */
	deafen(): void;
	kill(): void;
}

export function connectToKill(): KillableServer {
	const server = spawn(process.execPath, [serverProgram, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
	const connection = createProtocolConnection(
		new StreamMessageReader(server.stdout),
		new StreamMessageWriter(server.stdin),
	);
	server.stdin.on('error', () => undefined);
	connection.onError(() => undefined);
	server.once('exit', () => connection.dispose());
	return {
		connection,
		deafen: () => void server.stdout.pause(),
		kill: () => void server.kill('SIGKILL'),
		end: async () => connection.dispose(),
	};
}
