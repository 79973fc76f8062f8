import type { DocumentStatus } from '../../server/src/protocol.ts';

export interface StatusText {
	readonly text: string;
	readonly detail: string;
	readonly severity: 'Information' | 'Warning' | 'Error';
	/** What a click does. */
	readonly command: { readonly title: string; readonly command: string };
}

const explain = { title: 'Explain', command: 'apiErrors.explain' };
const showLog = { title: 'Show Log', command: 'apiErrors.showLog' };
const restart = { title: 'Restart', command: 'apiErrors.restartServer' };

/** What the status item says of the active document. */
export function describeStatus(
	server: 'starting' | 'running' | 'stopped',
	document: DocumentStatus | undefined,
): StatusText {
	if (server === 'stopped') {
		return { text: 'API errors: stopped', detail: 'The server is not running', severity: 'Error', command: restart };
	}
	if (document?.problem !== undefined) {
		return { text: 'API errors', detail: document.problem, severity: 'Warning', command: showLog };
	}
	const [first] = document?.apis ?? [];
	if (!document || !first) {
		const detail = server === 'starting' ? 'Starting' : 'No API is recognised in this file';
		return { text: 'API errors', detail, severity: 'Information', command: server === 'starting' ? showLog : explain };
	}
	return {
		text: document.apis.map(({ name }) => name).join(', '),
		detail: document.apis.length === 1 ? first.reason : document.apis.map(describeApi).join('; '),
		severity: 'Information',
		command: explain,
	};
}

function describeApi({ name, reason }: DocumentStatus['apis'][number]): string {
	return `${name}: ${reason}`;
}
