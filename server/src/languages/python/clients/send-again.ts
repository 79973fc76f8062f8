import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { indentationAt, indentationUnit, lineBreakAt, lineStartAt } from '../../../syntax/text-lines.ts';
import { type AddedFunction, addedFunction, type NeedingPlace } from './added-function.ts';
import { isRepeatBranch } from './branch-code.ts';
import { type ClientName, clientOfCall } from './client-of-call.ts';
import { canBeSentAgain, originOf } from './client-site.ts';
import { newImports } from './imports.ts';
import { refresherFor, sharedRefresh } from './refresh-code.ts';
import { lineLength, wrapped } from './wrapped.ts';

/** What a place needs to send its request again without doing anything else twice. */
interface Sending {
	readonly call: Part;
	/** Where the block of the call begins, and its text. */
	readonly offset: number;
	readonly text: string;
	readonly client: ClientName;
	readonly isAsync: boolean;
}

/** The functions that wait, and the imports that they need. */
export interface Waiting {
	readonly name: string;
	readonly added: AddedFunction;
	readonly imports: readonly string[];
}

const name = 'send_with_retry_after';

/** Sends what is given to it; the last response is the caller's. */
function sender(client: ClientName, isAsync: boolean, wait: string): AddedFunction {
	const awaits = isAsync ? 'await ' : '';
	const status = client === 'aiohttp' ? 'status' : 'status_code';
	const close = client === 'aiohttp' ? 'release()' : isAsync && client === 'httpx' ? 'aclose()' : 'close()';
	const body = [
		'"""Sends a request, and again where there were too many, as Retry-After asks."""',
		'attempt = 0',
		'while True:',
		`\tresponse = ${awaits}send_request()`,
		`\tif response.${status} != 429:`,
		'\t\treturn response',
		'\tretry_after = response.headers.get("Retry-After")',
		`\tif not ${awaits}${wait}(retry_after, attempt):`,
		'\t\treturn response',
		`\t${client === 'httpx' ? awaits : ''}response.${close}`,
		'\tattempt += 1',
	];
	return { name, parameters: [['send_request', '"Callable"']], result: '"Response"', body, isAsync, isTyped: false };
}

/**
 * Has the request sent by a function that waits as Retry-After asks: for code that cannot be done a second time as a
 * whole. The branch then deals with what is given up.
 */
export function retryBySending(
	place: ClientPlace,
	own: ClientName,
	waitingFor: (isAsync: boolean, site: NeedingPlace) => Waiting | undefined,
): readonly Edit[] | undefined {
	const sending = sendingOf(place);
	if (sending?.client !== own || /retry.?after/i.test(place.branch.part.text) || isRepeatBranch(place))
		return undefined;
	const site = { place: { ...place, offset: sending.offset }, around: sending.call };
	const waiting = waitingFor(sending.isAsync, site);
	const added = waiting && bothAdded(waiting.added, sender(sending.client, sending.isAsync, waiting.name), site);
	const imported = waiting && newImports(place, waiting.imports);
	const edit = callEdit(sending, name);
	if (!added || !imported || !edit) return undefined;
	return [...imported, ...added, edit].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Adds a function and the one that calls it, at the same place. */
function bothAdded(first: AddedFunction, second: AddedFunction, site: NeedingPlace): readonly Edit[] | undefined {
	const above = addedFunction(first, site);
	const below = addedFunction(second, site);
	if (!above || !below || above.length === 0) return above && below;
	// The first has kept its distance to what stands above both.
	return [...above, ...below.map((edit) => ({ ...edit, text: edit.text.trimStart() }))];
}

const fresh = 'send_with_fresh_token';

/** Sends what is given to it, and once more after the token was refreshed. */
function freshSender(client: ClientName, isAsync: boolean, refresh: string): AddedFunction {
	const awaits = isAsync ? 'await ' : '';
	const body = [
		'"""Sends a request, and once more with a fresh token where it was not accepted."""',
		'started = time.monotonic()',
		`response = ${awaits}send_request()`,
		`if response.${client === 'aiohttp' ? 'status' : 'status_code'} != 401:`,
		'\treturn response',
		`${awaits}${refresh}(started)`,
		`return ${awaits}send_request()`,
	];
	const parameters = [['send_request', '"Callable"']] as const;
	return { name: fresh, parameters, result: '"Response"', body, isAsync, isTyped: false };
}

/** Has the request sent once more with a fresh token; undefined where the request does not read the token itself. */
export function refreshBySending(place: ClientPlace, own: ClientName): readonly Edit[] | undefined {
	const sending = sendingOf(place);
	if (sending?.client !== own || !/token|\bauth/i.test(sending.call.text) || isRepeatBranch(place)) return undefined;
	const { isAsync, client } = sending;
	const around = closest(place.branch.part, 'function');
	const refresher = refresherFor({ place, around, isAsync });
	if (!refresher || refresher.isMethod || refresher.isAsync !== isAsync) return undefined;
	if (/token|auth|headers/i.test((around && childIn(around, 'parameters')?.text) ?? '')) return undefined;
	const site = { place: { ...place, offset: sending.offset }, around: sending.call };
	const shared = sharedRefresh(refresher);
	const added = bothAdded(shared, freshSender(client, isAsync, shared.name), site);
	const imported = newImports(place, ['import time', isAsync ? 'import asyncio' : 'import threading']);
	const edit = callEdit(sending, fresh);
	if (!added || !imported || !edit) return undefined;
	return [...imported, ...added, edit].sort((a, b) => a.start - b.start || a.end - b.end);
}

function sendingOf(place: ClientPlace): Sending | undefined {
	const origin = originOf(place);
	const around = closest(place.branch.part, 'function');
	if (!origin || origin.binding.kind === 'catch' || closest(origin.binding, 'function') !== around) return undefined;
	const call = origin.others.length === 0 ? origin.request : undefined;
	const client = call && clientOfCall(call, place);
	if (!call || !client || client === 'urllib' || !canBeSentAgain(call, around)) return undefined;
	const isAsync = isWaitedFor(call);
	const isManager = /(?:^|\.)stream$/.test(childIn(call, 'callee')?.text ?? '');
	if (isManager || /\bawait\b|\byield\b|:=/.test(call.text) || (client === 'aiohttp' && !isAsync)) return undefined;
	const inAsync = around !== undefined && childIn(around, 'asynchronous') !== undefined;
	if ((inAsync && !isAsync) || /^test_/.test((around && childIn(around, 'name')?.text) ?? '')) return undefined;
	const block = place.blocks.find(({ start }) => start === origin.offset);
	return block && { call, offset: origin.offset, text: block.code.text, client, isAsync };
}

function isWaitedFor(call: Part): boolean {
	let around = call.parent;
	while (around?.kind === 'transparent') around = around.parent;
	return around?.kind === 'await';
}

/** The call as what is sent, in a line of its own where it would be too long. */
function callEdit({ call, offset, text }: Sending, by: string): Edit | undefined {
	const at = { start: offset + call.start, end: offset + call.end };
	const line = text.slice(lineStartAt(text, call.start), call.start);
	const rest = /^[^\r\n]*/.exec(text.slice(call.end))?.[0] ?? '';
	const short = `${by}(lambda: ${call.text})`;
	if (!call.text.includes('\n') && line.length + short.length + rest.length <= lineLength)
		return { ...at, text: short };
	const unit = indentationUnit(text) ?? '    ';
	const lineBreak = lineBreakAt(text, call.start);
	const outer = indentationAt(text, call.start);
	const written = `${outer}${unit}lambda: ${call.text.split(/\r?\n/).join(`\n${unit}`)}`;
	const lines = written.includes('\n') ? written.split('\n') : wrapped(written, unit);
	if (lines.some((one) => one.includes('"""') || one.includes("'''"))) return undefined;
	return { ...at, text: [`${by}(`, ...lines, `${outer})`].join(lineBreak) };
}
