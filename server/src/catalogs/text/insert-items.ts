import type { Edit } from '../../syntax/span.ts';
import { beginsLine, indentationAt, lineBreakAt, lineEndAt, lineStartAt } from '../../syntax/text-lines.ts';
import type { DataText } from './data-text.ts';
import { type Layout, oneLine, writeJson, writeYaml } from './write-data.ts';

/** New items of a list, and after which of those that are there they come; -1 for before the first. */
export interface Insertion {
	readonly after: number;
	readonly items: readonly unknown[];
}

/**
 * The edits that put items into a list that has items already, each laid out as the list is.
 * @param key of the list in the root
 */
export function insertItems(
	data: DataText,
	key: string,
	layout: Layout,
	insertions: readonly Insertion[],
): readonly Edit[] {
	const { text, format } = data;
	const isFlow = format === 'yaml' && text[data.spanAt([key]).start] === '[';
	return insertions.flatMap(({ after, items }) => {
		if (format === 'yaml' && !isFlow) return insertIntoBlock(data, key, layout, after, items);
		const write = isFlow
			? oneLine
			: (item: unknown, indentation: string) => writeJson(item, { ...layout, indentation });
		return insertIntoBrackets(data, key, after, items, write);
	});
}

type Write = (item: unknown, indentation: string) => string;

function insertIntoBrackets(
	data: DataText,
	key: string,
	after: number,
	items: readonly unknown[],
	write: Write,
): readonly Edit[] {
	const { text } = data;
	const first = data.spanAt([key, 0]);
	const hasLines = beginsLine(text, first.start);
	const indentation = indentationAt(text, first.start);
	const written = items.map((item) => withLineBreaks(text, hasLines ? write(item, indentation) : oneLine(item)));
	const between = hasLines ? `${lineBreakAt(text, first.start)}${indentation}` : ' ';
	if (after < 0) {
		const start = data.spanAt([key]).start + 1;
		if (hasLines) return [{ start, end: start, text: written.map((item) => `${between}${item},`).join('') }];
		return [{ start: first.start, end: first.start, text: written.map((item) => `${item}, `).join('') }];
	}
	const { end } = data.spanAt([key, after]);
	const comma = commaAfter(text, end);
	const start = hasLines ? endOfLine(text, comma ?? end) : (comma ?? end);
	if (comma !== undefined) return [{ start, end: start, text: written.map((item) => `${between}${item},`).join('') }];
	const more = written.map((item) => `${between}${item}`).join(',');
	if (start === end) return [{ start, end, text: `,${more}` }];
	return [
		{ start: end, end, text: ',' },
		{ start, end: start, text: more },
	];
}

/** The offset after the next comma, where nothing but blanks and comments comes before it. */
function commaAfter(text: string, offset: number): number | undefined {
	// Each comment can be read in one way only, so that the expression never goes back.
	const next = /(?:\s|(?:\/\/|#)[^\n]*(?![^\n])|\/\*(?:[^*]|\*(?!\/))*\*\/)*,/y;
	next.lastIndex = offset;
	return next.test(text) ? next.lastIndex : undefined;
}

/** The end of the line where only a comment follows the offset; the offset itself where something else does. */
function endOfLine(text: string, offset: number): number {
	const end = lineEndAt(text, offset);
	return /^[\t ]*(\/\/.*|\/\*[^*]*\*\/[\t ]*|#.*)?$/.test(text.slice(offset, end)) ? end : offset;
}

function insertIntoBlock(
	data: DataText,
	key: string,
	layout: Layout,
	after: number,
	items: readonly unknown[],
): readonly Edit[] {
	const { text } = data;
	const dash = dashBefore(text, data.spanAt([key, Math.max(after, 0)]).start);
	if (dash === undefined) return [];
	const lineStart = lineStartAt(text, dash);
	const indentation = text.slice(lineStart, dash);
	if (indentation.trim() !== '') return [];
	const lineBreak = lineBreakAt(text, dash);
	const written = items
		.map((item) => `${indentation}${writeYaml([item], { ...layout, indentation })}`)
		.map((item) => withLineBreaks(text, item))
		.join('');
	if (after < 0) return [{ start: lineStart, end: lineStart, text: written }];
	const { end } = data.spanAt([key, after]);
	const isLineStart = text[end - 1] === '\n';
	const lineEnd = isLineStart ? end : lineEndAt(text, end);
	const start = isLineStart ? end : Math.min(text.length, lineEnd + lineBreak.length);
	const isOpen = start === text.length && !text.endsWith('\n');
	return [{ start, end: start, text: isOpen ? `${lineBreak}${written}` : written }];
}

/** The offset of the dash that begins an item of a list in YAML; properties such as an anchor may come after it. */
function dashBefore(text: string, start: number): number | undefined {
	const lineStart = lineStartAt(text, start);
	const before = /^[\t ]*(-)[\t ]/.exec(text.slice(lineStart, start));
	if (before) return lineStart + before[0].length - 2;
	const above = /(?:^|\n)[\t ]*-[\t ]*(?:[&!#].*)?\r?\n[\s]*$/.exec(text.slice(Math.max(0, lineStart - 500), start));
	if (!above) return undefined;
	const found = Math.max(0, lineStart - 500) + above.index;
	return text.indexOf('-', found);
}

/** With the line breaks that the text has. */
export function withLineBreaks(text: string, written: string): string {
	return lineBreakAt(text, 0) === '\r\n' ? written.replaceAll('\n', '\r\n') : written;
}
