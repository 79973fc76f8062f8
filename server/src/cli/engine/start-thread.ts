import { Worker } from 'node:worker_threads';
import type { Thread } from '../../host/host.ts';

/**
 * Starts a thread that runs a script, given its `import.meta.url`, which in a bundle may be a path.
 * @param data what the script finds in `workerData`
 */
export function startThread(script: string, data: unknown): Thread {
	const worker = new Worker(script.startsWith('file:') ? new URL(script) : script, { workerData: data });
	return {
		tell: (message) => worker.postMessage(message),
		follow({ onMessage, onError, onEnd }) {
			worker.on('message', onMessage);
			worker.on('error', onError);
			worker.on('exit', onEnd);
		},
		end: () => worker.terminate(),
	};
}
