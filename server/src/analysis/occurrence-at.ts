import type { Span } from '../syntax/span.ts';
import type { Analysis, AnalyzedBlock, Occurrence } from './analysis.ts';

/** The block that holds an offset of the document. */
export function blockAt({ blocks }: Analysis, offset: number): AnalyzedBlock | undefined {
	let low = 0;
	let high = blocks.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	const block = blocks[low];
	return block && block.start <= offset && offset <= block.start + block.code.text.length ? block : undefined;
}

/** What stands at an offset of the document, with its span in the document. */
export interface PlacedOccurrence {
	readonly occurrence: Occurrence;
	readonly block: AnalyzedBlock;
	readonly span: Span;
}

/** The literal or name at an offset that stands for a catalog entry. */
export function occurrenceAt(analysis: Analysis, offset: number): PlacedOccurrence | undefined {
	const block = blockAt(analysis, offset);
	const inside = offset - (block?.start ?? 0);
	const occurrence = block?.occurrences.find(({ start, end }) => start <= inside && inside <= end);
	if (!block || !occurrence) return undefined;
	return { occurrence, block, span: { start: block.start + occurrence.start, end: block.start + occurrence.end } };
}
