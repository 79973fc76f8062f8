import { leaves } from '../../../syntax/dispatches/statements.ts';
import { childIn, closest, type Part, partsAround } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { beginsLine, indentationAt, lineBreakAt, lineEndAt } from '../../../syntax/text-lines.ts';
import { isWithin } from './added-function.ts';
import type { BranchBody } from './branch-code.ts';
import type { ClientSite } from './client-site.ts';

/** How a request is made once more. */
export interface Repetition {
	/** What says how many tries there were. */
	readonly attempt: string;
	/** Statements that repeat. */
	readonly statements: readonly string[];
	/** What else they need; offsets count from the block's start. */
	readonly edits: readonly Edit[];
	/** Statements of the branch that are among them. */
	readonly moved: readonly Part[];
}

/** The loop around a part in the same function. */
export function loopAround(part: Part, own: Part): Part | undefined {
	for (const around of partsAround(part)) {
		if (around === own) return undefined;
		if (around.kind === 'loop') return around;
	}
	return undefined;
}

const counts: readonly (readonly [RegExp, string])[] = [
	[/^range\(\s*(?:0\s*,\s*)?[\w.]+(?:\s*[+-]\s*\d+)?\s*\)$/, '%'],
	[/^(?:itertools\.)?count\(\s*0?\s*\)$/, '%'],
	[/^range\(\s*1\s*,\s*[\w.]+(?:\s*[+-]\s*\d+)?\s*\)$/, '% - 1'],
];

/** The next turn of a loop of tries; undefined where the loop may be about something else. */
export function nextTurn(loop: Part, site: ClientSite, body: BranchBody): Repetition | undefined {
	if (!isWithin(site.request, loop)) return undefined;
	const target = childIn(loop, 'name');
	return target ? nextCounted(loop, target, site) : nextOfWhile(loop, site, body);
}

/** A loop that counts: `for attempt in range(3)`. One that throws its count away gets a name for it. */
function nextCounted(loop: Part, target: Part, { around }: ClientSite): Repetition | undefined {
	const given = childIn(loop, 'value')?.text.trim() ?? '';
	const [, pattern] = counts.find(([one]) => one.test(given)) ?? [];
	if (pattern === undefined || !/^\w+$/.test(target.text)) return undefined;
	const isThrownAway = /^_+$/.test(target.text);
	const uses = loop.text.match(new RegExp(`(?<![\\w])${target.text}(?!\\w)`, 'g'))?.length ?? 0;
	const name = isThrownAway ? freeName(around) : target.text;
	if (name === undefined || (isThrownAway && uses > 1)) return undefined;
	const edits = isThrownAway ? [{ start: target.start, end: target.end, text: name }] : [];
	return { attempt: pattern.replace('%', name), statements: ['continue'], edits, moved: [] };
}

const bounded = /^\(?\s*(\w+)\s*(?:<=?|!=)\s*[\w.]+\s*\)?$/;

/** A loop that the branch goes on with: it counts already, or is given a count of its own. */
function nextOfWhile(loop: Part, site: ClientSite, { repeats, kept }: BranchBody): Repetition | undefined {
	const counter = bounded.exec(childIn(loop, 'condition')?.text ?? '')?.[1];
	const step = kept.find((one) => counter !== undefined && one.text === `${counter} += 1`);
	const before = site.place.code.text.slice(0, loop.start);
	if (counter !== undefined && step && new RegExp(`\\b${counter}\\s*=\\s*0\\s*$`, 'm').test(before))
		return { attempt: counter, statements: [step.text, 'continue'], edits: [], moved: [step] };
	const name = freeName(site.around);
	const goesOn =
		repeats.some(({ kind }) => kind === 'continue') || (repeats.length > 0 && endsTurn(site.place.branch.part, loop));
	if (!goesOn || name === undefined || counter !== undefined) return undefined;
	const edits = ownCount(loop, name, site);
	return edits && { attempt: name, statements: [`${name} += 1`, 'continue'], edits, moved: [] };
}

/** Whether nothing follows a branch in the turn of its loop. */
function endsTurn(branch: Part, loop: Part): boolean {
	let inner = branch;
	for (const around of partsAround(branch)) {
		if (around === loop) return true;
		const isLast =
			around.kind !== 'block' || around.children.every(({ kind, start }) => kind === 'comment' || start <= inner.start);
		if (!isLast) return false;
		inner = around;
	}
	return false;
}

const freeName = (around: Part): string | undefined =>
	['attempt', 'attempts', 'tries'].find((one) => !new RegExp(`(?<![\\w.])${one}\\b`).test(around.text));

/** A count that begins before the loop, and anew after each request that was not limited. */
function ownCount(loop: Part, name: string, { place }: ClientSite): readonly Edit[] | undefined {
	const { text } = place.code;
	const statements = childIn(loop, 'body')?.children.filter(({ kind }) => kind !== 'comment') ?? [];
	const index = statements.findIndex((one) => isWithin(place.branch.part, one));
	const own = statements[index];
	if (!own || !beginsLine(text, loop.start) || !beginsLine(text, own.start)) return undefined;
	const lineBreak = lineBreakAt(text, loop.start);
	const begin = {
		start: loop.start,
		end: loop.start,
		text: `${name} = 0${lineBreak}${indentationAt(text, loop.start)}`,
	};
	const after = statements.slice(index + 1);
	if (leaves(after) || closest(own, 'function') !== closest(loop, 'function')) return [begin];
	const at = lineEndAt(text, own.end);
	return [begin, { start: at, end: at, text: `${lineBreak}${indentationAt(text, own.start)}${name} = 0` }];
}
