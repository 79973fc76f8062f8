import type { Analysis, AnalyzedBlock } from '../analysis/analysis.ts';
import { unknownLabels } from '../analysis/unknown-labels.ts';
import type { Entry } from '../catalog/catalog.ts';
import type { Span } from '../syntax/span.ts';
import { addAllCases } from './add-cases.ts';
import { refreshFix, waitFix } from './client-fixes.ts';
import { headOf } from './dispatch-head.ts';
import { branchesFor, type ErrorBranch } from './error-branches.ts';
import { missingRequired } from './missing-required/missing-required.ts';
import { misspeltRule } from './misspelt-labels.ts';
import { reachOf } from './retry-after/branch-reach.ts';
import { fileReading } from './retry-after/file-reading.ts';
import { mayTellHowLong } from './retry-after/retry-after.ts';
import type { Fix, PlacedFinding } from './rule.ts';

/**
 * What can be done at a place where nothing needs to be wrong: all missing cases at the head of a dispatch, waiting
 * and refreshing in the branches for rate limits and expired tokens.
 * @param offset counts from the start of the document
 * @param findings what is said of the document
 */
export function actionsAt(analysis: Analysis, offset: number, findings: readonly PlacedFinding[] = []): readonly Fix[] {
	return analysis.blocks.flatMap((block) => {
		const at = offset - block.start;
		if (at < 0 || at > block.code.text.length) return [];
		return [...casesAt(block, analysis, at, findings), ...branchActionsAt(block, analysis, at)];
	});
}

function casesAt(
	block: AnalyzedBlock,
	analysis: Analysis,
	at: number,
	findings: readonly PlacedFinding[],
): readonly Fix[] {
	const isFound = (rule: string, { start }: Span): boolean =>
		findings.some((finding) => finding.rule === rule && finding.at.start === block.start + start);
	return block.dispatches.flatMap((judged) => {
		const isHere =
			holds(judged.dispatch.head, at) && judged.step !== 'none' && judged.catalog !== analysis.catalogs.http;
		// What is said of the dispatch offers the same.
		if (!isHere || isFound(missingRequired.name, headOf(judged))) return [];
		const told = unknownLabels(judged, analysis).filter(({ literal }) => isFound(misspeltRule.name, literal));
		const misspelt = new Set(told.map(({ near }) => near));
		const missing = judged.missing.filter((entry) => !misspelt.has(entry));
		return addAllCases({ judged, block, analysis }, missing, 0);
	});
}

function branchActionsAt(block: AnalyzedBlock, analysis: Analysis, at: number): readonly Fix[] {
	const here = (picks: (entry: Entry) => boolean): readonly ErrorBranch[] =>
		[...branchesFor(block, analysis, picks)].filter((branch) => holds(spanOf(branch), at));
	return [
		...here(mayTellHowLong).flatMap((branch) => {
			const isRead = reachOf(branch, analysis).readsHeader || fileReading(analysis).waitsByItself;
			return isRead ? [] : waitFix(branch, analysis);
		}),
		...here(({ retry }) => retry === 'after-refresh').flatMap((branch) => {
			const isRefreshed = branch.body?.some(({ text }) => /refresh/i.test(text)) ?? false;
			return isRefreshed ? [] : refreshFix(branch, analysis);
		}),
	];
}

/** From the label to the end of what is done. */
function spanOf({ label, branch }: ErrorBranch): Span {
	return { start: label.start, end: Math.max(label.end, ...branch.body.map(({ end }) => end)) };
}

const holds = ({ start, end }: Span, at: number): boolean => start <= at && at <= end;
