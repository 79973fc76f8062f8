import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { Worker } from 'node:worker_threads';
import {
	AbstractMessageReader,
	AbstractMessageWriter,
	createConnection,
	createProtocolConnection,
	type DataCallback,
	type Disposable,
	type Message,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { nodeHost } from '../../server/src/host/node-host.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { readAsset } from './test-assets.ts';

/** A way to a new server. */
export interface Link {
	readonly connection: ProtocolConnection;
	/** Ends the server once it was asked to shut down. Rejects where it ended badly. */
	end(): Promise<void>;
}

/** A server in this process. */
export function connectInMemory(): Link {
	const toServer = new PassThrough();
	const toClient = new PassThrough();
	const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
	startServer(server, ({ log, client }) => ({ ...nodeHost({ assets: '', log, client }), readAsset }));
	const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
	return {
		connection,
		// The streams stay: what the server was about to ask is written, and nobody reads it.
		async end() {
			connection.dispose();
			server.dispose();
		},
	};
}

/** A server in a process of its own, as an editor starts it. */
export function connectOverStdio(program: string, ...args: readonly string[]): Link {
	return connectToCommand(process.execPath, program, ...args);
}

/** The same of any command. */
export function connectToCommand(command: string, ...args: readonly string[]): Link {
	const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
	const ended = once(server, 'exit');
	// What is asked of a server that has gone fails, instead of being waited for.
	server.once('exit', () => connection.dispose());
	const connection = createProtocolConnection(
		new StreamMessageReader(server.stdout),
		new StreamMessageWriter(server.stdin),
	);
	return {
		connection,
		async end() {
			await connection.sendNotification('exit');
			const [code] = await ended;
			if (code !== 0) throw new Error(`The server ended with ${code}.`);
		},
	};
}

/** A server in a worker without Node's modules, as a browser starts it. `assets` are where it fetches its files. */
export function connectToWorker(program: string, assets: string): Link {
	const worker = new Worker(new URL('worker-shim.mjs', import.meta.url), { workerData: { program, assets } });
	const connection = createProtocolConnection(new WorkerReader(worker), new WorkerWriter(worker));
	worker.once('error', () => connection.dispose());
	return {
		connection,
		async end() {
			connection.dispose();
			await worker.terminate();
		},
	};
}

class WorkerReader extends AbstractMessageReader {
	readonly #worker: Worker;

	constructor(worker: Worker) {
		super();
		this.#worker = worker;
	}

	listen(callback: DataCallback): Disposable {
		this.#worker.on('message', callback);
		return { dispose: () => this.#worker.off('message', callback) };
	}
}

class WorkerWriter extends AbstractMessageWriter {
	readonly #worker: Worker;

	constructor(worker: Worker) {
		super();
		this.#worker = worker;
	}

	async write(message: Message): Promise<void> {
		this.#worker.postMessage(message);
	}

	end(): void {}
}
