import type { Analysis } from '../../analysis/analysis.ts';
import { headOf } from '../../rules/dispatch-head.ts';

/**
 * The columns in a line, both from 0, of what stands for an error there; where nothing does, those of what chooses by
 * errors, and else of values that might stand for one.
 */
export function placesInLine(analyses: readonly Analysis[], line: number): readonly number[] {
	const found = analyses.map((analysis) => columnsIn(analysis, line));
	for (const kind of ['occurrences', 'dispatches', 'literals'] as const) {
		const columns = found.flatMap((one) => one[kind]);
		if (columns.length > 0) return [...new Set(columns)].sort((a, b) => a - b);
	}
	return [];
}

function columnsIn({ document, blocks }: Analysis, line: number) {
	const columnsOf = (offsets: readonly number[]): readonly number[] =>
		offsets.flatMap((offset) => {
			const at = document.positionAt(offset);
			return at.line === line ? [at.character] : [];
		});
	const starts = (spansOf: (block: Analysis['blocks'][number]) => readonly { readonly start: number }[]) =>
		columnsOf(blocks.flatMap((block) => spansOf(block).map(({ start }) => block.start + start)));
	return {
		occurrences: starts(({ occurrences }) => occurrences),
		dispatches: starts(({ dispatches }) => dispatches.map(headOf)),
		literals: starts(({ code }) => code.literals),
	};
}
