import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/part.ts';
import { type Binding, bindingOf, pathOf } from '../../../syntax/subject.ts';

export type ClientName = 'requests' | 'httpx' | 'aiohttp' | 'urllib';

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

const clientOfModule: Readonly<Record<string, ClientName>> = {
	requests: 'requests',
	httpx: 'httpx',
	aiohttp: 'aiohttp',
	urllib: 'urllib',
};
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
}

/** The response and the client of a place; undefined where either cannot be told. */
export function clientSite(place: ClientPlace): ClientSite | undefined {
	const around = closest(place.branch.part, 'function');
	const origin = originOf(place);
	if (!around || !origin || childIn(around, 'body')?.kind !== 'block' || origin.offset !== place.offset)
		return undefined;
	const { binding, response } = origin;
	const [root = ''] = response.split('.');
	if (closest(binding, 'function') !== around) return undefined;
	const isAsync = childIn(around, 'asynchronous') !== undefined;
	const site = { place, around, isAsync, response };
	return binding.kind === 'catch' ? caughtSite(binding, root, site) : givenSite(binding, root, site);
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
		const own = bindingOf(root, at);
		const above = own ? undefined : boundAbove(root, place);
		const binding = own ?? above?.binding;
		if (!binding) return undefined;
		offset = above?.offset ?? offset;
		const { part, source } = binding;
		const value = childIn(part, 'value') ?? childIn(part, 'right');
		const response = bodyOf.exec(path)?.[1] ?? statusOf.exec(path)?.[1];
		if (part.kind === 'catch')
			return { response: response === `${root}.response` ? response : root, binding: part, offset };
		if (value && requestIn(value)) return response === root ? { response, binding: part, offset } : undefined;
		if (source === undefined) return undefined;
		path = [source, ...rest].join('.');
		at = part;
	}
	return undefined;
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
function givenSite(part: Part, root: string, site: Found): ClientSite | undefined {
	const value = childIn(part, 'value') ?? childIn(part, 'right');
	const request = value && requestIn(value);
	if (!request) return undefined;
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

/** The client that is called, or the only one that the file imports. */
export function clientOfCall(call: Part, place: ClientPlace): ClientName | undefined {
	const path = pathOf(childIn(call, 'callee')) ?? '';
	return clientOfName(path.split('.', 1).join(), place) ?? onlyClient(place);
}

function clientOfError(type: string, place: ClientPlace): ClientName | undefined {
	for (const [name] of type.matchAll(/[A-Za-z_]\w*(?:\.\w+)*/g)) {
		const client = clientOfName(name.split('.', 1).join(), place);
		if (client) return client;
	}
	return /\b(?:HTTPError|HTTPStatusError|ClientResponseError|RequestException)\b/.test(type)
		? onlyClient(place)
		: undefined;
}

/** The client whose module has the name, or from which it was taken. */
function clientOfName(name: string, { blocks }: ClientPlace): ClientName | undefined {
	for (const { module, names } of blocks.flatMap(({ code }) => code.imports)) {
		const client = clientOfModule[module.split('.', 1).join()];
		if (client && names.some(({ alias }) => alias === name || alias.startsWith(`${name}.`))) return client;
	}
	return undefined;
}

function onlyClient({ blocks }: ClientPlace): ClientName | undefined {
	const modules = blocks.flatMap(({ code }) => code.imports.map(({ module }) => module));
	const used = new Set(
		modules
			.filter((module) => module !== 'urllib.parse')
			.flatMap((module) => clientOfModule[module.split('.', 1).join()] ?? []),
	);
	const [only, ...others] = used;
	return others.length === 0 ? only : undefined;
}
