import { Worker } from 'node:worker_threads';
import type { Thread } from '../../host/host.ts';

/** Megabytes of what was made last: files are read and forgotten, so that more would only be filled before it is freed. */
const youngGeneration = 16;

/**
 * Starts a thread that runs a script, given its `import.meta.url`, which in a bundle may be a path.
 * @param data what the script finds in `workerData`
 */
export function startThread(script: string, data: unknown): Thread {
	const worker = new Worker(/^(?:file|data):/.test(script) ? new URL(script) : script, {
		workerData: data,
		resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
	});
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
