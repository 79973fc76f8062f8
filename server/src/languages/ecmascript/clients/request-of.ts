import { ownParts } from '../../../syntax/dispatches/statements.ts';
import { pathOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../../../syntax/parts/part.ts';
import type { ClientSite } from './client-site.ts';
import { holds } from './origin.ts';

/** Calls that may well be made twice, by the first word of their names. */
const harmless =
	/^(?:get|read|load|find|is|has|can|ensure|sleep|delay|wait|acquire|sign|build|make|prepare|resolve|check|parse|import|refresh|throttle|connect|init|auth|cookies|headers|encode|hash|fetch)(?![a-z])/;
const reading = /^(?:json|text|arrayBuffer|blob|bytes|formData|dump|cancel|clone|setTimeout)$/;
/** Bodies that can be sent only once, and requests that are made together. */
const once = /\bPromise\.(?:all|allSettled|any|race)\b|createReadStream|\bReadable|[sS]tream\b|\bduplex\b|\.pipe\(/;

/**
 * The part of a function that makes the request which the place's response answers, where the function can be run again
 * without doing twice what has been done: nothing else is waited for before. Undefined where that cannot be told.
 */
export function requestOf(site: ClientSite, around: Part): Part | undefined {
	const request = madeBy(site);
	if (!request || !holds(around, request)) return undefined;
	const text = site.block.slice(request.start, request.end);
	if (once.test(text) || isGivenStream(site, around) || sendsRequestObject(site, request)) return undefined;
	let requests = 0;
	for (const part of ownParts(around)) {
		if (part.kind !== 'await' || part.start >= site.place.branch.start) continue;
		const isRequest = holds(request, part) || holds(part, request);
		const isHarmless = mayRunTwice(part);
		if (isRequest && (site.requests.some((call) => holds(part, call)) || !isHarmless)) requests++;
		else if (!isHarmless) return undefined;
	}
	return requests <= 1 ? request : undefined;
}

/** Whether a function is given what can be read only once, by its type. */
function isGivenStream({ block }: ClientSite, around: Part): boolean {
	const list = childIn(around, 'parameters');
	return list !== undefined && /:[^,)]*(?:Stream|\bReadable)\b/.test(block.slice(list.start, list.end));
}

/** What was attempted, or the value that was waited for. */
function madeBy({ response }: ClientSite): Part | undefined {
	const { origin } = response;
	switch (origin?.kind) {
		case 'value':
			return origin.value;
		case 'caught':
			return origin.attempted;
		case 'callback':
			return origin.call;
		default:
			return undefined;
	}
}

function mayRunTwice(waiting: Part): boolean {
	const inner = childIn(waiting, 'inner');
	if (inner?.kind === 'construction') return /setTimeout/.test(inner.text);
	if (inner?.kind !== 'call') return true;
	return mayCallTwice(inner);
}

function mayCallTwice(call: Part): boolean {
	const callee = childIn(call, 'callee');
	const object = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	const word = (callee?.kind === 'member' ? childIn(callee, 'property') : callee)?.text ?? '';
	if (/^(?:then|catch|finally)$/.test(word) && object?.kind === 'call') return mayCallTwice(object);
	if (object && reading.test(word)) return object.kind !== 'call' || /^clone$/.test(lastWordOf(object));
	if (/^(?:get|fetch|load|read|find)$/.test(word)) return false;
	return harmless.test(word) || reading.test(word);
}

function lastWordOf(call: Part): string {
	return pathOf(childIn(call, 'callee'))?.split('.').at(-1) ?? '';
}

/** Whether the request is made with an object that can be used only once: `fetch(request)`. */
function sendsRequestObject({ client, block }: ClientSite, request: Part): boolean {
	return client === 'fetch' && /\bfetch\(\s*(?:req|request)\b\s*[,)]/.test(block.slice(request.start, request.end));
}
