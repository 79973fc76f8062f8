import type { Span } from '../syntax/span.ts';
import type { Cut } from './container.ts';

/** UTF-16 units: what is longer is no expression that somebody wrote into markup. */
const longest = 2_000;
/** What can hold a code or a status: a quote, or three digits. */
const telling = /['"`]|\b\d{3}\b/;

/** The markup of a page: what is left of its text without some spans, which are in order. */
export function markupOf(text: string, noMarkup: readonly Span[]): readonly Span[] {
	const found: Span[] = [];
	let from = 0;
	for (const { start, end } of [...noMarkup, { start: text.length, end: text.length }]) {
		if (start > from) found.push({ start: from, end: start });
		from = Math.max(from, end);
	}
	return found;
}

/** Expressions that could hold a code, each as a statement of its own. */
export function asStatements(text: string, expressions: readonly Span[]): readonly Cut[] {
	return expressions
		.filter(({ start, end }) => {
			const expression = text.slice(start, end);
			return telling.test(expression) && isBalanced(expression);
		})
		.map((span) => ({ ...span, glue: '\n;' }));
}

/** What stands in braces in markup; where that is markup, the braces in it instead. */
export function inBraces(text: string, { start, end }: Span): readonly Span[] {
	const open: number[] = [];
	const found: Span[] = [];
	for (let at = start; at < end; at++) {
		if (text[at] === '{') open.push(at);
		if (text[at] !== '}') continue;
		const from = open.pop();
		if (from === undefined || at - from > longest) continue;
		const inner = text.slice(from + 1, at);
		if (/<[A-Za-z/]/.test(inner)) continue;
		// What is inside stood before.
		while ((found.at(-1)?.start ?? -1) > from) found.pop();
		found.push({ start: from + 1 + wordsBefore(inner), end: at });
	}
	return found;
}

/** The words of a template's own before an expression: `#if `, `:else if `. */
function wordsBefore(inner: string): number {
	return /^\s*(?:[#:@/](?:else\s+if|[a-z]+)\b|\.\.\.)?/.exec(inner)?.[0].length ?? 0;
}

function isBalanced(expression: string): boolean {
	let depth = 0;
	for (const [sign] of expression.replaceAll(/(['"`])(?:\\.|(?!\1)[^\\])*\1/g, '').matchAll(/[()[\]{}'"`]/g)) {
		if ('\'"`'.includes(sign)) return false;
		depth += '([{'.includes(sign) ? 1 : -1;
		if (depth < 0) return false;
	}
	return depth === 0;
}
