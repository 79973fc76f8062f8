import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../analysis/analysis.ts';
import type { PlacedFinding } from '../../rules/rule.ts';
import { runRules } from '../../rules/run-rules.ts';
import type { Edit } from '../../syntax/span.ts';
import type { Inspected } from '../inspector.ts';

/** The edits of one fix, in the order of the file. */
export type SafeFix = readonly Edit[];

/** Which findings are mended. */
export type IsMeant = (finding: PlacedFinding) => boolean;

/**
 * One fix for each finding of a file that has one which may be applied unseen. They do not overlap: of two that would, the
 * later is left out, for the next time.
 * @returns edits that count from the start of the file
 */
export function safeFixes({ document, settings, analyses }: Inspected, isMeant: IsMeant): readonly SafeFix[] {
	const fixes: SafeFix[] = [];
	for (const analysis of analyses) {
		// What is written into code that stands elsewhere in another way would break it.
		if (analysis.document.isEditable === false) continue;
		for (const finding of runRules(analysis, settings, () => undefined).filter(isMeant)) {
			const fix = fixFor(finding, analysis, document);
			if (fix && !fix.some((edit) => fixes.some((other) => other.some((one) => touches(edit, one))))) fixes.push(fix);
		}
	}
	return fixes;
}

function fixFor(finding: PlacedFinding, analysis: Analysis, file: TextDocument): SafeFix | undefined {
	const edits = safeEdits(finding);
	if (!edits || edits.length === 0) return;
	const { document } = analysis;
	const text = document.getText();
	const placed = edits.map((edit) => ({
		start: file.offsetAt(document.positionAt(edit.start)),
		end: file.offsetAt(document.positionAt(edit.end)),
		text: edit.text,
	}));
	// Code in pages is pieced together: an edit over the seam of two pieces is none of the file.
	const isSame = (edit: Edit, index: number) =>
		file.getText().slice(edit.start, edit.end) === text.slice(edits[index]?.start, edits[index]?.end);
	return placed.every(isSame) ? placed : undefined;
}

/** A rule that fails over its fix is told where it is reported. */
function safeEdits({ fixes }: PlacedFinding): readonly Edit[] | undefined {
	try {
		return fixes?.().find(({ safe }) => safe)?.edits;
	} catch {
		return;
	}
}

function touches(one: Edit, other: Edit): boolean {
	return one.start <= other.end && other.start <= one.end;
}
