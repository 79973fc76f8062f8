import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Host, Read } from '../../host/host.ts';
import { recordingHost } from '../cache/recording-host.ts';
import { isRecorded, readsMessage } from '../cache/thread-reads.ts';
import { viewProject } from '../project-view.ts';
import { problemWithPath } from '../read-text.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';
import { makeWorkbench } from './workbench.ts';

/**
 * Does what the main thread asks for, where this is a thread that it started for that.
 * @param hostFor makes the host; given is what takes messages for people
 * @returns whether this is such a thread
 */
export function serveAsThread(hostFor: (log: (message: string) => void) => Host): boolean {
	if (!parentPort || !isThreadData(workerData)) return false;
	void serve(parentPort, workerData, hostFor);
	return true;
}

function isThreadData(data: unknown): data is ThreadData {
	return typeof data === 'object' && data !== null && 'isInspector' in data;
}

async function serve(
	port: MessagePort,
	{ folder, paths, settings }: ThreadData,
	hostFor: (log: (message: string) => void) => Host,
): Promise<void> {
	const tell = (message: FromThread): void => port.postMessage(message);
	const reads: Read[] = [];
	const plain = hostFor((message) => tell({ kind: 'log', message }));
	const host = isRecorded(workerData) ? recordingHost(plain, (read) => void reads.push(read)) : plain;
	const waiting = new Map<string, (uris: readonly string[]) => void>();
	const filesShowing = (root: string): Promise<readonly string[]> =>
		new Promise((resolve) => {
			waiting.set(root, resolve);
			tell({ kind: 'find-showing', root });
		});
	const bench = viewProject(host, folder, paths, settings).then((view) =>
		makeWorkbench({ host, folder, view, filesShowing }),
	);
	port.on('message', (message: ToThread) => {
		if (message.kind === 'showing') {
			waiting.get(message.root)?.(message.uris);
			return;
		}
		bench
			.then(async (one) => one.do(message.task))
			.then(
				(done) => {
					if (reads.length > 0) port.postMessage(readsMessage(reads.splice(0)));
					tell({ kind: 'done', done });
				},
				(error: unknown) => tell({ kind: 'failed', message: problemWithPath(error) }),
			);
	});
}
