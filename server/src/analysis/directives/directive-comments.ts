import type { Block } from '../../syntax/code.ts';
import type { Span } from '../../syntax/span.ts';

/** A comment, or a line of one, that begins with one of our words. Offsets count from the document's start. */
export interface DirectiveComment extends Span {
	/** `api-errors`, or that with what is joined to it, such as `api-errors-disable-line`. */
	readonly word: string;
	/** What follows the word, up to the reason. */
	readonly rest: string;
	readonly restStart: number;
}

/** A word in a directive. Offsets count from the start of the document. */
export interface Named extends Span {
	readonly name: string;
}

/** What the directives of a text are read with. */
export interface DirectiveLines {
	readonly text: string;
	/** The number of the line that an offset is in. */
	readonly lineAt: (offset: number) => number;
	/** The line that a directive alone on its line speaks of: the next that is not such a line itself. */
	readonly below: (comment: DirectiveComment) => number;
}

/** Something in a directive that cannot be followed. Offsets count from the document's start. */
export interface DirectiveProblem extends Span {
	readonly message: string;
	/** What was probably meant, to be written in its place. */
	readonly meant: string | undefined;
	/** The comment that it stands in. */
	readonly comment: Span;
	/** The words beside which it stands, itself among them; empty where the whole comment is wrong. */
	readonly words: readonly Span[];
}

/** A comment that cannot be followed as a whole. */
export function wholeProblem({ start, end }: Span, message: string): DirectiveProblem {
	return { start, end, message, meant: undefined, comment: { start, end }, words: [] };
}

/** A line that begins, after the marks of any language's comment, with our word. */
const directiveLine = /^[\s/*#;%!<{|-]*?(api-errors(?:-[a-z-]*[a-z])?)(?![\w-])(:?)(.*)$/gm;
/** What ends a comment, and what may stand before it. */
const closingMark = /\s*(?:\*+\/\}?|-->|--\]\])?\s*$/;
/** `-- reason`: what follows is for people. */
const reason = /(?:^|\s)--(?:\s.*|$)/;

/** The directives in the comments of these blocks, in the order of the text. */
export function directiveCommentsIn(blocks: readonly Block[]): readonly DirectiveComment[] {
	return blocks.flatMap(({ start: base, code }) =>
		code.comments.flatMap(({ start, end, text }) =>
			[...text.matchAll(directiveLine)].flatMap((match): DirectiveComment[] => {
				const [line, word = '', colon = '', given = ''] = match;
				if (word === 'api-errors' && colon === '') return [];
				const restStart = base + start + match.index + line.length - given.length;
				const rest = given.replace(closingMark, '').replace(reason, '');
				return [{ start: base + start, end: base + end, word, rest, restStart }];
			}),
		),
	);
}

/** The words in what follows a directive's own, parted by commas or, where `spaced`, also by spaces. */
export function namesIn({ rest, restStart }: DirectiveComment, from = 0, spaced = true): readonly Named[] {
	const word = spaced ? /[^\s,]+/g : /[^\s,](?:[^,]*[^\s,])?/g;
	return [...rest.slice(from).matchAll(word)].map(({ 0: name, index }) => {
		const start = restStart + from + index;
		return { name, start, end: start + name.length };
	});
}
