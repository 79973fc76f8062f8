import { argumentsOf, pathOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Span } from '../../../syntax/span.ts';
import { escaped } from './code-text.ts';

/** A statement or a comment of a branch, with what it does for a repeat. */
export interface BranchItem extends Span {
	/**
	 * `comment`; `note`: a log or a count, which is made at each try; `repeat`: waits or repeats without regard to what
	 * the server asks; `break`: just leaves the switch; `other`: what a person wrote for the error.
	 */
	readonly does: 'comment' | 'note' | 'repeat' | 'break' | 'other';
	readonly part: Part;
}

const logging = /^(?:(?:this\.)?#?(?:console|log|logger|logging|winston|pino)\.\w+|log|debug|warn)$/i;
const waiting = /(?:^|\.)(?:sleep|delay|wait|pause|setTimeout|waitFor|backoff|wait\w+|sleep\w+|delay\w+)$/i;

/**
 * What a branch does, statement by statement.
 * @param list the branch, or its block; what is in `inside` belongs to it
 * @param callee how the function around calls itself
 */
export function branchItems(list: Part, inside: Span, text: string, callee: string | undefined): readonly BranchItem[] {
	const items: BranchItem[] = [];
	for (const part of list.children) {
		if (part.start < inside.start || part.end > inside.end || part.fields.includes('label')) continue;
		const span = wholeStatement(part, items.at(-1)?.end ?? inside.start, inside.end, text);
		const before = items.at(-1);
		// `const a = 1, b = 2` is one statement.
		if (before && span.start < part.start && text[part.start - 1] !== ' ' && span.start < before.end) continue;
		if (before && /^\s*,\s*$/.test(text.slice(before.end, part.start)))
			items.push({ ...(items.pop() ?? before), end: span.end });
		else if (before && part.kind === 'comment' && !text.slice(before.end, part.start).includes('\n'))
			// A comment that ends a line is about what stands before it.
			items.push({ ...(items.pop() ?? before), end: span.end });
		else items.push({ ...span, does: doesWhat(part, callee, text), part });
	}
	return withoutUnused(returnsAfterRepeat(items), inside, text);
}

/** The statement with its `const` and its semicolon. */
function wholeStatement(part: Part, from: number, to: number, text: string): Span {
	const isDeclaration = part.kind === 'variable' || part.kind === undefined;
	const before = isDeclaration ? /\b(?:const|let|var|using)\s+$/.exec(text.slice(from, part.start)) : undefined;
	const after = text[part.end - 1] === ';' ? undefined : /^[\t ]*;/.exec(text.slice(part.end, to));
	return { start: part.start - (before?.[0].length ?? 0), end: part.end + (after?.[0].length ?? 0) };
}

function doesWhat(part: Part, callee: string | undefined, text: string): BranchItem['does'] {
	switch (part.kind) {
		case 'comment':
			return 'comment';
		case 'break':
			return /^break\s*;?$/.test(part.text) ? 'break' : 'other';
		case 'continue':
			return 'repeat';
		case 'return':
			return callsItself(childIn(part, 'value'), callee) ? 'repeat' : 'other';
		case 'statement':
			return statementDoes(part, callee);
		case 'if':
			return isBlindRepeat(part, callee, text) ? 'repeat' : 'other';
		default:
			return 'other';
	}
}

function statementDoes(part: Part, callee: string | undefined): BranchItem['does'] {
	const inner = childIn(part, 'inner');
	if (/^(?:\+\+\s*[\w$]+|[\w$]+\s*(?:\+\+|\+=\s*1))\s*;?$/.test(part.text)) return 'note';
	if (inner?.kind === 'call' && logging.test(pathOf(childIn(inner, 'callee')) ?? '')) return 'note';
	if (callsItself(inner, callee)) return 'repeat';
	const call = inner?.kind === 'await' ? childIn(inner, 'inner') : inner;
	if (call?.kind === 'construction' && inner?.kind === 'await')
		return /setTimeout/.test(call.text) ? 'repeat' : 'other';
	if (call?.kind === 'call' && isCalledLater(call, callee)) return 'repeat';
	if (call?.kind !== 'call' || !waiting.test(pathOf(childIn(call, 'callee')) ?? '')) return 'other';
	return inner?.kind === 'await' || (callee !== undefined && mentionsCall(call.text, callee)) ? 'repeat' : 'other';
}

/** `setTimeout(load, 1000)` */
function isCalledLater(call: Part, callee: string | undefined): boolean {
	const [first, ...more] = argumentsOf(call);
	const isTimer = /^(?:window\.)?setTimeout$/.test(pathOf(childIn(call, 'callee')) ?? '');
	return isTimer && callee !== undefined && first?.text === callee && more.length <= 1;
}

function callsItself(value: Part | undefined, callee: string | undefined): boolean {
	const call = value?.kind === 'await' ? childIn(value, 'inner') : value;
	return callee !== undefined && call?.kind === 'call' && childIn(call, 'callee')?.text === callee;
}

/** `if (tries < 3) { await sleep(1000); return load(); }` */
function isBlindRepeat(part: Part, callee: string | undefined, text: string): boolean {
	const body = childIn(part, 'body');
	if (!body || childIn(part, 'alternative')) return false;
	const statements = body.kind === 'block' ? body.children : [body];
	return statements.length > 0 && statements.every((one) => doesWhat(one, callee, text) === 'repeat');
}

/** A bare `return` after a repeat belongs to it. */
function returnsAfterRepeat(items: readonly BranchItem[]): readonly BranchItem[] {
	return items.map((item, index) => {
		const isBare = item.part.kind === 'return' && !childIn(item.part, 'value');
		return isBare && items[index - 1]?.does === 'repeat' ? { ...item, does: 'repeat' as const } : item;
	});
}

/** Values that only a repeat needs go with it: `const delay = 1000 * 2 ** tries`. */
function withoutUnused(items: readonly BranchItem[], inside: Span, text: string): readonly BranchItem[] {
	let kept = text.slice(inside.start, inside.end);
	for (const item of items.filter(({ does }) => does === 'repeat')) kept = blanked(kept, item, inside);
	return items.map((item) => {
		const name = /^(?:const|let|var)\s+([\w$]+)\s*(?::[^=]*)?=/.exec(text.slice(item.start, item.end))?.[1];
		if (name === undefined || item.does !== 'other' || !items.some(({ does }) => does === 'repeat')) return item;
		const used = new RegExp(`(?<![\\w$.])${escaped(name)}(?![\\w$])`).test(blanked(kept, item, inside));
		const wasUsed = items.some(({ does, part }) => does === 'repeat' && part.text.includes(name));
		return used || !wasUsed ? item : { ...item, does: 'repeat' as const };
	});
}

function blanked(text: string, { start, end }: Span, inside: Span): string {
	return text.slice(0, start - inside.start) + ' '.repeat(end - start) + text.slice(end - inside.start);
}

/** The function by which a branch waits before it repeats: `sleep` of `await sleep(1000)`. */
export function ownWait(items: readonly BranchItem[]): string | undefined {
	for (const { does, part } of items) {
		if (does !== 'repeat') continue;
		for (const inner of partsIn(part)) {
			const call = inner.kind === 'await' ? childIn(inner, 'inner') : undefined;
			const callee = call?.kind === 'call' ? childIn(call, 'callee') : undefined;
			if (!call || !callee || !waiting.test(callee.text) || !/^[\w$]+$/.test(callee.text)) continue;
			if (argumentsOf(call).length === 1) return callee.text;
		}
	}
	return undefined;
}

/** Whether a text calls what is called so. */
export function mentionsCall(text: string, callee: string): boolean {
	return new RegExp(`(?<![\\w$.])${escaped(callee)}\\s*\\(`).test(text);
}

/** Whether what stays of an item repeats by itself. */
export function repeatsInside({ part }: BranchItem, callee: string | undefined): boolean {
	if (callee !== undefined && mentionsCall(part.text, callee)) return true;
	for (const inner of partsIn(part, (one) => one.kind !== 'loop' && one.kind !== 'function')) {
		if (inner.kind === 'continue') return true;
	}
	return false;
}
