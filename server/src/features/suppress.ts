import type { Analysis, AnalyzedBlock } from '../analysis/analysis.ts';
import type { PlacedFinding } from '../rules/rule.ts';
import { type Part, partAt, partsAround } from '../syntax/parts/part.ts';
import type { Edit } from '../syntax/span.ts';

/** A change that keeps a finding silent, with the place of the reason that is still to be written. */
export interface Suppression extends Edit {
	/** Offset in `text` of the word that stands for the reason; undefined where the directive has one already. */
	readonly reasonAt: number | undefined;
}

/** What is written where a reason is to be typed. */
export const reasonWord = 'reason';

/**
 * Silences the finding's rule for the line that it begins in: a directive above the line, or one more rule in the
 * directive that is there. Undefined where no comment can stand above the line.
 */
export function suppressForLine(analysis: Analysis, { rule, at }: PlacedFinding): Suppression | undefined {
	const text = analysis.document.getText();
	const lineStart = text.lastIndexOf('\n', at.start - 1) + 1;
	const aboveStart = text.lastIndexOf('\n', lineStart - 2) + 1;
	const lineEnd = endOfLine(text, lineStart);
	const existing =
		addRule(text, aboveStart, lineStart, 'next-line', rule) ?? addRule(text, lineStart, lineEnd, 'line', rule);
	if (existing) return existing;
	const form = commentForm(analysis, at.start, lineStart);
	if (!form) return undefined;
	const [indentation = ''] = /^[\t ]*/.exec(text.slice(lineStart, lineEnd)) ?? [];
	const comment = directive(analysis, 'next-line', rule, form);
	return withReason({ start: lineStart, end: lineStart, text: indentation + comment + lineBreak(text) });
}

/** Silences the finding's rule for the whole file, at its top. */
export function suppressForFile(analysis: Analysis, { rule }: PlacedFinding): Suppression {
	const text = analysis.document.getText();
	const existing = addRule(text, 0, text.length, 'file', rule);
	if (existing) return existing;
	const [before = ''] = /^\uFEFF?(#!.*(\r?\n|$))?/.exec(text) ?? [];
	const comment = directive(analysis, 'file', rule, 'line');
	return withReason({ start: before.length, end: before.length, text: comment + lineBreak(text) });
}

/** How a comment can be written above a line: by itself, or as an expression among the elements of JSX. */
type CommentForm = 'line' | 'braces';

function commentForm(analysis: Analysis, offset: number, lineStart: number): CommentForm | undefined {
	const block = analysis.blocks.find(({ start, code }) => start <= offset && offset <= start + code.text.length);
	if (!block) return 'line';
	for (const part of partsHere(block, offset)) {
		const start = block.start + part.start;
		const end = block.start + part.end;
		if ((part.kind === 'string' || part.kind === 'dynamic') && start < lineStart && lineStart < end) return undefined;
		if (isEmbedded(part) && lineStart <= start) return beginsLine(analysis, lineStart, start) ? 'braces' : undefined;
	}
	return 'line';
}

function* partsHere({ start, code }: AnalyzedBlock, offset: number): Generator<Part> {
	const part = partAt(code.root, offset - start);
	yield part;
	yield* partsAround(part);
}

/** An expression in braces among elements: `{error.code === 'X' ? … : …}`. */
function isEmbedded({ kind, text }: Part): boolean {
	return kind === 'transparent' && text.startsWith('{') && text.endsWith('}');
}

function beginsLine({ document }: Analysis, lineStart: number, offset: number): boolean {
	return document.getText().slice(lineStart, offset).trim() === '';
}

function directive({ language }: Analysis, scope: string, rule: string, form: CommentForm): string {
	const text = `api-errors-disable-${scope} ${rule} -- ${reasonWord}`;
	return form === 'line' ? language.write.comment(text) : `{${language.write.comment(text, true)}}`;
}

/** Names one more rule in a directive of the scope between the offsets; undefined where there is none that names rules. */
function addRule(text: string, start: number, end: number, scope: string, rule: string): Suppression | undefined {
	const list = new RegExp(`api-errors-disable-${scope}[ \\t]+[a-z][\\w-]*(?:[ \\t]*,[ \\t]*[a-z][\\w-]*)*`);
	const match = list.exec(text.slice(start, end));
	if (!match) return undefined;
	const at = start + match.index + match[0].length;
	return { start: at, end: at, text: `, ${rule}`, reasonAt: undefined };
}

function withReason(edit: Edit): Suppression {
	return { ...edit, reasonAt: edit.text.lastIndexOf(reasonWord) };
}

function endOfLine(text: string, start: number): number {
	const end = text.indexOf('\n', start);
	return end < 0 ? text.length : end;
}

function lineBreak(text: string): string {
	return /\r?\n/.exec(text)?.[0] ?? '\n';
}
