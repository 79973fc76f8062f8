import type { ClientPlace } from '../../../syntax/language.ts';
import type { Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { beginsLine, indentationAt, lineBreakAt } from '../../../syntax/text-lines.ts';
import type { SentRequest } from './request.ts';

/** Columns up to which rustfmt leaves a chain of calls in one line. */
export const chainWidth = 60;
/** Columns of a line. */
const lineWidth = 100;

/** A chain of calls in one line where rustfmt would have it so, else as it is. */
export function inOneLine(chain: string, before: number): string {
	const joined = chain.replace(/\s*\n\s*(?=[.?])/g, '');
	return joined.includes('\n') || joined.length > chainWidth || before + joined.length + 1 > lineWidth ? chain : joined;
}

/** Calls a function with what makes the request, which gets a name of its own in a line before. */
export function sentBy(name: string, sent: SentRequest, place: ClientPlace): readonly Edit[] | undefined {
	const { text, offset } = place;
	const { call, statement, builder } = sent;
	const at = offset + statement.start;
	const chain = chainAround(call);
	const rest = text.slice(offset + call.end, offset + chain.end);
	const isNamed = /^\w+$/.test(builder);
	const request = isNamed ? builder : freeName(text);
	if (request === undefined || !beginsLine(text, at)) return undefined;
	const column = offset + chain.start - text.lastIndexOf('\n', offset + chain.start) - 1;
	const written = inOneLine(`${name}(${request})${rest}`, column);
	const replaced = { start: offset + call.start, end: offset + chain.end, text: written };
	if (isNamed) return [replaced];
	const indent = indentationAt(text, at);
	const made = inOneLine(builder, indent.length + `let ${request} = `.length);
	return [{ start: at, end: at, text: `let ${request} = ${made};${lineBreakAt(text, at)}${indent}` }, replaced];
}

/** The chain that a call stands in: `.await`, `?` and what else follows it. */
export function chainAround(call: Part): Part {
	let part = call;
	for (let around = part.parent; around; around = around.parent) {
		const goesOn =
			around.start === part.start &&
			(around.kind === 'await' || around.kind === 'transparent' || around.kind === 'member' || around.kind === 'call');
		if (!goesOn) return part;
		part = around;
	}
	return part;
}

/** Code without what stands in texts and comments. */
export const withoutTexts = (code: string): string => code.replace(/"(?:\\[\s\S]|[^"\\])*"|\/\/.*/g, '');

/** A name for the request that the file does not use. */
const freeName = (text: string): string | undefined =>
	['request', 'http_request', 'outgoing'].find((name) => !new RegExp(`(?<!\\.)\\b${name}\\b`).test(withoutTexts(text)));
