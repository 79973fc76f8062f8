import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	DiagnosticSeverity,
	type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlacedProblem } from '../../catalogs/files/catalog-file.ts';
import type { CatalogReport } from '../../catalogs/files/catalog-report.ts';
import { rangeOf } from '../../features/range-of.ts';
import type { Span } from '../../syntax/span.ts';

/** Problems of one file that are shown. */
const mostShown = 500;

const severities = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	information: DiagnosticSeverity.Information,
} as const;

/** What is wrong with a catalog, or with a project's file, as an editor shows it. */
export function catalogDiagnostics({ uri, text, problems }: CatalogReport): Diagnostic[] {
	const document = TextDocument.create(uri, '', 0, text);
	return problems.slice(0, mostShown).map((problem) => ({
		range: rangeOf(document, problem),
		severity: severities[problem.severity],
		source: 'api-errors',
		code: problem.code,
		message: problem.message,
	}));
}

export interface CatalogActionOptions {
	/** The kinds asked for; undefined where all are. */
	readonly only: readonly string[] | undefined;
	/** The diagnostics that the client shows in the range. */
	readonly shown: readonly Diagnostic[];
	/** Whether edits can say which version they are for. */
	readonly versioned: boolean;
}

/** What can be done about the problems in a range of a catalog; preferred is the first way that not only takes away. */
export function catalogActions(
	document: TextDocument,
	problems: readonly PlacedProblem[],
	range: Span,
	options: CatalogActionOptions,
): CodeAction[] {
	const { only, versioned } = options;
	const { uri, version } = document;
	if (only && !only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
	const here = problems.filter(({ start, end }) => start <= range.end && range.start <= end);
	return here.flatMap((problem) => {
		const fixes = problem.fixes.map(({ title, edits }) => ({ title, edits }));
		const able = fixes.filter(({ edits }) => edits.length > 0);
		const preferred = able.find(({ edits }) => edits.some(({ text }) => text.trim() !== ''));
		return able.map((fix): CodeAction => {
			const { title, edits } = fix;
			const changes = edits.map((edit): TextEdit => ({ range: rangeOf(document, edit), newText: edit.text }));
			return {
				title,
				kind: CodeActionKind.QuickFix,
				diagnostics: shownFor(document, problem, options),
				...(fix === preferred && { isPreferred: true }),
				edit: versioned
					? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
					: { changes: { [uri]: changes } },
			};
		});
	});
}

/** The client's own diagnostics that the problem stands behind. */
function shownFor(document: TextDocument, problem: PlacedProblem, { shown }: CatalogActionOptions): Diagnostic[] {
	const { start } = rangeOf(document, problem);
	return shown.filter(
		({ code, range, message }) =>
			code === problem.code &&
			message === problem.message &&
			range.start.line === start.line &&
			range.start.character === start.character,
	);
}
