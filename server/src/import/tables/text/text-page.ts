import { endOfObject } from '../about-api/sample-bodies.ts';
import { namesError } from '../blocks/read-sections.ts';
import { escaped } from '../cells/cell-text.ts';
import { isSurelyCode, readCodeCell } from '../cells/code-cell.ts';
import { type Block, type CellTable, longestPage, mostRows, type Page } from '../page.ts';
import type { BlockAt } from './block-at.ts';
import { cardsAt } from './cards.ts';
import { recordsAt } from './records.ts';
import { runTogetherAt } from './run-together.ts';
import { tabbedTableAt } from './tabbed.ts';

/** Lines of a page, and UTF-16 units of a line, that are read. */
const mostLines = 50_000;
const longestLine = 20_000;

/** Reads a page as it was pasted from a browser: text in lines, where the columns of tables may have run together. */
export function textPage(source: string): Page {
	const lines = source
		.slice(0, longestPage)
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/, mostLines + 1)
		.map((line) => line.slice(0, longestLine).replaceAll('\u00a0', ' '));
	const isCut = source.length > longestPage || lines.length > mostLines;
	const blocks: Block[] = [];
	for (let at = 0; at < lines.length; ) {
		if ((lines[at] ?? '').trim() === '') {
			at++;
			continue;
		}
		const read = readers.reduce<BlockAt | undefined>((found, reader) => found ?? reader(lines, at), undefined);
		if (read === undefined) at++;
		else {
			blocks.push(namesError(blocks.at(-1)) ? textBeneath(read.block) : read.block);
			at = Math.max(read.end, at + 1);
		}
	}
	return { titles: titlesOf(lines), blocks, notes: isCut ? ['The text is too long; its end was not read.'] : [] };
}

/** A short line right beneath the heading of an error is what is said of it, and no heading of its own. */
function textBeneath(block: Block): Block {
	return block.kind === 'heading' && !namesError(block) ? { kind: 'prose', text: block.text } : block;
}

/** The title of a page is what some browsers put last, or the first line. */
function titlesOf(lines: readonly string[]): readonly string[] {
	const texts = lines.map((line) => line.trim()).filter((line) => line !== '');
	const last = texts
		.slice(-3)
		.filter((line) => line.length <= 120 && /\S\s+[-|–—·•:]\s+\S/.test(line) && !/[.;{}]$|©/.test(line))
		.filter((line) => !isSurelyCode(line.split(/\s/, 1)[0] ?? ''));
	return [...last.toReversed(), ...texts.slice(0, 1).filter((line) => line.length <= 120)];
}

type Reader = (lines: readonly string[], at: number) => BlockAt | undefined;

const readers: readonly Reader[] = [
	sampleAt,
	tabbedTableAt,
	runTogetherAt,
	(lines, at) => {
		const records = recordsAt(lines, at);
		return records && { block: records.table, end: records.end };
	},
	spacedTableAt,
	listAt,
	cardsAt,
	headingAt,
	proseAt,
];

/** A body as a sample, or lines of code. */
function sampleAt(lines: readonly string[], at: number): BlockAt | undefined {
	const line = lines[at] ?? '';
	if (/^\s*\{\s*(?:"|$)/.test(line)) {
		const text = lines.slice(at, at + 400).join('\n');
		const end = endOfObject(text, text.indexOf('{'));
		if (end === undefined) return undefined;
		return { block: { kind: 'sample', text: text.slice(0, end) }, end: at + text.slice(0, end).split('\n').length };
	}
	if (!isCode(line)) return undefined;
	let end = at + 1;
	while (
		end < lines.length &&
		(isCode(lines[end] ?? '') || ((lines[end] ?? '').trim() === '' && isCode(lines[end + 1] ?? '')))
	)
		end++;
	return { block: { kind: 'sample', text: lines.slice(at, end).join('\n') }, end };
}

function isCode(line: string): boolean {
	return /^\s*(?:const|let|var|import|from|curl|def|return|try|except|catch|switch|case|default:|if \(|if \w+\.|for |await|function|console\.|\/\/|#!|<\?|\$ |-H |-d |GET |POST |PUT |DELETE |PATCH |HTTP\/\d)|[;{]\s*$|^\s*[})\]]+[;,)]*\s*$|^\s+['"][\w-]+['"]:|^\s+\w+:\s.*[,{]$/.test(
		line,
	);
}

/** Columns that are parted by two spaces or more. */
function spacedTableAt(lines: readonly string[], at: number): BlockAt | undefined {
	const rows: (readonly string[])[] = [];
	let end = at;
	for (; end < lines.length && rows.length <= mostRows; end++) {
		const cells = (lines[end] ?? '').trim().split(/ {2,}/);
		if (cells.length < 2 || /^[-=+| ]+$/.test(lines[end] ?? '')) {
			if (rows.length > 0 && /^[-=+| ]+$/.test((lines[end] ?? '').trim()) && cells[0] !== '') continue;
			break;
		}
		rows.push(cells.map((cell) => escaped(cell)));
	}
	const table: CellTable = { kind: 'table', rows };
	return rows.length < 3 ? undefined : { block: table, end };
}

const bullet = /^\s*(?:[-*•·◦‣–]|\d{1,3}[.)])\s+/;

/** Lines with bullets, or lines that each begin with a code and what parts it from a text. */
function listAt(lines: readonly string[], at: number): BlockAt | undefined {
	const items: string[] = [];
	let end = at;
	for (; end < lines.length && items.length < mostRows; end++) {
		const line = lines[end] ?? '';
		if (line.trim() === '' && items.length > 0 && isItem(lines[end + 1] ?? '')) continue;
		if (!isItem(line) && !(items.length > 0 && /^[a-z]\w{2,40}\s?[—–:]\s?\S/.test(line))) break;
		items.push(line.replace(bullet, '').trim());
	}
	return items.length < 2 ? undefined : { block: { kind: 'list', items }, end };
}

function isItem(line: string): boolean {
	if (bullet.test(line)) return true;
	const [, term] =
		/^([\w./-]{3,100}(?: \([^()]{1,40}\)| [A-Z][\w' -]{1,40})?)\s*(?::\s|[–—]\s?|\s-\s)\s*\S/.exec(line) ?? [];
	if (term === undefined) return false;
	const cell = readCodeCell(term);
	return cell !== undefined && (cell.words.some(isSurelyCode) || cell.numbers.length > 0);
}

/** A short line that stands alone and is no sentence. */
function headingAt(lines: readonly string[], at: number): BlockAt | undefined {
	const line = (lines[at] ?? '').trim();
	const isAlone = (at === 0 || (lines[at - 1] ?? '').trim() === '') && (lines[at + 1] ?? '').trim() === '';
	if (line === '' || line.length > 80 || !isAlone || /[.,;:!?]$/.test(line) || !/^(?:[\p{Lu}\p{N}]|-\d)/u.test(line))
		return undefined;
	return { block: { kind: 'heading', level: 2, text: escaped(line) }, end: at + 1 };
}

function proseAt(lines: readonly string[], at: number): BlockAt | undefined {
	const line = (lines[at] ?? '').trim();
	return line === '' ? undefined : { block: { kind: 'prose', text: escaped(line) }, end: at + 1 };
}
