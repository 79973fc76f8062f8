import { resolve } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceDocument } from '../analysis/source-document.ts';
import type { FileCatalogs } from '../cli/catalogs-for.ts';
import { type Inspected, makeInspector } from '../cli/inspector.ts';
import { viewProject } from '../cli/project-view.ts';
import { byPlace } from '../cli/reports/order.ts';
import { reportedFinding } from '../cli/reports/reported-finding.ts';
import { readableIdOf } from '../containers/readable.ts';
import type { PlacedFinding } from '../rules/rule.ts';
import { runRules } from '../rules/run-rules.ts';
import type { Span } from '../syntax/span.ts';
import { withCatalogs } from './known-catalogs.ts';
import type * as library from './library.d.ts';
import { folderIn, ownHost, settingsIn } from './surroundings.ts';

export const checkText: typeof library.checkText = async (options) => {
	const folder = folderIn(options);
	const problems = new Set<string>();
	const onProblem = (message: string) => void problems.add(message);
	const { inspect, problemsAround } = await inspectorIn(folder, options, onProblem);
	const file = resolve(folder, options.fileName);
	const inspected = readableIdOf(file) === undefined ? undefined : await inspect(file, options.text);
	const findings = inspected ? findingsWithFixes(inspected, onProblem) : [];
	for (const problem of await problemsAround()) onProblem(problem);
	return { findings, problems: [...problems] };
};

/** Reads one file as `check` would, with the catalogs that are given beside those that are found. */
async function inspectorIn(folder: string, options: library.CheckTextOptions, onProblem: (message: string) => void) {
	const host = ownHost();
	const given = settingsIn(options);
	const view = await viewProject(host, folder, [options.fileName], given);
	const catalogs: FileCatalogs = {
		of: async (uri) => withCatalogs(await view.catalogs.of(uri), options.catalogs),
		problems: () => view.catalogs.problems(),
	};
	const inspect = makeInspector({ ...view, catalogs, host, folder, onProblem });
	return { inspect, problemsAround: () => view.problems() };
}

function findingsWithFixes(
	{ path, document, settings, analyses }: Inspected,
	onProblem: (message: string) => void,
): readonly library.TextFinding[] {
	const onCrash = (rule: string, error: unknown) => onProblem(`${path}: the rule ${rule} failed: ${error}`);
	const findings = analyses.flatMap((analysis) =>
		runRules(analysis, settings, onCrash).map((finding) => ({
			...reportedFinding(analysis, finding, document, onCrash),
			...placedIn(document, analysis.document, finding.at),
			fixes: fixesOf(finding, analysis.document, document, onCrash),
		})),
	);
	return findings.sort(byPlace);
}

/** A range of a piece of code, as offsets in the whole text. */
function placedIn(whole: TextDocument, piece: SourceDocument, { start, end }: Span): Span {
	return { start: whole.offsetAt(piece.positionAt(start)), end: whole.offsetAt(piece.positionAt(end)) };
}

function fixesOf(
	{ rule, fixes }: PlacedFinding,
	piece: SourceDocument,
	whole: TextDocument,
	onCrash: (rule: string, error: unknown) => void,
): readonly library.Fix[] {
	if (!fixes || piece.isEditable === false) return [];
	try {
		return fixes().map(({ title, safe, preferred = false, edits }) => {
			const placed = edits.map(({ text, ...span }) => ({ ...placedIn(whole, piece, span), text }));
			return { title, safe, preferred, edits: placed };
		});
	} catch (error) {
		onCrash(rule, error);
		return [];
	}
}
