import { bodiesIn } from '../about-api/sample-bodies.ts';
import { plain } from '../cells/cell-text.ts';
import { type CodeCell, isSurelyCode, isUnmistakable, readCodeCell } from '../cells/code-cell.ts';
import type { Found } from '../cells/found.ts';
import { roleOfHeader } from '../cells/header-words.ts';
import { isStatus, phraseAtStart, readStatusCell } from '../cells/status-cell.ts';
import type { Block, Heading } from '../page.ts';
import { foundIn } from './read-terms.ts';

/** A heading that names an error, and what stands beneath it. */
export interface Section {
	readonly found: Found;
	/** Where its heading is among the blocks, and where the last block is that it takes. */
	readonly at: number;
	readonly end: number;
}

/** Paragraphs of a section that are taken for what it says of the error. */
const mostBlocks = 12;

/**
 * Finds the headings that name an error, where those beside them do so as well. A heading alone must be unmistakable.
 *
 * @returns lists of sections that stand beside each other beneath one heading
 */
export function sectionsOf(blocks: readonly Block[]): readonly (readonly Section[])[] {
	const groups = headingGroups(blocks);
	return groups
		.map((group) => {
			const named = group.flatMap((at) => {
				const cell = cellOf(blocks[at]);
				return cell ? [{ at, cell }] : [];
			});
			const isSure = named.some(({ cell }) => isSureAlone(cell));
			if (named.length === 0 || (!isSure && (named.length < 3 || named.length < group.length * 0.6))) return [];
			const kept = isSure ? named.filter(({ cell }) => isSureAlone(cell) || named.length >= group.length / 2) : named;
			return kept.map(({ at, cell }) => ({ at, ...sectionAt(blocks, at, cell) }));
		})
		.filter((sections) => sections.length > 0);
}

/** Headings of one level beneath the same heading above. */
function headingGroups(blocks: readonly Block[]): readonly (readonly number[])[] {
	const groups: number[][] = [];
	const open: { readonly level: number; readonly group: number[] }[] = [];
	for (const [at, block] of blocks.entries()) {
		if (block.kind !== 'heading') continue;
		while ((open.at(-1)?.level ?? 0) > block.level) open.pop();
		const last = open.at(-1);
		if (last?.level === block.level) last.group.push(at);
		else {
			const group = [at];
			groups.push(group);
			open.push({ level: block.level, group });
		}
	}
	return groups;
}

/** Whether a heading names an error by itself. */
export function namesError(block: Block | undefined): boolean {
	const cell = cellOf(block);
	return cell !== undefined && isSureAlone(cell);
}

function cellOf(block: Block | undefined): CodeCell | undefined {
	if (block?.kind !== 'heading' || block.text.length > 160) return undefined;
	const cell = readCodeCell(block.text);
	if (cell === undefined || /^https?:/.test(block.text)) return undefined;
	if (cell.words.length > 0) {
		const isCode = (word: string) => isSurelyCode(word) || (block.text.includes('`') && /^[a-z]+$/.test(word));
		return cell.words.every(isCode) && (cell.title === undefined || cell.title.length <= 80) ? cell : undefined;
	}
	return cell.numbers.length > 0 && isNumberOfError(plain(block.text), cell) ? cell : undefined;
}

/** `404 Not Found`, `Error 1000: …`, `HTTP 503`; no `2024 releases` and no `100 things to know`. */
function isNumberOfError(text: string, { numbers, title }: CodeCell): boolean {
	if (/^-\d|^(?:https?\s+)?(?:error|status|code|fehler|erreur|http|err)\b/i.test(text)) return true;
	return (
		numbers.every(isStatus) &&
		(title === undefined || phraseAtStart(numbers[0] ?? 0, title) !== undefined || /^\d{3}\s*[-–—:(/]/.test(text))
	);
}

function isSureAlone({ words, numbers, title }: CodeCell): boolean {
	if (words.length > 0) return words.every(isUnmistakable);
	return numbers.some((number) => !isStatus(number) || title !== undefined);
}

function sectionAt(blocks: readonly Block[], at: number, cell: CodeCell): Omit<Section, 'at'> {
	const level = blocks[at]?.kind === 'heading' ? (blocks[at] as Heading).level : 1;
	const texts: string[] = [];
	let label = '';
	let sample: string | undefined;
	let status: number | undefined;
	let end = at;
	for (const block of blocks.slice(at + 1, at + 1 + mostBlocks)) {
		if (block.kind === 'heading') {
			if (block.level <= level) break;
			label = labelOf(block);
			if (label === '') break;
		} else if (block.kind === 'sample') {
			if (sample === undefined && namesIt(block.text, cell)) sample = block.text.trim();
			status ??= statusLine(block.text);
		} else if (block.kind === 'prose') texts.push(label + block.text);
		else if (block.kind === 'list') texts.push(label + listText(block.items));
		else if (block.kind === 'terms') texts.push(...block.items.map(({ term, text }) => `**${plain(term)}:** ${text}`));
		else break;
		end++;
		if (block.kind !== 'heading' && block.kind !== 'sample') label = '';
	}
	const found = foundIn(cell, texts.join('\n\n'));
	const statuses = found.statuses.length === 0 && status !== undefined ? [status] : found.statuses;
	return { found: { ...found, statuses, ...(sample !== undefined && sample.length <= 2000 && { sample }) }, end };
}

function listText(items: readonly string[]): string {
	return items.length === 1 ? (items[0] ?? '') : items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
}

/** A small heading such as `Solution` says what the text beneath it is. */
function labelOf({ text }: Heading): string {
	const role = roleOfHeader(text);
	return role === 'description' || role === 'remedy' || role === 'retry' ? `**${plain(text)}:** ` : '';
}

function namesIt(sample: string, { words }: CodeCell): boolean {
	return words.some((word) => sample.includes(`"${word}"`)) && bodiesIn([sample]).length > 0;
}

/** The status in a sample such as `HTTP/1.1 404 Not Found`. */
function statusLine(sample: string): number | undefined {
	const [line] = /^(?:\d+\s*)?http(?:\/\d(?:\.\d)?| code| status)? [1-5]\d\d\b.*/im.exec(sample.slice(0, 500)) ?? [];
	return line === undefined ? undefined : readStatusCell(line)?.statuses[0];
}
