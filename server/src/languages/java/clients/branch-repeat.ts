import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsAround } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { methodAround } from './request.ts';

const sleeping = /^(?:Thread|TimeUnit\.\w+)\.sleep\([^;]*\);$/;
/** Calls after which the request may be sent again, in ways that cannot be told. */
const mayRepeat = /\b(?:re(?:try|send|peat|load)|again|schedule|sleep|wait)\w*\(/i;

/** What a branch repeats by itself, and what it is to do instead. */
export interface BranchRepeat {
	/** Statements that go with the repetition, besides those that wait. */
	readonly along?: RegExp;
	/** The statement that hands the error on. */
	readonly giveUp: string;
	/** Whether what sends the request may be interrupted, so that whoever catches that still may. */
	readonly isInterruptible: boolean;
}

/**
 * Edits by which a branch hands the error on where it waits and calls its own method again: what sends the request does
 * that now. None where it does nothing of the kind; undefined where it cannot be told what it does.
 */
export function withoutRepeat(
	{ branch, dispatch, offset }: ClientPlace,
	{ along, giveUp, isInterruptible }: BranchRepeat,
): readonly Edit[] | undefined {
	const self = methodAround(dispatch.part);
	const name = self && nameOfFunction(self);
	const statements = statementsOf(branch.body);
	const call = new RegExp(`^(?:(?:return|yield)\\s+)?(?:this\\.)?${name ?? '-'}\\(`);
	const isSelf = ({ text }: Part): boolean => name !== undefined && call.test(text);
	const isRepeat = (part: Part): boolean => isSelf(part) || isSleep(part) || (along?.test(part.text) ?? false);
	const first = statements.findIndex(isRepeat);
	const last = statements.findLastIndex(isRepeat);
	const repeats = statements.slice(first, last + 1);
	if (first < 0 || !repeats.some(isSelf)) {
		const text = branch.body.map((part) => part.text).join('\n');
		return mayRepeat.test(text) || along?.test(text) ? undefined : [];
	}
	// What else leads here would not be sent again any more.
	if (branch.labels.length > 1) return undefined;
	if (!isInterruptible && repeats.some(isCaughtElsewhere)) return undefined;
	const [from, to] = [statements[first], statements.at(-1)];
	const isAll = repeats.every(isRepeat) && statements.slice(last + 1).every(onlyLeaves);
	return isAll && from && to ? [{ start: offset + from.start, end: offset + to.end, text: giveUp }] : undefined;
}

function statementsOf(body: readonly Part[]): readonly Part[] {
	const [only, ...more] = body;
	const all = only?.kind === 'block' && more.length === 0 ? only.children : body;
	return all.filter(({ kind }) => kind !== 'comment');
}

const onlyLeaves = ({ text }: Part): boolean => /^(?:return|break|continue);$/.test(text);

/** Whether a try around a statement that waits catches that it is interrupted; without it nothing would be. */
function isCaughtElsewhere(part: Part): boolean {
	if (part.kind === 'try' || !isSleep(part)) return false;
	for (const around of partsAround(part)) {
		if (around.kind === 'function') return false;
		const body = around.kind === 'try' ? childIn(around, 'body') : undefined;
		if (body && part.end <= body.end && /catch\s*\([^)]*InterruptedException/.test(around.text)) return true;
	}
	return false;
}

/** A statement that waits, or a try around one. */
function isSleep(part: Part): boolean {
	const body = part.kind === 'try' ? childIn(part, 'body') : undefined;
	return body ? body.children.length > 0 && body.children.every(isSleep) : sleeping.test(part.text);
}
