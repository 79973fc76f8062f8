import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { bodyEdits, bodyOf, layoutOf } from './branch-body.ts';
import { doesMore } from './does-more.ts';
import { promisedAttempts, repeatOf } from './repeat.ts';
import { givenResponse } from './response-of.ts';
import { declaration, giveUp, type HeaderWords, helperFor } from './retry-after.ts';

/** A function that gives a promise, and what is called back with the response. Offsets count from the block's start. */
interface Promised {
	readonly around: Part;
	readonly callback: Part;
	/** The call that sends the request. */
	readonly request: Part;
	/** Whether it is called back with the error instead. */
	readonly isRejected: boolean;
}

/**
 * Has the promise wait as Retry-After asks, by Guzzle's own `delay`, and makes it once more; undefined where that cannot
 * be done well.
 */
export function retryPromised(place: ClientPlace, words: HeaderWords): readonly Edit[] | undefined {
	const { branch, dispatch, offset } = place;
	const promised = promisedAt(dispatch.part);
	if (!promised || closest(branch.part, 'loop', 'function') !== promised.callback || dispatch.broken) return undefined;
	const { around, callback, request, isRejected } = promised;
	if (/retry[-_]?after|\$wait\b|\$delay\b|['"]delay['"]/i.test(around.text)) return undefined;
	const text = givenResponse(place, callback, words);
	const repeat = repeatOf(around, branch.part, promisedAttempts);
	const list = bodyOf(place);
	const helped = helperFor(around, place);
	const added = [delayIn(request), usedIn(callback, around)];
	if (text === undefined || !repeat || !list || !helped || added.includes(undefined)) return undefined;
	const found = { text, request, caught: isRejected ? /^\$\w+/.exec(text)?.[0] : undefined };
	if (doesMore(around, { ...place, dispatch: { ...dispatch, part: request } }, found)) return undefined;
	const lines = [
		`$wait = ${helped.call}(${words.header(found)}, ${promisedAttempts.name});`,
		'if ($wait !== null) {',
		...repeat.lines.map((line) => `\t${line}`),
		'}',
	];
	const layout = layoutOf(place, around);
	const passOn = giveUp(found, { attempt: promisedAttempts.name, statements: [], edits: [] });
	const placed = [...repeat.edits, ...added].flatMap((one) =>
		one ? [{ start: offset + one.start, end: offset + one.end, text: one.text }] : [],
	);
	return [
		...placed,
		...bodyEdits(list, lines, passOn, place, layout),
		...(helped.isThere ? [] : [declaration(helped.head, around, place, layout)]),
	].sort((a, b) => a.start - b.start);
}

/** `return $client->getAsync($url)->then(function ($response) { … });` */
function promisedAt(part: Part): Promised | undefined {
	const callback = closest(part, 'function');
	const call = callback?.parent?.fields.includes('arguments') ? callback.parent.parent : undefined;
	const callee = call && childIn(call, 'callee');
	const method = callee && childIn(callee, 'property')?.text;
	const given = call ? argumentsOf(call) : [];
	const request = callee && childIn(callee, 'object');
	if (!callback || !call || !request || !/^(?:then|otherwise)$/.test(method ?? '')) return undefined;
	const around = closest(call, 'function');
	const isSent = request.kind === 'call' && /->(?:\w+Async)$/.test(childIn(request, 'callee')?.text ?? '');
	if (!around || !isSent || call.parent?.kind !== 'return' || closest(call, 'loop', 'function') !== around)
		return undefined;
	return { around, callback, request, isRejected: method === 'otherwise' || given[1] === callback };
}

/** Which argument of a call that sends takes the options (Guzzle, *Client*). */
const optionsAt = (callee: string): number => (callee.endsWith('requestAsync') ? 2 : 1);

/** Adds the option that has the request wait, in milliseconds. */
function delayIn(request: Part): Edit | undefined {
	const given = argumentsOf(request);
	const at = optionsAt(childIn(request, 'callee')?.text ?? '');
	const last = given.at(-1);
	const options = given[at];
	const delay = "'delay' => $delay";
	if (!last || given.length < at || given.some(({ kind }) => kind === 'pair' || kind === 'spread')) return undefined;
	if (!options) return { start: last.end, end: last.end, text: `, [${delay}]` };
	if (options.kind === undefined) return { start: options.start - 1, end: options.start - 1, text: `[${delay}] + ` };
	const [, opening = '', blanks = ''] = /^(\[)(\s*)/.exec(options.text) ?? [];
	if (opening === '') return undefined;
	const start = options.start + opening.length + blanks.length;
	const isEmpty = /^\[\s*\]$/.test(options.text);
	return { start, end: start, text: isEmpty ? delay : `${delay},${blanks === '' ? ' ' : blanks}` };
}

/** Hands a callback what it calls the function with; undefined where that cannot be, or it promises to give no promise. */
function usedIn(callback: Part, around: Part): Edit | undefined {
	const list = childIn(callback, 'parameters');
	const body = childIn(callback, 'body');
	const names = partsIn(childIn(around, 'parameters') ?? around, ({ kind }) => kind !== 'block')
		.filter(({ kind }) => kind === 'parameter')
		.map((one) => `$${childIn(one, 'name')?.text}`);
	if (!list || body?.kind !== 'block' || /^static\b/.test(callback.text)) return undefined;
	const between = callback.text.slice(list.end - callback.start, body.start - callback.start);
	const [whole, before = '', used = ''] = /^(\s*use\s*\()([^)]*)\)/.exec(between) ?? [];
	if (used.includes('&') || /:\s*(?!\??(?:mixed|PromiseInterface)\b)[\w\\?]/.test(between.slice(whole?.length ?? 0)))
		return undefined;
	const known = used.split(',').map((one) => one.trim());
	const missing = [...names, promisedAttempts.name].filter((one) => !known.includes(one));
	if (whole === undefined) return { start: list.end, end: list.end, text: ` use (${missing.join(', ')})` };
	const at = list.end + before.length + used.trimEnd().replace(/,$/, '').length;
	return { start: at, end: at, text: `${used.trim() === '' ? '' : ', '}${missing.join(', ')}` };
}
