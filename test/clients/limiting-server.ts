import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server says to one request: the value of Retry-After, or that it goes well. */
export type Answer =
	| { readonly retryAfter: string | (() => string) | undefined; readonly isLong?: boolean }
	| { readonly status: number; readonly code: string; readonly afterMs?: number }
	| 'ok';

/** One address of the server, and the requests that came to it. */
export interface Visited {
	readonly url: string;
	/** Milliseconds since the epoch at which each request came. */
	readonly arrivals: readonly number[];
	/** What Retry-After said in each answer. */
	readonly said: readonly (string | undefined)[];
}

export interface Tokens {
	readonly url: string;
	/** How often it was asked. */
	asked(): number;
	/** Whether a request has a token that was given here. */
	accepts(request: IncomingMessage): boolean;
}

export interface LimitingServer {
	/** An address of its own for each caller; the last answer is given again and again. */
	visit(first: Answer | ((request: IncomingMessage) => Answer), ...more: readonly Answer[]): Visited;
	/** An address that gives a new token each time, or always fails. */
	tokens(fails?: boolean): Tokens;
	close(): void;
}

const now = (): number => performance.timeOrigin + performance.now();

/** A server on this machine that says that there were too many requests, as it is told. */
export async function limitingServer(): Promise<LimitingServer> {
	const addresses = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
	const server = createServer((request, response) => {
		request.resume();
		addresses.get(request.url ?? '')?.(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		visit(first, ...more) {
			const arrivals: number[] = [];
			const said: (string | undefined)[] = [];
			const path = `/v${addresses.size}`;
			addresses.set(path, (request, response) => {
				const next = [first, ...more][Math.min(arrivals.length, more.length)] ?? first;
				const answer = typeof next === 'function' ? next(request) : next;
				arrivals.push(now());
				said.push(give(answer, response));
			});
			return { url: base + path, arrivals, said };
		},
		tokens(fails = false) {
			let asked = 0;
			const path = `/t${addresses.size}`;
			addresses.set(path, (_request, response) => {
				asked++;
				response.statusCode = fails ? 403 : 200;
				// Long enough for others to ask meanwhile.
				setTimeout(() => response.end(`${path}-${asked}`), 100);
			});
			const accepts = ({ headers }: IncomingMessage): boolean =>
				headers.authorization?.startsWith(`Bearer ${path}-`) ?? false;
			return { url: base + path, asked: () => asked, accepts };
		},
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}

function give(answer: Answer, response: ServerResponse): string | undefined {
	response.setHeader('content-type', 'application/json');
	if (answer === 'ok') {
		response.end('{"ok":true}');
		return undefined;
	}
	const { status, code } = 'status' in answer ? answer : { status: 429, code: 'RATE_LIMITED' };
	const wanted = 'retryAfter' in answer ? answer.retryAfter : undefined;
	const value = typeof wanted === 'function' ? wanted() : wanted;
	response.statusCode = status;
	if (value !== undefined) response.setHeader('Retry-After', value);
	const more = 'isLong' in answer && answer.isLong ? 'x'.repeat(500_000) : undefined;
	const body = JSON.stringify({ error: { code, message: 'As the test wants it.', status }, more });
	setTimeout(() => response.end(body), 'status' in answer ? (answer.afterMs ?? 0) : 0);
	return value;
}
