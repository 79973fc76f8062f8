import type { CatalogTrouble, DocumentStatus } from '../../server/src/protocol.ts';

export interface StatusText {
	readonly text: string;
	readonly detail: string;
	readonly severity: 'Information' | 'Warning' | 'Error';
	/** What a click does. */
	readonly command: StatusCommand;
}

/** A command; or a place in a file that is opened. */
export type StatusCommand =
	| { readonly title: string; readonly command: string }
	| { readonly title: string; readonly opens: FilePlace };

/** Line and character count from zero. */
export interface FilePlace {
	readonly uri: string;
	readonly line: number;
	readonly character: number;
}

const explain = { title: 'Explain', command: 'apiErrors.explain' };
const showLog = { title: 'Show Log', command: 'apiErrors.showLog' };
const showCatalogs = { title: 'Show Catalogs', command: 'apiErrors.showCatalogs' };
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
	if (document?.catalogs?.[0]) return describeTrouble(document, document.catalogs[0]);
	if (document?.catalog !== undefined) {
		return { text: 'API errors', detail: document.catalog, severity: 'Information', command: showCatalogs };
	}
	if (document?.excludedBy !== undefined) {
		const detail = `Nothing is reported here: ${document.excludedBy} in api-errors.json excludes it`;
		return { text: namesOf(document) || 'API errors', detail, severity: 'Information', command: explain };
	}
	const [first] = document?.apis ?? [];
	if (!document || !first) {
		const detail = server === 'starting' ? 'Starting' : 'No API is recognised in this file';
		return { text: 'API errors', detail, severity: 'Information', command: server === 'starting' ? showLog : explain };
	}
	return {
		text: namesOf(document),
		detail: document.apis.length === 1 ? first.reason : document.apis.map(describeApi).join('; '),
		severity: 'Information',
		command: explain,
	};
}

/** A catalog is broken: the file is at hand, at the fault; a wrong path in the settings is in the log. */
function describeTrouble(
	document: DocumentStatus,
	{ message, uri, line = 0, character = 0 }: CatalogTrouble,
): StatusText {
	const more = (document.catalogs?.length ?? 0) - 1;
	const others = more === 0 ? '' : ` And ${more} more ${more === 1 ? 'file' : 'files'}.`;
	return {
		text: namesOf(document) || 'API errors',
		detail: message + others,
		severity: 'Warning',
		command: uri === undefined ? showLog : { title: 'Open', opens: { uri, line, character } },
	};
}

function namesOf({ apis }: DocumentStatus): string {
	return apis.map(({ name }) => name).join(', ');
}

function describeApi({ name, reason }: DocumentStatus['apis'][number]): string {
	return `${name}: ${reason}`;
}
