import type { ClientPlace } from '../../../syntax/language.ts';
import { closest, type Part, partsAround } from '../../../syntax/parts/part.ts';

/** What a loop does for another try. */
export interface NextTurn {
	/** The loop itself. */
	readonly part: Part;
	/** How many tries there were, from nothing; undefined where that is not counted. */
	readonly counter: string | undefined;
	/** The statement that begins the next turn. */
	readonly statement: string;
}

/** `for ($try = 0; …; $try++)`, with any last number or none */
const counting = /^for\s*\(\s*(\$\w+)\s*=\s*([01])\s*;[^;]*;\s*(?:\1\s*\+\+|\+\+\s*\1|\1\s*\+=\s*1)\s*\)/;
/** Loops that only go on: until something leaves, or for a number of tries. */
const endless =
	/^(?:while\s*\((?:\s*true|\s*1|\s*\$\w+\s*<=?\s*[\w:$>-]+)\s*\)|for\s*\(\s*;\s*;\s*\)|foreach\s*\(\s*range\()/i;
/** What makes the request of one turn another than that of the turn before. */
const moving = /\+\+|--|[-+.*]=(?!=)|\b(?:array_shift|array_pop|next|fgets|fread|shift|pop|dequeue|yield)\b/;

/**
 * The next turn of the loop around a branch, where it makes the same request again. Undefined in a loop over things, of
 * which each has its own request; `none` where there is no loop.
 */
export function nextTurn({ branch, dispatch }: ClientPlace, request: Part): NextTurn | 'none' | undefined {
	const loop = closest(branch.part, 'loop', 'function');
	if (loop?.kind !== 'loop') return 'none';
	if (request.start < loop.start) return undefined;
	const [head, counter, from] = counting.exec(loop.text) ?? [];
	const begin = head ?? endless.exec(loop.text)?.[0];
	if (begin === undefined) return undefined;
	const before = withoutCounters(loop.text.slice(begin.length, dispatch.part.start - loop.start));
	const uses = counter !== undefined && new RegExp(`\\${counter}\\b`).test(request.text);
	if (uses || moving.test(before)) return undefined;
	const statement = levels(branch.part, loop) === 1 ? 'continue;' : `continue ${levels(branch.part, loop)};`;
	return { part: loop, counter: from === '1' ? `${counter} - 1` : counter, statement };
}

/** Without counting what is only counted and compared, and so changes no request. */
function withoutCounters(text: string): string {
	const counted = /(\$\w+)\s*(?:\+\+|\+=\s*1\b)|\+\+\s*(\$\w+)/g;
	let rest = text;
	for (const [whole, after, before] of text.matchAll(counted)) {
		const uses = text.replaceAll(whole, '').match(new RegExp(`\\${after ?? before}\\b(?!\\s*(?:[<>]|[=!]==?))`, 'g'));
		if (!uses) rest = rest.replace(whole, '');
	}
	return rest;
}

/** A `continue` in a `switch` ends that first (PHP Manual, *continue*). */
function levels(part: Part, loop: Part): number {
	let found = 1;
	for (const around of [part, ...partsAround(part)]) {
		if (around === loop) return found;
		if (around.kind === 'switch' && /^switch\b/i.test(around.text)) found++;
	}
	return found;
}
