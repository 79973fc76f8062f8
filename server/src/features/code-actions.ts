import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	type SnippetTextEdit,
	TextEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis.ts';
import type { SourceDocument } from '../analysis/source-document.ts';
import { actionsAt } from '../rules/actions-at.ts';
import type { Fix, PlacedFinding } from '../rules/rule.ts';
import type { Edit, Span } from '../syntax/span.ts';
import { rangeOf } from './range-of.ts';
import { reasonWord, type Suppression, suppressForFile, suppressForLine } from './suppress.ts';

/** What the client asks for and what it can do. */
export interface CodeActionOptions {
	/** The kinds asked for; undefined where all are. */
	readonly only: readonly string[] | undefined;
	/** The diagnostics that the client shows in the range. */
	readonly shown: readonly Diagnostic[];
	/** Whether edits can say which version they are for. */
	readonly versioned: boolean;
	/** Whether an edit may have tab stops (LSP 3.18). */
	readonly snippets: boolean;
}

/** Applies every fix that is safe to apply unseen. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.apiErrors`;

/** What can be done about the findings in a range: their fixes, then ways to silence them. */
export function codeActions(
	{ analysis, findings }: { readonly analysis: Analysis; readonly findings: readonly PlacedFinding[] },
	range: Span,
	options: CodeActionOptions,
): CodeAction[] {
	// What is written into code that stands elsewhere in another way would break it.
	if (analysis.document.isEditable === false) return [];
	const here = findings.filter(({ at }) => at.start <= range.end && range.start <= at.end);
	const wants = (kind: string) => options.only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
	const actions: CodeAction[] = [];
	if (options.only === undefined || wants(CodeActionKind.QuickFix)) {
		actions.push(...here.flatMap((finding) => fixActions(analysis, finding, options)));
		actions.push(
			...actionsAt(analysis, range.start, findings).map((fix) => fixAction(analysis.document, fix, options)),
		);
		actions.push(...here.flatMap((finding) => suppressions(analysis, finding, options)));
	}
	if (wants(fixAllKind)) actions.push(...fixAll(analysis.document, findings, options));
	return withoutRepetition(actions);
}

function fixActions({ document }: Analysis, finding: PlacedFinding, options: CodeActionOptions): CodeAction[] {
	const diagnostics = shownFor(document, finding, options);
	return (finding.fixes?.() ?? []).map((fix) => ({
		...fixAction(document, fix, options),
		diagnostics,
		...(fix.preferred && { isPreferred: true }),
	}));
}

/** What can be done at a place about which nothing was found. */
function fixAction(document: SourceDocument, { title, edits }: Fix, options: CodeActionOptions): CodeAction {
	const edit = workspaceEdit(document, textEdits(document, edits), options);
	return { title, kind: CodeActionKind.QuickFix, edit };
}

function suppressions(analysis: Analysis, finding: PlacedFinding, options: CodeActionOptions): CodeAction[] {
	const places = [
		['line', suppressForLine(analysis, finding)],
		['file', suppressForFile(analysis, finding)],
	] as const;
	return places.flatMap(([place, suppression]): CodeAction[] => {
		if (!suppression) return [];
		return [
			{
				title: `Suppress ${finding.rule} for this ${place}`,
				kind: CodeActionKind.QuickFix,
				diagnostics: shownFor(analysis.document, finding, options),
				edit: workspaceEdit(analysis.document, [suppressionEdit(analysis.document, suppression, options)], options),
			},
		];
	});
}

/** The safe fixes of all findings as one; of two that overlap, the later waits for the next time. */
function fixAll(
	document: SourceDocument,
	findings: readonly PlacedFinding[],
	options: CodeActionOptions,
): readonly CodeAction[] {
	const edits: Edit[] = [];
	for (const finding of findings) {
		const fix = finding.fixes?.().find(({ safe }) => safe);
		if (fix && !overlaps(fix, edits)) edits.push(...fix.edits);
	}
	if (edits.length === 0) return [];
	const sorted = edits.toSorted((a, b) => a.start - b.start);
	const edit = workspaceEdit(document, textEdits(document, sorted), options);
	return [{ title: 'Fix all safe API error problems', kind: fixAllKind, edit }];
}

function overlaps({ edits }: Fix, taken: readonly Edit[]): boolean {
	return edits.some((edit) => taken.some((other) => edit.start <= other.end && other.start <= edit.end));
}

/** The client's own diagnostics that the finding stands behind, so that it can tell which an action mends. */
function shownFor(document: SourceDocument, finding: PlacedFinding, { shown }: CodeActionOptions): Diagnostic[] {
	const { start } = rangeOf(document, finding.at);
	return shown.filter(
		({ code, range }) =>
			code === finding.rule && range.start.line === start.line && range.start.character === start.character,
	);
}

function textEdits(document: SourceDocument, edits: readonly Edit[]): TextEdit[] {
	return edits.map((edit) => TextEdit.replace(rangeOf(document, edit), edit.text));
}

function suppressionEdit(
	document: SourceDocument,
	suppression: Suppression,
	{ snippets, versioned }: CodeActionOptions,
): TextEdit | SnippetTextEdit {
	const { text, reasonAt } = suppression;
	const range = rangeOf(document, suppression);
	if (!snippets || !versioned || reasonAt === undefined) return TextEdit.replace(range, text);
	const value = `${escaped(text.slice(0, reasonAt))}\${1:${reasonWord}}${escaped(text.slice(reasonAt + reasonWord.length))}`;
	return { range, snippet: { kind: 'snippet', value } };
}

function escaped(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}

function workspaceEdit(
	{ uri, version }: SourceDocument,
	edits: (TextEdit | SnippetTextEdit)[],
	{ versioned }: CodeActionOptions,
): WorkspaceEdit {
	if (versioned) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
	return { changes: { [uri]: edits.filter((edit): edit is TextEdit => 'newText' in edit) } };
}

/** Two findings may be mended by the same edit, which is then offered once. */
function withoutRepetition(actions: readonly CodeAction[]): CodeAction[] {
	const seen = new Set<string>();
	return actions.filter(({ title, edit }) => {
		const key = JSON.stringify([title, edit]);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
