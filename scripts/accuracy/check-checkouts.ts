import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Analysis } from '../../server/src/analysis/analysis.ts';
import type { Catalog } from '../../server/src/catalog/catalog.ts';
import { check } from '../../server/src/cli/check.ts';
import type { ListedFinding } from '../../server/src/cli/reports/report.ts';
import { nodeHost } from '../../server/src/host/node-host.ts';
import { defaultSettings, type Settings } from '../../server/src/settings.ts';
import { readAsset } from '../../test/support/test-assets.ts';

export interface CheckoutOptions {
	/** A folder whose folders are one repository each. */
	readonly folder: string;
	readonly catalogs: readonly Catalog[];
	/** Beside those, what counts as found in the `.api-errors` of each repository. */
	readonly folderCatalogs?: readonly Catalog[];
	/** Ids of the APIs that every file is said to speak of; the files show it themselves where there are none. */
	readonly told: readonly string[];
	/** Codes to be handled by name beside those that the catalogs mark. */
	readonly requiredCodes?: readonly string[];
	/** Is shown what each file means. */
	readonly onAnalysis?: (analysis: Analysis) => void;
	/** Is told of each repository once it has been read. */
	readonly onRepository?: (outcome: RepositoryOutcome) => void;
}

/** What came of checking one repository. */
export interface RepositoryOutcome {
	/** The name of its folder. */
	readonly name: string;
	readonly files: number;
	/** Files in which something may be said: no tests, fixtures, generated or minified ones. */
	readonly loud: number;
	/** Dispatches on an API's codes or on statuses. */
	readonly dispatches: number;
	/** Those of them for which something speaks for an API. */
	readonly withEvidence: number;
	readonly findings: readonly PlacedInRepository[];
	/** What could not be read, or took too long, as sentences. */
	readonly problems: readonly string[];
	readonly seconds: number;
	/** The file that took longest. */
	readonly slowest: { readonly path: string; readonly seconds: number } | undefined;
}

/** A finding with its repository and the lines around it. */
export interface PlacedInRepository extends ListedFinding {
	readonly repository: string;
	/** Relative to the repository, with slashes. */
	readonly path: string;
	readonly context: Context;
}

/** Lines of a file; the first has the number `from`, counted from one. */
export interface Context {
	readonly from: number;
	readonly lines: readonly string[];
}

/** Lines before and after a finding: a dispatch stands below its head. */
const [linesBefore, linesAfter] = [8, 24];
/** UTF-16 units of a line that are shown. */
const widest = 200;

/**
 * Checks each repository as the command line would in its folder, one after the other. Fetches nothing and changes
 * nothing. What cannot be read is a problem of its repository, never an error.
 */
export async function checkCheckouts(options: CheckoutOptions): Promise<readonly RepositoryOutcome[]> {
	const outcomes: RepositoryOutcome[] = [];
	for (const name of await foldersIn(options.folder)) {
		const outcome = await checkRepository(name, options);
		options.onRepository?.(outcome);
		outcomes.push(outcome);
	}
	return outcomes;
}

async function foldersIn(folder: string): Promise<readonly string[]> {
	const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
	const areFolders = await Promise.all(names.map((name) => isFolder(path.join(folder, name))));
	return names.filter((_, index) => areFolders[index]);
}

/** A link to a folder counts as one; a link to nowhere does not. */
async function isFolder(file: string): Promise<boolean> {
	return stat(file).then(
		(found) => found.isDirectory(),
		() => false,
	);
}

async function checkRepository(
	name: string,
	{ folder, catalogs, folderCatalogs = [], told, requiredCodes = [], onAnalysis }: CheckoutOptions,
): Promise<RepositoryOutcome> {
	const root = path.resolve(folder, name);
	const findings: PlacedInRepository[] = [];
	const problems: string[] = [];
	const started = performance.now();
	const counts = { files: 0, loud: 0, dispatches: 0, withEvidence: 0 };
	let text = '';
	let slowest: RepositoryOutcome['slowest'];
	let before = started;
	const host = { ...nodeHost({ assets: '', log: () => {} }), readAsset };
	const settings: Settings = {
		...defaultSettings,
		apis: told.length > 0 ? [{ files: '**', apis: told }] : [],
		requiredCodes,
	};
	const look = (analysis: Analysis): void => {
		count(analysis, counts);
		text = analysis.document.getText();
		onAnalysis?.(analysis);
	};
	const onProblem = (message: string): void => void problems.push(message.replaceAll(root, '').replace(/^[\\/]/, ''));
	const what = { host, folder: root, paths: ['.'], settings, catalogs, folderCatalogs };
	for await (const report of check({ ...what, onProblem, onAnalysis: look })) {
		counts.files++;
		const seconds = (performance.now() - before) / 1000;
		before = performance.now();
		if (seconds > (slowest?.seconds ?? 0)) slowest = { path: report.path, seconds };
		for (const finding of report.findings) {
			const context = contextAt(text, finding.line);
			findings.push({ repository: name, path: report.path, ...finding, context });
		}
	}
	return { name, ...counts, findings, problems, seconds: (performance.now() - started) / 1000, slowest };
}

function count(analysis: Analysis, counts: { loud: number; dispatches: number; withEvidence: number }): void {
	if (!analysis.quiet) counts.loud++;
	for (const { dispatches } of analysis.blocks) {
		counts.dispatches += dispatches.length;
		counts.withEvidence += dispatches.filter(({ step }) => step !== 'none').length;
	}
}

/** @param line counts from one */
function contextAt(text: string, line: number): Context {
	const from = Math.max(1, line - linesBefore);
	const lines = text.split(/\r?\n/).slice(from - 1, line + linesAfter);
	return { from, lines: lines.map((one) => (one.length > widest ? `${one.slice(0, widest)}…` : one)) };
}
