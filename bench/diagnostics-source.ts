import type {
	Diagnostic,
	DocumentDiagnosticReport,
	ProtocolConnection,
	PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

/** Where the diagnostics of one server's documents come from. */
export interface DiagnosticsSource {
	/** Resolves with the diagnostics of exactly this version of the document, or never. */
	read(uri: string, version: number): Promise<readonly Diagnostic[]>;
	/** What was said of this document counts no longer, because it is opened anew. */
	forget(uri: string): void;
}

/** For a server that can be asked; "unchanged" answers stand for what it said before (LSP 3.17, pull diagnostics). */
export function pulledDiagnostics(connection: ProtocolConnection): DiagnosticsSource {
	const known = new Map<string, { readonly resultId: string | undefined; readonly items: readonly Diagnostic[] }>();
	return {
		async read(uri) {
			const before = known.get(uri);
			const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
				textDocument: { uri },
				...(before?.resultId === undefined ? {} : { previousResultId: before.resultId }),
			});
			const items = report.kind === 'full' ? report.items : (before?.items ?? []);
			known.set(uri, { resultId: report.resultId, items });
			return items;
		},
		forget: (uri) => known.delete(uri),
	};
}

/**
 * For a server that speaks up by itself. Set up before the connection listens. A push without a version counts for the
 * newest version that was asked for.
 */
export function pushedDiagnostics(connection: ProtocolConnection): DiagnosticsSource {
	const pushed = new Map<string, PublishDiagnosticsParams>();
	const waiting = new Map<string, () => void>();
	connection.onNotification('textDocument/publishDiagnostics', (push: PublishDiagnosticsParams) => {
		pushed.set(push.uri, push);
		waiting.get(push.uri)?.();
	});
	return {
		async read(uri, version) {
			for (;;) {
				const push = pushed.get(uri);
				if (push !== undefined && (push.version ?? version) === version) {
					if (push.version === undefined) pushed.delete(uri);
					return push.diagnostics;
				}
				const { promise, resolve } = Promise.withResolvers<void>();
				waiting.set(uri, resolve);
				await promise;
			}
		},
		forget: (uri) => pushed.delete(uri),
	};
}
