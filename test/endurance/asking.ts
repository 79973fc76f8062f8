import {
	type CancellationToken,
	CancellationTokenSource,
	LSPErrorCodes,
	type ProtocolConnection,
	ResponseError,
} from 'vscode-languageserver';

/** Asks a server, and watches that it answers all that it is asked. */
export interface Asking {
	/** Asks, and cancels at once, a moment later, or never. Nobody waits for the answer. */
	ask(method: string, params: unknown, cancel?: 'at once' | 'later'): void;
	/** Resolves once few questions are open. */
	room(): Promise<void>;
	/** Resolves once all that was asked is answered, or says what is not. */
	settle(): Promise<void>;
	/** What was answered otherwise than with a result, or with the word that it was cancelled. */
	problems(): readonly string[];
	/** Milliseconds from each question that was not cancelled to its answer. */
	readonly latencies: readonly number[];
	/** How many questions were asked. */
	count(): number;
}

/** Questions that an editor has open at once. */
const mostOpen = 16;
/** Milliseconds after which a question counts as left hanging. */
const patience = 60_000;
/** Problems that are kept; one would be enough. */
const mostProblems = 20;

export function startAsking(connection: ProtocolConnection): Asking {
	const open = new Map<Promise<void>, string>();
	const latencies: number[] = [];
	const problems: string[] = [];
	let count = 0;

	async function follow(method: string, params: unknown, token: CancellationToken): Promise<void> {
		const start = performance.now();
		try {
			await connection.sendRequest(method, params, token);
			if (!token.isCancellationRequested) latencies.push(performance.now() - start);
		} catch (error) {
			if (isRefusal(method, error, token.isCancellationRequested) || problems.length >= mostProblems) return;
			problems.push(`${method} ${JSON.stringify(params).slice(0, 300)}: ${error}`);
		}
	}

	/** Waits until no more than `most` questions are open. */
	async function until(most: number): Promise<void> {
		const deadline = AbortSignal.timeout(patience);
		const late = new Promise<'late'>((resolve) => deadline.addEventListener('abort', () => resolve('late')));
		while (open.size > most) {
			if ((await Promise.race([late, ...open.keys()])) !== 'late') continue;
			problems.push(`Left unanswered: ${[...new Set(open.values())].join(', ')}`);
			open.clear();
		}
	}

	return {
		ask(method, params, cancel) {
			count++;
			const source = new CancellationTokenSource();
			const answered = follow(method, params, source.token).finally(() => open.delete(answered));
			open.set(answered, method);
			if (cancel === 'at once') source.cancel();
			if (cancel === 'later') setImmediate(() => source.cancel());
		},
		room: () => until(mostOpen),
		settle: () => until(0),
		problems: () => problems,
		latencies,
		count: () => count,
	};
}

/** Diagnostics of a text that was changed meanwhile are refused, and renaming is, with the reason. */
function isRefusal(method: string, error: unknown, isCancelled: boolean): boolean {
	if (!(error instanceof ResponseError)) return false;
	if (error.code === LSPErrorCodes.RequestCancelled) return isCancelled;
	if (error.code === LSPErrorCodes.ServerCancelled) return method === 'textDocument/diagnostic';
	return error.code === LSPErrorCodes.RequestFailed && /rename$/i.test(method);
}
