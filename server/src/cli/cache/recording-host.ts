import { fileURLToPath } from 'node:url';
import type { Host, NoteRead } from '../../host/host.ts';
import { hashOf, hashOfEntries, isGone, missing } from './hashes.ts';
import { startRecorded } from './thread-reads.ts';

/** A host that tells of all that is read of the user's disk through it, and takes word of what is read past it. */
export function recordingHost(host: Host, onRead: NoteRead): Host {
	const tell = (kind: 'text' | 'folder' | 'linked folder', uri: string, contents: string | undefined): void => {
		if (uri.startsWith('file:')) onRead({ kind, path: fileURLToPath(uri), contents });
		else onRead({ kind: 'unknown', path: uri });
	};
	const whyNot = (error: unknown): string | undefined => (isGone(error) ? missing : undefined);
	return {
		...host,
		...(host.startThread && { startThread: startRecorded(host.startThread, onRead) }),
		noteRead: onRead,
		// It is to be said each time.
		log(message) {
			onRead({ kind: 'unknown', path: message });
			host.log(message);
		},
		async readFile(uri, largest) {
			try {
				const text = await host.readFile(uri, largest);
				tell('text', uri, hashOf(text));
				return text;
			} catch (error) {
				tell('text', uri, whyNot(error));
				throw error;
			}
		},
		async readFolder(uri, withLinks = false) {
			const kind = withLinks ? 'linked folder' : 'folder';
			try {
				const entries = await host.readFolder(uri, withLinks);
				tell(kind, uri, hashOfEntries(entries));
				return entries;
			} catch (error) {
				tell(kind, uri, whyNot(error));
				throw error;
			}
		},
	};
}
