import type { Analysis, AnalyzedBlock, ErrorDispatch, Occurrence } from '../analysis/analysis.ts';
import { blockAt, occurrenceAt } from '../analysis/occurrence-at.ts';

/** What was found at a place of a document. */
export interface DocumentPlace {
	/** Counts from the start of the document. */
	readonly offset: number;
	/** Undefined where nothing was worth reading. */
	readonly block: AnalyzedBlock | undefined;
	/** What stands for a catalog entry there. */
	readonly occurrence: Occurrence | undefined;
	/** The dispatches over errors that the place lies in, innermost first. */
	readonly dispatches: readonly ErrorDispatch[];
}

/** What was found at an offset of the document. */
export function placeAt(analysis: Analysis, offset: number): DocumentPlace {
	const block = blockAt(analysis, offset);
	const occurrence = occurrenceAt(analysis, offset)?.occurrence;
	const dispatches = block ? dispatchesAt(block, offset - block.start) : [];
	return { offset, block, occurrence, dispatches };
}

/** Of two in the same lines, such as those of `status === 404 && code === 'GONE'`, the one whose label is asked about. */
function dispatchesAt({ dispatches }: AnalyzedBlock, offset: number): readonly ErrorDispatch[] {
	const length = ({ dispatch }: ErrorDispatch): number => dispatch.end - dispatch.start;
	const isAsked = ({ labels }: ErrorDispatch): boolean =>
		labels.some(({ label }) => label.start <= offset && offset <= label.end);
	return dispatches
		.filter(({ dispatch }) => dispatch.start <= offset && offset <= dispatch.end)
		.sort((a, b) => length(a) - length(b) || Number(isAsked(b)) - Number(isAsked(a)));
}
