import { escaped } from '../cells/cell-text.ts';
import { isSurelyCode, isUnmistakable, readCodeCell } from '../cells/code-cell.ts';
import { isKnownHeader } from '../cells/header-words.ts';
import { readStatusCell } from '../cells/status-cell.ts';
import { mostRows } from '../page.ts';
import type { BlockAt } from './block-at.ts';

/** Lines between one code and the next. */
const mostLines = 40;
const fewest = 3;

/**
 * Reads lines that hold a code and nothing else, with its status, where there is one, and what is said of it on the lines
 * beneath; at least three of them in a row.
 */
export function cardsAt(lines: readonly string[], start: number): BlockAt | undefined {
	if (!isCodeLine(lines, start)) return undefined;
	const rows: (readonly string[])[] = [];
	let at = start;
	while (at < lines.length && rows.length < mostRows && isCodeLine(lines, at)) {
		const end = nextCode(lines, at);
		const texts = lines.slice(at + 1, end ?? at + mostLines).map((line) => line.trim());
		const isStatus = texts[0] !== undefined && texts[0].length <= 40 && readStatusCell(texts[0]) !== undefined;
		const rest = isStatus ? texts.slice(1) : texts;
		const said = end === undefined ? rest.slice(0, paragraphEnd(rest)) : rest;
		rows.push([
			(lines[at] ?? '').trim(),
			isStatus ? (texts[0] ?? '') : '',
			escaped(said.filter((line) => line !== '').join('\n')),
		]);
		at = end ?? at + 1 + (isStatus ? 1 : 0) + said.length;
	}
	const header = ['Error code', 'HTTP status', 'Description'];
	const sure = rows.filter(([code = '']) => isSurelyCode(code)).length;
	return rows.length < fewest || sure < rows.length * 0.6
		? undefined
		: { block: { kind: 'table', header, rows }, end: at };
}

/** A line with a code alone. One that could be a name must have an empty line above and its text right beneath. */
function isCodeLine(lines: readonly string[], at: number): boolean {
	const text = (lines[at] ?? '').trim();
	if (text.length < 3 || text.length > 100 || /\s/.test(text) || isHeader(text)) return false;
	const [word, ...others] = readCodeCell(text)?.words ?? [];
	if (word === undefined || others.length > 0) return false;
	const isApart = (lines[at - 1] ?? '').trim() === '' && (lines[at + 1] ?? '').trim() !== '';
	return isUnmistakable(word) || (isApart && (isSurelyCode(word) || /^[A-Z][a-z]+$/.test(word)));
}

/** `Code`, `Description`: a word that heads a column, in small letters but for the first. */
function isHeader(text: string): boolean {
	return isKnownHeader(text) && /^\p{L}\p{Ll}+$/u.test(text);
}

function nextCode(lines: readonly string[], at: number): number | undefined {
	for (let next = at + 1; next < lines.length && next <= at + mostLines; next++)
		if (isCodeLine(lines, next)) return next;
	return undefined;
}

/** The lines of the first paragraph. */
function paragraphEnd(lines: readonly string[]): number {
	const first = lines.findIndex((line) => line !== '');
	const gap = lines.findIndex((line, at) => at > first && line === '');
	return gap === -1 ? lines.length : gap;
}
