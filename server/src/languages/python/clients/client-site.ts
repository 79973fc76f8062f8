import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/part.ts';
import { bindingOf, pathOf } from '../../../syntax/subject.ts';

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
const sending = /^(?:get|post|put|patch|delete|head|options|request|send|urlopen|open)$/;

/** The response and the client of a place; undefined where either cannot be told. */
export function clientSite(place: ClientPlace): ClientSite | undefined {
	const around = closest(place.branch.part, 'function');
	const response = responseOf(place);
	const [root] = response?.split('.') ?? [];
	if (!around || childIn(around, 'body')?.kind !== 'block' || response === undefined || root === undefined)
		return undefined;
	const binding = bindingOf(root, place.dispatch.subject.part);
	if (!binding || closest(binding.part, 'function') !== around) return undefined;
	const isAsync = childIn(around, 'asynchronous') !== undefined;
	const site = { place, around, isAsync, response };
	return binding.part.kind === 'catch' ? caughtSite(binding.part, root, site) : givenSite(binding.part, root, site);
}

type Found = Pick<ClientSite, 'place' | 'around' | 'isAsync' | 'response'>;

/** How many names are followed back. */
const furthest = 4;

/** The path of the response, or of the error, from which the subject was read. */
function responseOf({ dispatch: { subject } }: ClientPlace): string | undefined {
	let path = subject.path;
	let at = subject.part;
	for (let step = 0; step < furthest; step++) {
		const [root = '', ...rest] = path.split('.');
		const binding = bindingOf(root, at);
		if (!binding) return undefined;
		const value = childIn(binding.part, 'value') ?? childIn(binding.part, 'right');
		if (binding.part.kind === 'catch' || (value && requestIn(value)))
			return bodyOf.exec(path)?.[1] ?? statusOf.exec(path)?.[1];
		if (binding.source === undefined) return undefined;
		path = [binding.source, ...rest].join('.');
		at = binding.part;
	}
	return undefined;
}

/** A response that a variable or a `with` was given. */
function givenSite(part: Part, root: string, site: Found): ClientSite | undefined {
	const value = childIn(part, 'value') ?? childIn(part, 'right');
	const request = value && requestIn(value);
	if (!request || site.response !== root) return undefined;
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
	const requests = partsIn(body).filter((one) => one.kind === 'call' && requestIn(one) === one);
	if (requests.length === 0 || !fits(client, body, site)) return undefined;
	return { ...site, client, request: body, caught: root, header: headerOf(site.response, client, isError) };
}

/** A client that waits in its own way must stand in a function that can. */
function fits(client: ClientName, request: Part, { isAsync }: Found): boolean {
	// What is streamed was not read, and cannot be sent again.
	if (/\bstream\b|\bfiles?\s*=/.test(request.text)) return false;
	return client === 'aiohttp' ? isAsync : client === 'httpx' || !isAsync;
}

function headerOf(response: string, client: ClientName, isError: boolean): string {
	const headers = client === 'aiohttp' && isError ? `(${response}.headers or {})` : `${response}.headers`;
	return `${headers}.get("Retry-After")`;
}

/** The call in a value that sends the request. */
function requestIn(value: Part): Part | undefined {
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
function clientOfCall(call: Part, place: ClientPlace): ClientName | undefined {
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
