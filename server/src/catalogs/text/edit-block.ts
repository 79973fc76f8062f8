import type { Edit } from '../../syntax/span.ts';
import { beginsLine, endsLine, lineEndAt, lineStartAt } from '../../syntax/text-lines.ts';
import type { DataNode, DataPart } from './data-node.ts';
import type { Addition, Holder, PartEdits } from './edit-data-text.ts';
import type { TextStyle } from './text-style.ts';
import { writeBlockPart, writeInline, writeKey, writeQuoted } from './written-value.ts';

/** The edits of a map or a list of YAML whose parts have lines of their own. */
export function editBlock(group: PartEdits, style: TextStyle): readonly Edit[] {
	const { node, holder, removed, changed, added } = group;
	const { parts } = node;
	const edits = [...changed].flatMap(([index, change]) => {
		const part = parts[index];
		if (!part) return [];
		if ('name' in change) return renamed(part, change.name, style);
		return [valueEdit(part, change.value, style)];
	});
	const kept = parts.findLastIndex((_, index) => !removed.has(index));
	const [first, ...others] = parts;
	const isAlone = first !== undefined && kept < 0;
	if (isAlone && (added.length === 0 || endsLine(style.text, first.end))) {
		const gone = others.map((part) => withoutPart(part, undefined, style));
		return [...edits, ...gone, added.length > 0 ? replaced(first, added, style) : emptied(node, holder, first, style)];
	}
	for (const index of removed) {
		const part = parts[index];
		const next = parts.find((_, other) => other > index && !removed.has(other));
		if (part) edits.push(withoutPart(part, next, style));
	}
	const last = parts[Math.max(0, kept)];
	if (last && first && added.length > 0) edits.push(behind(last, columnOf(first, style), added, style));
	return edits;
}

/** The offset behind the colon or the dash of a part. */
function afterSign({ key, start }: DataPart, { text }: TextStyle): number {
	return key ? text.indexOf(':', key.end) + 1 : start + 1;
}

/** Blanks up to the column of a part, whatever stands before it in its line. */
function columnOf({ start }: DataPart, { text }: TextStyle): string {
	return text.slice(lineStartAt(text, start), start).replaceAll(/\S/g, ' ');
}

export function renamed({ key }: DataPart, name: string, style: TextStyle): readonly Edit[] {
	if (!key) return [];
	return [{ start: key.start, end: key.end, text: writeKey(name, style.text[key.start], style) }];
}

/** Puts a value behind the colon or the dash of a part, in the place of what stands there. */
export function valueEdit(part: DataPart, value: unknown, style: TextStyle): Edit {
	const { node } = part;
	const after = afterSign(part, style);
	const { text } = style;
	const isThere = node !== undefined && node.end > node.start;
	const start = isThere ? node.start : after;
	const end = isThere ? node.end : after;
	const written = writeQuoted(value, node?.kind === 'scalar' ? text[start] : undefined);
	const block = written ?? writeBlockPart({ name: 'k', value }, columnOf(part, style), style).slice('k:'.length);
	const gap = text.slice(after, start);
	// A comment or an anchor before the value stays there, and so does a comment behind it.
	const mayHaveLines = gap.trim() === '' && text.slice(end, lineEndAt(text, end)).trim() === '';
	const isOneLine = !block.includes('\n');
	const line = isOneLine ? block.trimStart() : mayHaveLines ? undefined : writeInline(value, style);
	if (line === undefined) return { start: after, end, text: block };
	if (gap.trim() === '' && (gap.includes('\n') || !isThere)) return { start: after, end, text: ` ${line}` };
	return { start, end, text: line };
}

function withoutPart({ start, end }: DataPart, next: DataPart | undefined, { text }: TextStyle): Edit {
	const lineStart = lineStartAt(text, start);
	const lineEnd = lineEndAt(text, end);
	const isBlankBehind = text.slice(end, lineEnd).trim() === '';
	if (beginsLine(text, start)) {
		if (!isBlankBehind) return { start, end: end + blanksAt(text, end), text: '' };
		if (lineEnd < text.length) return { start: lineStart, end: text.indexOf('\n', lineEnd) + 1, text: '' };
		return { start: lineStart, end: lineEnd, text: '' };
	}
	// The first of a map that begins behind a dash: the next one takes its place, but no comment is lost.
	if (next && text.slice(end, next.start).trim() === '') return { start, end: next.start, text: '' };
	const blanks = /[\t ]*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
	return isBlankBehind
		? { start: start - blanks, end: lineEnd, text: '' }
		: { start, end: end + blanksAt(text, end), text: '' };
}

function blanksAt(text: string, offset: number): number {
	return /^[\t ]*/.exec(text.slice(offset, lineEndAt(text, offset)))?.[0].length ?? 0;
}

function replaced(first: DataPart, added: readonly Addition[], style: TextStyle): Edit {
	const column = columnOf(first, style);
	const text = added.map((part) => writeBlockPart(part, column, style)).join(style.lineBreak + column);
	return { start: first.start, end: first.end, text };
}

/** Nothing is written as brackets, behind the key where that is possible. */
function emptied({ kind, start }: DataNode, holder: Holder | undefined, first: DataPart, style: TextStyle): Edit {
	const { text } = style;
	const brackets = kind === 'map' ? '{}' : '[]';
	const after = holder?.isBlock ? afterSign(holder.part, style) : start;
	const isNear = after < start && text.slice(after, start).trim() === '';
	return { start: isNear ? after : first.start, end: first.end, text: isNear ? ` ${brackets}` : brackets };
}

function behind(last: DataPart, column: string, added: readonly Addition[], style: TextStyle): Edit {
	const { text, lineBreak } = style;
	const written = added.map((part) => column + writeBlockPart(part, column, style)).join(lineBreak);
	const lineEnd = lineEndAt(text, last.end);
	const at = lineEnd < text.length ? text.indexOf('\n', lineEnd) + 1 : lineEnd;
	return { start: at, end: at, text: at > lineEnd ? written + lineBreak : lineBreak + written };
}
