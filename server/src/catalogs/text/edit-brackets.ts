import type { Edit } from '../../syntax/span.ts';
import { beginsLine, indentationAt, lineEndAt, lineStartAt } from '../../syntax/text-lines.ts';
import type { DataPart } from './data-node.ts';
import { renamed, valueEdit } from './edit-block.ts';
import type { Addition, PartEdits } from './edit-data-text.ts';
import { afterBlanks, type TextStyle } from './text-style.ts';
import { writeInline, writeInlinePart, writeLines, writeQuoted } from './written-value.ts';

/** The edits of a map or a list in brackets. */
export function editBrackets(group: PartEdits, style: TextStyle): readonly Edit[] {
	const { node, removed, changed, added } = group;
	const { parts } = node;
	const kept = parts.findLastIndex((_, index) => !removed.has(index));
	if (kept < 0 && isPlain(group, style)) return [asNew(group, style)];
	const edits = [...changed].flatMap(([index, change]) => {
		const part = parts[index];
		if (!part) return [];
		return 'name' in change ? renamed(part, change.name, style) : [changedPart(part, change.value, style)];
	});
	const last = parts[kept];
	const isEnd = commaAfter(parts.at(-1), style) === undefined;
	for (const index of removed) edits.push(withoutPart(parts, index, kept, style));
	const comma = kept < parts.length - 1 && isEnd && added.length === 0 ? commaAfter(last, style) : undefined;
	if (comma !== undefined) edits.push({ start: comma, end: comma + 1, text: '' });
	if (added.length === 0) return edits;
	return [...edits, ...(last ? behind(last, isEnd ? '' : ',', added, style) : withFirst(group, style))];
}

/** Whether there are no comments within the brackets. */
function isPlain({ node }: PartEdits, { text }: TextStyle): boolean {
	const gaps = [node.start + 1, ...node.parts.map(({ end }) => end)].map((start, index) =>
		text.slice(start, node.parts[index]?.start ?? node.end - 1),
	);
	return gaps.every((gap) => /^[\s,]*$/.test(gap));
}

/** The whole map or list with nothing but what is added; in YAML as a block, where it may be one. */
function asNew({ node, holder, added }: PartEdits, style: TextStyle): Edit {
	const { text, format } = style;
	const { start, end, kind } = node;
	const value =
		kind === 'list'
			? added.map((part) => part.value)
			: Object.fromEntries(added.map((part) => [part.name, part.value]));
	if (format === 'yaml') {
		if (!holder?.isBlock || added.length === 0) return { start, end, text: writeInline(value, style) };
		return valueEdit(holder.part, value, style);
	}
	return { start, end, text: writeLines(value, indentationAt(text, start), style) };
}

function changedPart(part: DataPart, value: unknown, style: TextStyle): Edit {
	const { text, format } = style;
	const { node, key } = part;
	if (node && node.end > node.start) {
		const { start, end } = node;
		if (format === 'json') return { start, end, text: writeLines(value, indentationAt(text, start), style) };
		const quoted = writeQuoted(value, node.kind === 'scalar' ? text[start] : undefined);
		return { start, end, text: quoted ?? writeInline(value, style) };
	}
	const end = key?.end ?? part.end;
	const colon = afterBlanks(text, end, format);
	const hasColon = text[colon] === ':';
	const at = hasColon ? colon + 1 : end;
	return { start: at, end: at, text: `${hasColon || !key ? '' : ':'} ${writeInline(value, style)}` };
}

/** A part goes with the comma behind it, and with its line, where nothing else is on that. */
function withoutPart(parts: readonly DataPart[], index: number, kept: number, style: TextStyle): Edit {
	const { text } = style;
	const [before, part, next] = [parts[index - 1], parts[index], parts[index + 1]];
	if (!part) return { start: 0, end: 0, text: '' };
	const comma = commaAfter(part, style);
	const gap = comma === undefined ? '' : text.slice(part.end, comma);
	let { start } = part;
	let end = comma === undefined ? part.end : comma + 1;
	// What is said between a part and its comma stays.
	const said = gap.trim();
	const rest = text.slice(end, lineEndAt(text, end));
	if (beginsLine(text, start) && rest.trim() === '' && said === '') {
		start = lineStartAt(text, start);
		end = Math.min(text.length, text.indexOf('\n', end) + 1 || text.length);
	} else if (index < kept && next && text.slice(end, next.start).trim() === '') end = next.start;
	else if (index < kept || beginsLine(text, start)) end += /^[\t ]*/.exec(rest)?.[0].length ?? 0;
	else start -= blanksBefore(text, start, before ? (commaAfter(before, style) ?? before.end - 1) + 1 : start);
	// The comment of a line would swallow what comes behind it.
	const isLine = /\/\/|#/.test(said);
	return { start, end, text: isLine ? said + style.lineBreak : said };
}

/** How many blanks stand before an offset, down to another one. */
function blanksBefore(text: string, offset: number, least: number): number {
	return text.slice(least, offset).trim() === '' ? offset - least : 0;
}

/** The offset of the comma behind a part, if there is one. */
function commaAfter(part: DataPart | undefined, { text, format }: TextStyle): number | undefined {
	if (!part) return undefined;
	const at = afterBlanks(text, part.end, format);
	return text[at] === ',' ? at : undefined;
}

/** Brackets that only comments are in. */
function withFirst({ node, added }: PartEdits, style: TextStyle): readonly Edit[] {
	const { text: whole, lineBreak, unit } = style;
	const hasLines = whole.slice(node.start, node.end).includes('\n');
	const inner = hasLines ? `${lineBreak}${indentationAt(whole, node.start)}${unit}` : ' ';
	const text = added.map((part) => inner + writeInlinePart(part, style)).join(',');
	const at = node.start + 1;
	return [{ start: at, end: at, text }];
}

/** @param ending what stands behind the last part of all */
function behind(last: DataPart, ending: string, added: readonly Addition[], style: TextStyle): readonly Edit[] {
	const { text } = style;
	const hasLines = beginsLine(text, last.start) && last.start > lineStartAt(text, last.start);
	const indentation = indentationAt(text, last.start);
	const between = hasLines ? style.lineBreak + indentation : ' ';
	const parts = added.map((part) => (hasLines ? writePart(part, indentation, style) : writeInlinePart(part, style)));
	const written = parts.map((part) => between + part).join(',') + ending;
	const comma = commaAfter(last, style);
	const end = comma === undefined ? last.end : comma + 1;
	const lineEnd = lineEndAt(text, end);
	// What is said about the last part stays on its line.
	const at = hasLines && isComment(text.slice(end, lineEnd), style) ? lineEnd : end;
	if (comma !== undefined) return [{ start: at, end: at, text: written }];
	if (at === end) return [{ start: at, end: at, text: `,${written}` }];
	return [
		{ start: end, end, text: ',' },
		{ start: at, end: at, text: written },
	];
}

function writePart({ name, value }: Addition, indentation: string, style: TextStyle): string {
	if (style.format === 'yaml') return writeInlinePart({ name, value }, style);
	const written = writeLines(value, indentation, style);
	return name === undefined ? written : `${JSON.stringify(name)}: ${written}`;
}

function isComment(text: string, { format }: TextStyle): boolean {
	return format === 'json' ? /^\s*(\/\/.*|\/\*[^*]*\*\/\s*)?$/.test(text) : /^\s*(#.*)?$/.test(text);
}
