import type { Host, NoteRead, Read, Thread } from '../../host/host.ts';

/** What threads read is told to the one that started them, before what came of it. */
interface ReadsMessage {
	readonly kind: 'reads';
	readonly reads: readonly Read[];
}

/** Starts threads that tell of what they read. */
export function startRecorded(startThread: NonNullable<Host['startThread']>, onRead: NoteRead): typeof startThread {
	return (data) => listening(startThread({ ...Object(data), isRecorded: true }), onRead);
}

function listening(thread: Thread, onRead: NoteRead): Thread {
	return {
		tell: (message) => thread.tell(message),
		end: () => thread.end(),
		follow: ({ onMessage, onError, onEnd }) =>
			thread.follow({
				onError,
				onEnd,
				onMessage: (message) => {
					if (isReads(message)) message.reads.forEach(onRead);
					else onMessage(message);
				},
			}),
	};
}

/** Whether who started this thread wants to know what it reads. */
export function isRecorded(data: unknown): boolean {
	return typeof data === 'object' && data !== null && 'isRecorded' in data;
}

export function readsMessage(reads: readonly Read[]): ReadsMessage {
	return { kind: 'reads', reads };
}

function isReads(message: unknown): message is ReadsMessage {
	return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'reads';
}
