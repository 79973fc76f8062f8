import { leaves } from '../../../syntax/dispatches/statements.ts';
import { childIn, type Part, partsAround } from '../../../syntax/parts/part.ts';
import type { ClientSite } from './client-site.ts';
import { escaped, mentions } from './code-text.ts';

/** How far the tries are, where code can say so. */
export interface Tries {
	/** Tries before this one, as an expression. */
	readonly before: string;
	/** Which try this is, counted from one. */
	readonly number: string;
	/** What must hold for one more, beyond the three tries there are at most. */
	readonly condition: string | undefined;
}

const counterName = /attempt|tr(?:y|ies)|retr|^[ijkn]$/i;
const forHead =
	/^for\s*\(\s*(?:let|var)\s+([\w$]+)\s*(?::\s*number\s*)?=\s*([01])\s*;\s*(?:\1\s*(<=?)\s*([\w$.]+)\s*)?;\s*(?:\1\s*\+\+|\+\+\s*\1|\1\s*\+=\s*1)\s*\)/;
const whileHead = /^while\s*\(\s*([\w$]+)(\+\+)?\s*(<=?)\s*([\w$.]+)\s*\)/;
const endlessHead = /^(?:while\s*\(\s*true\s*\)|for\s*\(\s*;\s*;\s*\))/;

/**
 * The tries of a loop that makes a request again and again, such as `for (let attempt = 0; attempt < 3; attempt++)`;
 * undefined for other loops, and where `continue` would not count the try.
 */
export function attemptLoop(loop: Part, site: ClientSite): Tries | undefined {
	const body = childIn(loop, 'body');
	if (!body) return undefined;
	const outside = outsideBranch(body, site);
	// A loop that goes on after a success counts something else than tries.
	if (!/\b(?:return|break)\b/.test(outside)) return undefined;
	if (swallowsErrors(loop, site.place.branch.part)) return undefined;
	const head = site.block.slice(loop.start, body.start).trimEnd();
	return forLoop(head, body, site) ?? whileLoop(head, loop, body, site) ?? endlessLoop(head, loop, body, site);
}

/** Whether an error that is thrown in a part of a loop is caught there and only leads to the next turn, without a wait. */
function swallowsErrors(loop: Part, part: Part): boolean {
	let inner = part;
	for (const around of partsAround(part)) {
		if (around === loop) return false;
		const handler = around.kind === 'try' ? around.children.find((child) => child.kind === 'catch') : undefined;
		const isTried = handler !== undefined && childIn(around, 'body') === inner;
		const caught = handler && childIn(handler, 'body');
		if (isTried && (!leaves(caught?.children ?? []) || /\bcontinue\b/.test(caught?.text ?? ''))) return true;
		inner = around;
	}
	return false;
}

/** What a loop does but for what the branch does. */
function outsideBranch(body: Part, { block, place }: ClientSite): string {
	const { part } = place.branch;
	const own = (part.kind === 'if' && childIn(part, 'body')) || part;
	return block.slice(body.start, own.start) + block.slice(own.end, body.end);
}

function forLoop(head: string, body: Part, site: ClientSite): Tries | undefined {
	const [, counter = '', start = '', operator = '', bound = ''] = forHead.exec(head) ?? [];
	if (!counterName.test(counter)) return undefined;
	// A counter with a name such as `i` may well count something else.
	if (counter.length === 1 && mentions(outsideBranch(body, site), counter)) return undefined;
	const isFromZero = start === '0';
	const before = isFromZero ? counter : `${counter} - 1`;
	const number = isFromZero ? `${counter} + 1` : counter;
	const tries = Number(bound) + (operator === '<=' ? 1 : 0) - Number(start);
	if (bound === '' || tries >= 3) return { before, number, condition: undefined };
	return { before, number, condition: operator === '<=' ? `${counter} < ${bound}` : `${counter} + 1 < ${bound}` };
}

function whileLoop(head: string, loop: Part, body: Part, site: ClientSite): Tries | undefined {
	const [, counter = '', counts, operator = '', bound = ''] = whileHead.exec(head) ?? [];
	if (!isCounted(counter, counts === undefined ? 1 : 0, loop, body, site)) return undefined;
	const tries = Number(bound) + (operator === '<=' ? 1 : 0);
	const condition = tries >= 3 ? undefined : `${counter} ${operator} ${bound}`;
	return { before: `${counter} - 1`, number: counter, condition };
}

/** `while (true)`, with a counter of its own. */
function endlessLoop(head: string, loop: Part, body: Part, site: ClientSite): Tries | undefined {
	if (!endlessHead.test(head)) return undefined;
	const counted = site.block.slice(body.start, body.end).matchAll(/(?<![\w$.])([\w$]+)\s*(?:\+\+|\+=\s*1\b)/g);
	const counter = [...counted].map(([, name = '']) => name).find((name) => isCounted(name, 1, loop, body, site));
	return counter === undefined ? undefined : { before: `${counter} - 1`, number: counter, condition: undefined };
}

/** Whether a counter begins at nought before a loop, and goes up so often before its branch is done. */
function isCounted(counter: string, times: number, loop: Part, body: Part, { block, place }: ClientSite): boolean {
	if (!counterName.test(counter) || counter.length === 1) return false;
	const own = escaped(counter);
	const isFromZero = new RegExp(`\\blet\\s+${own}\\s*(?::\\s*number\\s*)?=\\s*0\\b`).test(block.slice(0, loop.start));
	const up = new RegExp(`(?<![\\w$.])${own}\\s*(?:\\+\\+|\\+=\\s*1\\b)|\\+\\+${own}\\b`, 'g');
	const branchStart = childIn(place.branch.part, 'body')?.start ?? place.branch.start;
	const line = new RegExp(`^[\\t ]*(?:${own}\\s*(?:\\+\\+|\\+=\\s*1)|\\+\\+${own});?[\\t ]*\\r?$`, 'gm');
	const ups =
		(block.slice(body.start, branchStart).match(up)?.length ?? 0) +
		(block.slice(branchStart, place.branch.end).match(line)?.length ?? 0);
	return isFromZero && ups === times;
}
