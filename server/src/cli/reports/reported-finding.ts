import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, AnalyzedBlock } from '../../analysis/analysis.ts';
import { rules } from '../../rules/index.ts';
import type { PlacedFinding } from '../../rules/rule.ts';
import type { Span } from '../../syntax/span.ts';
import type { ReportedFinding } from './report.ts';

type OnCrash = (rule: string, error: unknown) => void;

/**
 * A finding as reports tell it.
 * @param analysis of the code in which it was found, all of the file or a piece of it
 * @param file the whole file
 * @param onCrash is told of a rule that threw over its fixes; the finding is reported all the same
 */
export function reportedFinding(
	analysis: Analysis,
	finding: PlacedFinding,
	file: TextDocument,
	onCrash: OnCrash,
): ReportedFinding {
	const { at, severity, message, rule } = finding;
	const start = analysis.document.positionAt(at.start);
	const end = analysis.document.positionAt(at.end);
	const line = { start: { line: start.line, character: 0 }, end: { line: start.line + 1, character: 0 } };
	return {
		line: start.line + 1,
		column: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
		severity,
		message,
		rule,
		api: apiAt(analysis, at),
		fixable: isFixable(analysis, finding, onCrash),
		code: file.getText(line).trim(),
	};
}

function isFixable({ document }: Analysis, { rule, fixes }: PlacedFinding, onCrash: OnCrash): boolean {
	if (!fixes || document.isEditable === false || !withSafeFixes.has(rule)) return false;
	try {
		return fixes().some(({ safe }) => safe);
	} catch (error) {
		onCrash(rule, error);
		return false;
	}
}

const withSafeFixes: ReadonlySet<string> = new Set(rules.flatMap((rule) => (rule.hasSafeFixes ? [rule.name] : [])));

/** The API of what chooses there, or else of what stands there. */
function apiAt({ blocks }: Analysis, at: Span): string | undefined {
	const block = blocks.find(({ start, code }) => start <= at.start && at.end <= start + code.text.length);
	if (!block) return;
	const place = { start: at.start - block.start, end: at.end - block.start };
	const judged = block.dispatches.findLast(
		({ dispatch, labels }) => touches(dispatch.head, place) || labels.some(({ label }) => touches(label, place)),
	);
	return (judged?.catalog ?? meantAt(block, place))?.id;
}

function meantAt({ occurrences }: AnalyzedBlock, place: Span) {
	return occurrences.find((one) => touches(one, place))?.meanings[0]?.catalog;
}

/** Whether one lies in the other. */
function touches(one: Span, other: Span): boolean {
	return (one.start <= other.start && other.end <= one.end) || (other.start <= one.start && one.end <= other.end);
}
