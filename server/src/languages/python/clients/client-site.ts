import { type Binding, bindingOf } from '../../../syntax/dispatches/binding.ts';
import { ownParts } from '../../../syntax/dispatches/statements.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsAround, partsIn } from '../../../syntax/parts/part.ts';
import { type ClientName, clientOfCall, clientOfError } from './client-of-call.ts';

/** A place, and the response or the error that it is about. */
export interface ClientSite {
	readonly place: ClientPlace;
	readonly client: ClientName;
	/** The function around the branch. */
	readonly around: Part;
	readonly isAsync: boolean;
	/** The call that made the request, or the statements in which it was made. */
	readonly request: Part;
	/** The response, or the error that comes with its headers, as it is written in the branch. */
	readonly response: string;
	/** The name of the caught error; undefined where the response itself is looked at. */
	readonly caught: string | undefined;
	/** Reads the header. */
	readonly header: string;
}

const statusOf = /^(.+)\.(?:status_code|status|code|reason)$/;
const bodyOf = /^(.+?)\.(?:json|read|text|content|body)(?:\.|$)/;
/** Methods that send a request. */
const sending = /^(?:get|post|put|patch|delete|head|options|request|send|stream|urlopen|open)$/;
/** What is read while it is sent, and is empty after that. */
const streamed =
	/\bfiles?\s*=|\b(?:data|content|body)\s*=\s*(?:open\(|f\b|fp\b|fh\b|\w*(?:file|stream|reader|handle)\w*)/i;
/** Types of what is read while it is sent. */
const streamTypes =
	/\b(?:\w*IO(?:Base)?|Async(?:Iterator|Iterable|Generator)|Iterator|Iterable|Generator|BufferedReader)\b/;

/** Where the response, or the error that came instead of it, has its name from. */
export interface Origin {
	/** The response, or the error, as the place writes it. */
	readonly response: string;
	/** What gives it its name. */
	readonly binding: Part;
	/** Where the block of that begins. */
	readonly offset: number;
	/** The request itself; undefined for an error. */
	readonly request: Part | undefined;
	/** Requests that may have given it its name instead, in another branch. */
	readonly others: readonly Part[];
}

/** The response and the client of a place; undefined where either cannot be told. */
export function clientSite(place: ClientPlace): ClientSite | undefined {
	const around = closest(place.branch.part, 'function');
	const origin = originOf(place);
	if (!around || !origin || childIn(around, 'body')?.kind !== 'block' || origin.offset !== place.offset)
		return undefined;
	const { binding, response, request } = origin;
	if (!origin.others.every((one) => canBeSentAgain(one, around))) return undefined;
	const [root = ''] = response.split('.');
	if (closest(binding, 'function') !== around) return undefined;
	const isAsync = childIn(around, 'asynchronous') !== undefined;
	const site = { place, around, isAsync, response };
	if (binding.kind === 'catch') return caughtSite(binding, root, site);
	return request && givenSite(request, root, site);
}

type Found = Pick<ClientSite, 'place' | 'around' | 'isAsync' | 'response'>;

/** How many names are followed back. */
const furthest = 4;

/** Follows what is looked at back to the response, or to the error, from which it was read. */
export function originOf(place: ClientPlace): Origin | undefined {
	let { path, part: at } = place.dispatch.subject;
	let offset = place.offset;
	for (let step = 0; step < furthest; step++) {
		const [root = '', ...rest] = path.split('.');
		const inside = assignedInside(root, at);
		const given = inside.flatMap((one) => requestGivenBy(one, path, place) ?? []);
		const [request, ...others] = given.toReversed();
		if (request && given.length < inside.length) return undefined;
		if (request) return { response: root, binding: inside.at(-1) ?? request, offset, request, others };
		const own = bindingOf(root, at);
		const above = own ? undefined : boundAbove(root, place);
		const binding = own ?? above?.binding;
		if (!binding) return undefined;
		offset = above?.offset ?? offset;
		const { part, source } = binding;
		const response = bodyOf.exec(path)?.[1] ?? statusOf.exec(path)?.[1];
		const found = { binding: part, offset, others: [] };
		if (part.kind === 'catch')
			return { ...found, response: response === `${root}.response` ? response : root, request: undefined };
		const sent = requestGivenBy(part, path, place);
		if (sent) return response === root ? { ...found, response, request: sent } : undefined;
		if (source === undefined) return undefined;
		path = [source, ...rest].join('.');
		at = part;
	}
	return undefined;
}

/** The assignments of a name in the nearest statement before, where they stand in a block of its own: `try: r = get(url)`. */
function assignedInside(name: string, at: Part): readonly Part[] {
	let inner = at;
	for (const around of partsAround(at)) {
		if (around.kind === 'function') return [];
		const before = around.kind === 'block' ? around.children.filter(({ end }) => end <= inner.start) : [];
		for (const statement of before.toReversed()) {
			const found = ownParts(statement).filter((one) => targetOf(one) === name);
			if (found.length > 0) return found.includes(statement) || statement.kind === 'loop' ? [] : found;
		}
		inner = around;
	}
	return [];
}

/** The name that a statement gives a value to. */
function targetOf(part: Part): string | undefined {
	if (part.kind !== 'variable' && part.kind !== 'assignment') return undefined;
	return (childIn(part, 'name') ?? childIn(part, 'left'))?.text;
}

/** The request whose response is given a name: sent by a client, or by a function of the file's own. */
function requestGivenBy(part: Part, path: string, place: ClientPlace): Part | undefined {
	const value = childIn(part, 'value') ?? childIn(part, 'right');
	return value && (requestIn(value) ?? (/^\w+\.status(?:_code)?$/.test(path) ? ownRequestIn(value, place) : undefined));
}

/** What gives a name its value at the top level, above the block of the place. */
function boundAbove(name: string, { blocks, offset }: ClientPlace): { binding: Binding; offset: number } | undefined {
	for (const { start, code } of blocks.filter((one) => one.start < offset).reverse()) {
		const last = code.root.children.at(-1);
		const binding = last && bindingOf(name, last);
		if (binding) return { binding, offset: start };
	}
	return undefined;
}

/** A response that a variable or a `with` was given. */
function givenSite(request: Part, root: string, site: Found): ClientSite | undefined {
	const client = clientOfCall(request, site.place);
	if (!client || client === 'urllib' || !fits(client, request, site)) return undefined;
	return { ...site, client, request, caught: undefined, header: headerOf(root, client, false) };
}

/** An error that was caught, with the response in it or with its headers. */
function caughtSite(part: Part, root: string, site: Found): ClientSite | undefined {
	const attempt = closest(part, 'try');
	const body = attempt && childIn(attempt, 'body');
	const type = part.text.slice('except'.length, (childIn(part, 'name')?.start ?? part.start) - part.start);
	const client = body && clientOfError(type, site.place);
	if (!body || !client) return undefined;
	const isError = site.response === root;
	const hasHeaders = client === 'urllib' || client === 'aiohttp';
	if (isError !== hasHeaders || (!isError && site.response !== `${root}.response`)) return undefined;
	const isSent = partsIn(body).some((one) => one.kind === 'call' && requestIn(one) === one);
	const request = isSent ? body : requestOfRaised(body);
	if (!request || !fits(client, request, site)) return undefined;
	return { ...site, client, request, caught: root, header: headerOf(site.response, client, isError) };
}

/** The request that was made before its response is asked to raise: `response.raise_for_status()`. */
function requestOfRaised(body: Part): Part | undefined {
	const raising = partsIn(body).find((one) => one.kind === 'call' && /^\w+\.raise_for_status\(\)$/.test(one.text));
	const binding = raising && bindingOf(raising.text.split('.', 1).join(), raising);
	const value = binding && (childIn(binding.part, 'value') ?? childIn(binding.part, 'right'));
	return value && requestIn(value);
}

/** A client that waits in its own way must stand in a function that can, and what was sent must still be there. */
function fits(client: ClientName, request: Part, { isAsync, around }: Found): boolean {
	if (!canBeSentAgain(request, around)) return false;
	return client === 'aiohttp' ? isAsync : client === 'httpx' || !isAsync;
}

/** Whether what a request sends is still there after it was sent. */
export function canBeSentAgain(request: Part, around: Part | undefined): boolean {
	if (streamed.test(request.text)) return false;
	const [, body] = /\b(?:data|content|body)\s*=\s*(\w+)\b(?!\s*[.(])/.exec(request.text) ?? [];
	if (body && around && new RegExp(`\\bopen\\(.*\\)\\s+as\\s+${body}\\b|\\b${body}\\s*=\\s*open\\(`).test(around.text))
		return false;
	const parameters = around && childIn(around, 'parameters');
	return !parameters || !streamTypes.test(parameters.text) || !/\b(?:data|content|body)\s*=/.test(request.text);
}

function headerOf(response: string, client: ClientName, isError: boolean): string {
	const headers = client === 'aiohttp' && isError ? `(${response}.headers or {})` : `${response}.headers`;
	return `${headers}.get("Retry-After")`;
}

/** The call in a value that sends the request. */
export function requestIn(value: Part): Part | undefined {
	if (value.kind === 'await' || value.kind === 'transparent') {
		const inner = childIn(value, 'inner');
		return inner && requestIn(inner);
	}
	if (value.kind !== 'call') return undefined;
	const callee = childIn(value, 'callee');
	const name = callee?.kind === 'member' ? childIn(callee, 'property')?.text : callee?.text;
	return sending.test(name ?? '') ? value : undefined;
}

/** Functions and methods of a file's own that are called as if they send a request. */
const ownSending =
	/^(?:self|cls)\._*\w*(?:request|call|fetch|get|post|put|patch|delete|send)\w*$|^_*(?:(?:make|send|do|api)_\w*)?(?:request|call|fetch)(?:_\w+)?$/;

/** A call of the file's own that sends the request, and does not wait by itself. */
function ownRequestIn(value: Part, { text }: ClientPlace): Part | undefined {
	const call = value.kind === 'await' || value.kind === 'transparent' ? childIn(value, 'inner') : value;
	const callee = call?.kind === 'call' ? childIn(call, 'callee')?.text : undefined;
	if (callee === undefined || !ownSending.test(callee) || /^send_request$|retry/.test(callee)) return undefined;
	const name = callee.replace(/^\w+\./, '');
	const [, declared] = text.split(new RegExp(`^[\\t ]*(?:async\\s+)?def\\s+${name}\\b`, 'm'));
	const body = declared?.split(/^[\t ]*(?:async\s+)?def\s/m, 1).join() ?? '';
	const isUnknown = declared === undefined && name === callee;
	return isUnknown || /retry.?after|\bsleep\(/i.test(body) ? undefined : call;
}
