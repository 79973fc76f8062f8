import type { Literal } from './code.ts';
import { childIn, childrenIn, type Part } from './parts/part.ts';

/** An integer as languages write it: `429`, `0x1AD`, `4_29`, `429u16`, `429n`. */
const integer = /^(0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9][0-9_]*)(?:n|[uif]\d+|[uU]?[lL]{0,2})?$/;

/** The literal that a part is, looking through parentheses and casts; undefined where it is none. */
export function literalOf(part: Part | undefined): Literal | undefined {
	switch (part?.kind) {
		case 'string': {
			const pieces = childrenIn(part, 'inner');
			if (pieces.length > 0) return joined(part, pieces);
			const { start, end, text } = part;
			const contents = childrenIn(part, 'content');
			const [content, last] = [contents[0], contents.at(-1)];
			const inside = content && last ? contentOf(content, last) : betweenQuotes(part);
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

/**
 * What is between the quotes, which may be several pieces parted by what is escaped; a text that begins in the line below
 * them begins with its first word.
 */
function contentOf({ start, text, parent }: Part, { end }: Part): { readonly start: number; readonly end: number } {
	const isBelow = parent?.text[start - parent.start - 1] === '\n';
	const indented = (isBelow ? /^[\t ]*/ : /^\r?\n[\t ]*/).exec(text)?.[0].length ?? 0;
	return { start: start + indented, end };
}

/** Strings that stand beside each other and are one, as `'RATE_' 'LIMITED'` is in some languages. */
function joined(part: Part, pieces: readonly Part[]): Literal | undefined {
	const literals = pieces.map(literalOf);
	const [first, last] = [literals[0], literals.at(-1)];
	if (!first || !last || literals.includes(undefined)) return undefined;
	const { start, end, text } = part;
	const value = literals.map((one) => one?.value ?? '').join('');
	return {
		kind: 'string',
		start,
		end,
		text,
		value,
		content: { start: first.content.start, end: last.content.end },
		part,
	};
}

/** The place between the quotes of a string in which nothing stands, `''`, `b""`, `""""""`; a symbol without its sign. */
function betweenQuotes({ start, end, text }: Part): { readonly start: number; readonly end: number } {
	const opening = /^[\w@$]*(?:"{3}|'{3}|.)/s.exec(text)?.[0].length ?? 1;
	// Nothing closes a symbol: `:not_found`.
	const closing = text.startsWith(':') ? 0 : opening - (/^[\w@$]*/.exec(text)?.[0].length ?? 0);
	return { start: start + opening, end: Math.max(start + opening, end - closing) };
}
