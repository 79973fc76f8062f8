import type { Span } from '../../../syntax/span.ts';

const token = /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[()[\]{},]/g;

/** The pieces of a text between commas that stand in no brackets, strings or comments, without blanks around them. */
export function splitAtCommas(text: string, { start, end }: Span): readonly Span[] {
	const pieces: Span[] = [];
	let depth = 0;
	let from = start;
	for (const { 0: found, index } of text.slice(start, end).matchAll(token)) {
		if ('([{'.includes(found)) depth++;
		else if (')]}'.includes(found)) depth--;
		else if (found === ',' && depth === 0) {
			pieces.push({ start: from, end: start + index });
			from = start + index + 1;
		}
	}
	pieces.push({ start: from, end });
	return pieces.flatMap((piece) => {
		const own = text.slice(piece.start, piece.end);
		const trimmed = own.trim();
		const first = piece.start + own.indexOf(trimmed);
		return trimmed === '' ? [] : [{ start: first, end: first + trimmed.length }];
	});
}
