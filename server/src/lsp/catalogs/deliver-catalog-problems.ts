import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { CatalogReport } from '../../catalogs/files/catalog-report.ts';
import { folderOf, keyOf } from '../../project/places.ts';
import type { ClientAbilities } from '../client-abilities.ts';
import { pauseAfter } from '../pause-after.ts';
import type { Workspace } from '../workspace.ts';
import { catalogDiagnostics } from './catalog-problems.ts';

/** What was sent of a file. */
interface Shown {
	readonly uri: string;
	readonly diagnostics: string;
}

/**
 * Pushes what is wrong with catalogs and project files, which need not be open for it, also to clients that ask for the
 * diagnostics of code by themselves.
 * @param onTold is told when something else was sent, or when other files count
 */
export function deliverCatalogProblems(
	connection: Connection,
	workspace: Workspace,
	abilities: ClientAbilities,
	onTold: () => void,
): void {
	const { documents, catalogs } = workspace;
	const shown = new Map<string, Shown>();
	/** Files that were opened since: some clients show of a document only what they are told while it is open. */
	const opened = new Set<string>();
	const waiting = new Map<string, ReturnType<typeof setTimeout>>();
	let pause = 0;
	let isDue = false;
	let delivering: Promise<void> | undefined;

	function refresh(): Promise<void> {
		isDue = true;
		delivering ??= deliver();
		return delivering;
	}

	async function deliver(): Promise<void> {
		while (isDue) {
			isDue = false;
			try {
				const reports = await catalogs.reports();
				const told = new Map<string, Shown>();
				for (const report of reports) {
					const one = await shownOf(report);
					if (one) told.set(keyOf(report.uri), one);
				}
				send(told);
			} catch (error) {
				workspace.report(`The problems of catalogs could not be told: ${error instanceof Error ? error.stack : error}`);
			}
		}
		delivering = undefined;
		onTold();
	}

	/** Undefined where there is nothing to show. */
	async function shownOf(report: CatalogReport): Promise<Shown | undefined> {
		const open = workspace.openDocument(report.uri);
		// Nobody mends what a package brings, and what is being written is read in a moment.
		if (report.isOfPackage && !open) return undefined;
		if (open && open.getText() !== report.text) return shown.get(keyOf(report.uri));
		const found = catalogDiagnostics(report);
		if (found.length === 0) return undefined;
		// Many files of one folder need not ask for their settings one by one.
		const { enable, diagnostics } = await workspace.settings.client.of(folderOf(report.uri) ?? report.uri);
		if (!enable || !diagnostics) return undefined;
		return { uri: open?.uri ?? report.uri, diagnostics: JSON.stringify(found) };
	}

	function send(told: ReadonlyMap<string, Shown>): void {
		for (const [key, before] of [...shown]) {
			const now = told.get(key);
			if (now?.uri === before.uri) continue;
			publish(before.uri, []);
			shown.delete(key);
		}
		for (const [key, now] of told) {
			const isNewlyOpen = opened.delete(key);
			if (shown.get(key)?.diagnostics === now.diagnostics && !isNewlyOpen) continue;
			publish(now.uri, JSON.parse(now.diagnostics));
			shown.set(key, now);
		}
	}

	function publish(uri: string, diagnostics: Diagnostic[]): void {
		const version = workspace.openDocument(uri)?.version;
		const versioned = abilities.diagnostic.version && version !== undefined ? { version } : {};
		void connection.sendDiagnostics({ uri, diagnostics, ...versioned });
	}

	async function read(uri: string): Promise<void> {
		waiting.delete(uri);
		const start = performance.now();
		workspace.changeCatalog(uri);
		await refresh();
		pause = pauseAfter(performance.now() - start);
	}

	catalogs.listen(() => void refresh());
	documents.onDidOpen(({ document: { uri } }) => {
		if (shown.has(keyOf(uri))) opened.add(keyOf(uri));
	});
	documents.onDidChangeContent(({ document: { uri } }) => {
		if (!catalogs.isCatalog(uri)) return;
		clearTimeout(waiting.get(uri));
		waiting.set(
			uri,
			setTimeout(() => void read(uri), pause),
		);
	});
	documents.onDidClose(({ document: { uri } }) => {
		clearTimeout(waiting.get(uri));
		waiting.delete(uri);
		opened.delete(keyOf(uri));
	});
}
