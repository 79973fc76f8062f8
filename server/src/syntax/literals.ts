import type { Literal } from './code.ts';
import { childIn, type Part } from './part.ts';

/** An integer as languages write it: `429`, `0x1AD`, `4_29`, `429u16`, `429n`. */
const integer = /^(0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9][0-9_]*)(?:n|[uif]\d+|[uU]?[lL]{0,2})?$/;

/** The literal that a part is, looking through parentheses and casts; undefined where it is none. */
export function literalOf(part: Part | undefined): Literal | undefined {
	switch (part?.kind) {
		case 'string': {
			const { start, end, text } = part;
			const content = childIn(part, 'content');
			const inside = content ? { start: content.start, end: content.end } : { start: start + 1, end: end - 1 };
			const value = text.slice(inside.start - start, inside.end - start);
			return { kind: 'string', start, end, text, value, content: inside, part };
		}
		case 'integer': {
			const { start, end, text } = part;
			const digits = integer.exec(text)?.[1];
			if (digits === undefined) return undefined;
			return { kind: 'integer', start, end, text, value: Number(digits.replaceAll('_', '')), content: part, part };
		}
		case 'transparent':
		case 'type':
			return literalOf(childIn(part, 'inner') ?? (part.children.length === 1 ? part.children[0] : undefined));
		default:
			return undefined;
	}
}
