import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { serverProgram } from './server-program.ts';

/** An answer, or what else the server says. */
export interface Said extends Message {
	readonly id?: number;
	readonly method?: string;
	readonly result?: unknown;
	readonly error?: { readonly code: number; readonly message: string };
}

/** A server of which nothing is known but its streams, for clients that break the rules. */
export interface RawServer {
	readonly pid: number;
	/** Writes bytes as they are. */
	write(...texts: readonly string[]): void;
	/** Ends what the server reads. */
	closeInput(): void;
	/** Waits for what fits, also of what was said before. */
	said(fits: (message: Said) => boolean): Promise<Said>;
	/** Waits for its end: the code, or the name of the signal. */
	ended(): Promise<number | string>;
	/** What it wrote to its error stream. */
	complaints(): string;
	kill(): void;
}

export function startRawServer(): RawServer {
	const child = spawn(process.execPath, [serverProgram, '--stdio'], { stdio: 'pipe' });
	const all: Said[] = [];
	let look = () => {};
	let complaints = '';
	child.stdin.on('error', () => undefined);
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		complaints += text;
	});
	const ending = once(child, 'exit').then(([code, signal]) => code ?? signal);
	new StreamMessageReader(child.stdout).listen((message) => {
		all.push(message as Said);
		look();
	});
	return {
		pid: child.pid ?? -1,
		write: (...texts) => void child.stdin.write(texts.join('')),
		closeInput: () => child.stdin.end(),
		said: (fits) =>
			Promise.race([
				new Promise<Said>((resolve) => {
					look = () => {
						const found = all.find(fits);
						if (found) resolve(found);
					};
					look();
				}),
				ending.then((how): never => {
					throw new Error(`The server ended with ${how}. ${complaints}`);
				}),
			]),
		ended: () => ending,
		complaints: () => complaints,
		kill: () => child.kill('SIGKILL'),
	};
}

/** A message with its header. */
export function frame(message: unknown): string {
	const body = JSON.stringify(message);
	return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

export const request = (id: number, method: string, params?: unknown) => frame({ jsonrpc: '2.0', id, method, params });
export const notification = (method: string, params?: unknown) => frame({ jsonrpc: '2.0', method, params });

/** What a client begins with; the answer has the number 1. */
export function hello(processId: number | null = null): string {
	const params = { processId, rootUri: null, capabilities: {} };
	return request(1, 'initialize', params) + notification('initialized', {});
}
