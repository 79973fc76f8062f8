import { leaves, statementsAfter } from '../../../syntax/dispatches/statements.ts';
import type { Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt } from '../../../syntax/text-lines.ts';
import { type BranchItem, branchItems, repeatsInside } from './branch-items.ts';
import type { BranchSlot } from './branch-slot.ts';
import type { ClientSite } from './client-site.ts';
import { type SourceStyle, styled } from './source-style.ts';

/** What is written into a branch. */
export interface NewCode {
	/** How the function around calls itself, so that repeats that are there already can be told. */
	readonly callee: string | undefined;
	/** Whether the branch stands in a loop of tries, where running off its end is a repeat too. */
	readonly inLoop: boolean;
	/** The code, with tabs and semicolons; where `passesOn`, the error then goes to the caller. */
	lines(passesOn: boolean): readonly string[];
}

/** What a branch is made of once it is written anew. */
interface Draft {
	readonly before: readonly BranchItem[];
	readonly after: readonly BranchItem[];
	readonly passesOn: boolean;
}

/**
 * Puts code into a branch, in place of what waits or repeats there without regard to the server, and before all else
 * that a person wrote there, which stays for when it is given up. Where nothing is left that handles the error, it is
 * passed on. Undefined where what stays would repeat by itself. Offsets count from the block's start.
 */
export function branchEdit(site: ClientSite, slot: BranchSlot, style: SourceStyle, added: NewCode): Edit | undefined {
	const { text } = site.place.code;
	const items = branchItems(slot.list, slot.inside, text, added.callee);
	const draft = draftOf(items, slot, text, added);
	const kept = [...draft.before, ...draft.after];
	if (kept.some((item) => item.does === 'other' && repeatsInside(item, added.callee))) return undefined;
	if (!areAllKnown(items, slot, text)) return undefined;
	const base = indentationAt(site.place.text, site.place.offset + slot.part.start);
	const own = items.find((item) => text.slice(0, item.start).endsWith(`\n${indentationAt(text, item.start)}`));
	const inner = own ? indentationAt(text, own.start) : base + style.unit;
	const isBare = kept.every((item) => item.does === 'comment') && added.lines(false).length === 0;
	const code = styled(added.lines(draft.passesOn || isBare).join('\n'), style, inner);
	const written = [
		...placed(draft.before, items, slot, text, style.lineBreak + inner),
		...(code === '' ? [] : [style.lineBreak + inner + code]),
		...placed(draft.after, items, slot, text, style.lineBreak + inner),
	].join('');
	const end = draft.passesOn ? slot.afterLeaving : slot.after;
	return { ...slot.replaced, text: `${slot.before}${written}${style.lineBreak}${base}${end}` };
}

function draftOf(items: readonly BranchItem[], slot: BranchSlot, text: string, { inLoop }: NewCode): Draft {
	const repeats = items.filter((item) => item.does === 'repeat');
	const at = repeats[0] ? items.indexOf(repeats[0]) : afterNotes(items, slot, text);
	const lastRepeat = items.findLastIndex((item) => item.does === 'repeat');
	const isEarly = (item: BranchItem, index: number): boolean =>
		index < at || (index < lastRepeat && item.does === 'note');
	const before = items.filter((item, index) => item.does !== 'repeat' && isEarly(item, index));
	const after = items.filter((item, index) => item.does !== 'repeat' && !isEarly(item, index));
	const others = items.filter((item) => item.does === 'other');
	const leavesItself = leaves(after.filter((item) => item.does !== 'break').map((item) => item.part));
	const handles = others.length > 0 && repeats.length === 0 && !inLoop;
	const runsOn = slot.runsOn && repeats.length === 0;
	const passesOn = !leavesItself && !handles && !runsOn && !isPassedOnAfter(slot.part);
	return { before, after: passesOn ? after.filter((item) => item.does !== 'break') : after, passesOn };
}

/** The first item that is not about each try; a comment goes with what comes after it. */
function afterNotes(items: readonly BranchItem[], slot: BranchSlot, text: string): number {
	const rest = items.findIndex((item) => item.does === 'other' || item.does === 'break');
	const first = rest < 0 ? items.length : rest;
	if (rest < 0 || items[rest]?.does === 'break') return first;
	let at = first;
	while (at > 0) {
		const item = items[at - 1];
		const isAlone = item && text.slice(items[at - 2]?.end ?? slot.inside.start, item.start).includes('\n');
		if (item?.does !== 'comment' || !isAlone) break;
		at--;
	}
	return at;
}

/** Whether nothing but blanks and statements that are known stands in the branch. */
function areAllKnown(items: readonly BranchItem[], { inside }: BranchSlot, text: string): boolean {
	let from = inside.start;
	for (const item of items) {
		if (!/^[\s;]*$/.test(text.slice(from, item.start))) return false;
		from = item.end;
	}
	return /^[\s;]*$/.test(text.slice(from, inside.end));
}

/** Items as they were written; what shared a line with the branch's head or with what is gone gets its own. */
function placed(
	items: readonly BranchItem[],
	all: readonly BranchItem[],
	{ inside }: BranchSlot,
	text: string,
	ownLine: string,
): readonly string[] {
	const isOneLine = !text.slice(inside.start, inside.end).includes('\n');
	return items.map((item, index) => {
		const previous = all[all.indexOf(item) - 1];
		const gap = text.slice(previous?.end ?? inside.start, item.start);
		// What ends the line of the branch's head is about the branch.
		const isOnHead = previous === undefined && item.does === 'comment' && !isOneLine && !gap.includes('\n');
		if (isOnHead) return ` ${text.slice(item.start, item.end)}`;
		const sharesLine = previous !== undefined && items[index - 1] === previous && !isOneLine;
		return (gap.includes('\n') || sharesLine ? gap.replaceAll(';', '') : ownLine) + text.slice(item.start, item.end);
	});
}

/** Whether the statements after a branch throw or ask for the response's success, and so pass the error on. */
function isPassedOnAfter(part: Part): boolean {
	let head = part.kind === 'case' ? (part.parent ?? part) : part;
	while (head.fields.includes('alternative') && head.parent) head = head.parent;
	return statementsAfter(head).some((statement) => {
		if (statement.kind === 'throw') return true;
		if (statement.kind !== 'if') return false;
		const condition = statement.children.find((child) => child.fields.includes('condition'))?.text ?? '';
		return /\bok\b|status/i.test(condition) && /\bthrow\b/.test(statement.text);
	});
}
