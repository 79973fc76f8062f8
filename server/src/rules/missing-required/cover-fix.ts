import type { Analysis, AnalyzedBlock, ErrorDispatch } from '../../analysis/analysis.ts';
import type { Edit } from '../../syntax/span.ts';
import { beginsLine, endsLine, indentationAt, lineBreakAt, lineEndAt, lineStartAt } from '../../syntax/text-lines.ts';
import { coversOf, defaultOf } from '../dispatch-default.ts';
import type { Fix } from '../rule.ts';

/** Says in a comment that the default of a dispatch takes care of codes; nothing where it has no default here. */
export function coverFix(
	judged: ErrorDispatch,
	codes: readonly string[],
	block: AnalyzedBlock,
	analysis: Analysis,
): readonly Fix[] {
	const edit = moreInCover(judged, codes, block, analysis) ?? newCover(judged, codes, block, analysis);
	return edit ? [{ title: `Let default cover ${codes.join(', ')}`, edits: [edit], safe: false }] : [];
}

/** More codes in the comment that is there. */
function moreInCover(
	judged: ErrorDispatch,
	codes: readonly string[],
	block: AnalyzedBlock,
	analysis: Analysis,
): Edit | undefined {
	const last = coversOf(judged, block, analysis).at(-1)?.codes.at(-1);
	return last && { start: last.end, end: last.end, text: codes.map((code) => `, ${code}`).join('') };
}

/** A line above the default, or else a comment at the end of its line or in front of it. */
function newCover(
	judged: ErrorDispatch,
	codes: readonly string[],
	block: AnalyzedBlock,
	{ document, language }: Analysis,
): Edit | undefined {
	const otherwise = defaultOf(judged, block);
	if (!otherwise) return undefined;
	const text = document.getText();
	const start = block.start + otherwise.part.start;
	const directive = `api-errors: default covers ${codes.join(', ')}`;
	// Where a comment never ends before its line does, nothing can stand after one.
	const needsLine = language.write.blocks !== undefined;
	if ((otherwise.part.kind === 'default' || needsLine) && beginsLine(text, start)) {
		const at = lineStartAt(text, start);
		const line = indentationAt(text, start) + language.write.comment(directive) + lineBreakAt(text, start);
		return { start: at, end: at, text: line };
	}
	if (otherwise.part.kind === 'block' && endsLine(text, start + 1)) {
		const at = lineEndAt(text, start);
		return { start: at, end: at, text: ` ${language.write.comment(directive)}` };
	}
	if (needsLine) return undefined;
	return { start, end: start, text: `${language.write.comment(directive, true)} ` };
}
