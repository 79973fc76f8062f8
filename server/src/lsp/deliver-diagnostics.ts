import { type Connection, type Diagnostic, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { byPlace, type DiagnosticOptions, diagnostics } from '../features/diagnostics.ts';
import { type DocumentStatus, documentStatus } from '../protocol.ts';
import { catalogStatusOf } from './catalogs/catalog-status.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { type Diagnosis, diagnose, documentStatusOf } from './diagnose.ts';
import { pauseAfter } from './pause-after.ts';
import type { Workspace } from './workspace.ts';

export interface DeliveryOptions {
	readonly abilities: ClientAbilities;
	readonly diagnostic: DiagnosticOptions;
	/** Whether the client wants `documentStatus` notifications. */
	readonly status: boolean;
}

export interface Delivery {
	/** What was delivered of the documents, or of all, may no longer hold. */
	refresh(uris?: readonly string[]): void;
	/** What was told of the catalogs may no longer hold. */
	refreshCatalogs(): void;
}

/** What is to be shown of one version of a document. */
interface Report {
	readonly version: number;
	readonly diagnostics: Diagnostic[];
	/** Whether no other was begun meanwhile, which knows of more. */
	readonly isLatest: boolean;
}

/** Delivers diagnostics: to a client that asks when it asks, to others when something changed. */
export function deliverDiagnostics(connection: Connection, workspace: Workspace, options: DeliveryOptions): Delivery {
	const tellStatus = options.status ? statusTeller(connection) : undefined;
	/** The report on each document that was begun last. */
	const begun = new Map<string, object>();
	workspace.documents.onDidClose(({ document }) => {
		tellStatus?.forget(document.uri);
		begun.delete(document.uri);
	});

	async function reportOn(uri: string): Promise<Report | undefined> {
		const turn = {};
		begun.set(uri, turn);
		try {
			const state = await workspace.stateOf(uri);
			if (!state) return undefined;
			const { document, settings, parts } = state;
			const { version } = document;
			const read = settings.enable ? parts.filter(({ languageId }) => workspace.reads(languageId)) : [];
			const diagnoses: (Diagnosis | undefined)[] = [];
			for (const part of read) diagnoses.push(await diagnose(workspace, { ...state, document: part }));
			if (read.length === 0 || diagnoses.includes(undefined)) workspace.notes.skip(document);
			const ofCatalogs = tellStatus ? await catalogStatusOf(workspace, uri) : {};
			if (document.version !== version || workspace.documents.get(uri) !== document) return undefined;
			const excludedBy = read.length > 0 ? settings.choice.excludedBy : undefined;
			const isLatest = begun.get(uri) === turn;
			if (isLatest) tellStatus?.tell({ ...documentStatusOf(uri, diagnoses, excludedBy), ...ofCatalogs });
			const found = diagnoses.map((one) => {
				return one ? diagnostics(one.analysis.document, one.findings, options.diagnostic) : [];
			});
			return { version, diagnostics: found.flat().sort(byPlace), isLatest };
		} catch (error) {
			workspace.report(`The diagnostics of ${uri} failed: ${error instanceof Error ? error.stack : error}`);
			return undefined;
		} finally {
			workspace.release(uri);
		}
	}

	async function retell(): Promise<void> {
		for (const uri of tellStatus?.documents() ?? []) {
			const ofCatalogs = await catalogStatusOf(workspace, uri);
			const status = tellStatus?.of(uri);
			if (!status) continue;
			const { catalog: _catalog, catalogs: _catalogs, ...others } = status;
			tellStatus?.tell({ ...others, ...ofCatalogs });
		}
	}

	const delivery = options.abilities.pullDiagnostics
		? answerPulls(connection, options.abilities, reportOn, workspace.report)
		: push(connection, workspace, options.abilities, reportOn);
	return { ...delivery, refreshCatalogs: () => void retell().catch((error: unknown) => workspace.report(`${error}`)) };
}

function answerPulls(
	connection: Connection,
	abilities: ClientAbilities,
	reportOn: (uri: string) => Promise<Report | undefined>,
	report: (message: string) => void,
): Pick<Delivery, 'refresh'> {
	connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
		const found = await reportOn(uri);
		if (found && !token.isCancellationRequested) return { kind: 'full', items: found.diagnostics };
		if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client cancelled.');
		throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document changed meanwhile.', {
			retriggerRequest: true,
		});
	});
	return {
		refresh() {
			if (!abilities.diagnosticsRefresh) return;
			connection.languages.diagnostics
				.refresh()
				.catch((error: unknown) => report(`Diagnostics stay as they are: ${error}`));
		},
	};
}

function push(
	connection: Connection,
	{ documents }: Workspace,
	abilities: ClientAbilities,
	reportOn: (uri: string) => Promise<Report | undefined>,
): Pick<Delivery, 'refresh'> {
	const waiting = new Map<string, ReturnType<typeof setTimeout>>();
	const pauses = new Map<string, number>();
	const shown = new Set<string>();

	async function deliver(uri: string): Promise<void> {
		waiting.delete(uri);
		const start = performance.now();
		const report = await reportOn(uri);
		pauses.set(uri, pauseAfter(performance.now() - start));
		// Where nothing was shown and nothing is to be shown, there is nothing to say.
		if (!report?.isLatest || (report.diagnostics.length === 0 && !shown.has(uri))) return;
		send(uri, report);
	}

	function send(uri: string, { version, diagnostics }: Omit<Report, 'isLatest'>): void {
		if (diagnostics.length === 0) shown.delete(uri);
		else shown.add(uri);
		void connection.sendDiagnostics({ uri, diagnostics, ...(abilities.diagnostic.version && { version }) });
	}

	function schedule(uri: string): void {
		clearTimeout(waiting.get(uri));
		waiting.set(
			uri,
			setTimeout(() => void deliver(uri), pauses.get(uri) ?? 0),
		);
	}

	documents.onDidChangeContent(({ document }) => schedule(document.uri));
	documents.onDidClose(({ document: { uri, version } }) => {
		clearTimeout(waiting.get(uri));
		waiting.delete(uri);
		pauses.delete(uri);
		if (shown.has(uri)) send(uri, { version, diagnostics: [] });
	});
	return { refresh: (uris = documents.keys()) => uris.forEach(schedule) };
}

/** Tells the client of each status once. */
function statusTeller(connection: Connection) {
	const told = new Map<string, DocumentStatus>();
	return {
		tell(status: DocumentStatus): void {
			if (JSON.stringify(told.get(status.uri)) === JSON.stringify(status)) return;
			told.set(status.uri, status);
			void connection.sendNotification(documentStatus, status);
		},
		/** What was told last of a document. */
		of: (uri: string): DocumentStatus | undefined => told.get(uri),
		documents: (): readonly string[] => [...told.keys()],
		forget(uri: string): void {
			told.delete(uri);
		},
	};
}
