import { pathOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, type Part, partsIn } from '../../../syntax/parts/part.ts';
import { codeOnly, escaped } from './code-text.ts';
import { type ImportedName, importedNames } from './imported-names.ts';
import { type FoundResponse, responseAt } from './response-at.ts';

export type ClientName = 'fetch' | 'axios' | 'ky' | 'got' | 'undici' | 'node-http' | 'superagent' | 'jquery';

/** A place, the response that it is about, and the client that made the request. */
export interface ClientSite {
	readonly place: ClientPlace;
	/** The document without comments and strings. */
	readonly file: string;
	/** The block without comments and strings. */
	readonly block: string;
	readonly imported: readonly ImportedName[];
	readonly response: FoundResponse;
	readonly client: ClientName;
	/** The calls that can have made the request, in the order of the text. */
	readonly requests: readonly Part[];
	/** The module that `fetch` comes from, where it is not the one that is built in. */
	readonly fetchModule: string | undefined;
}

const clientOfModule: Readonly<Record<string, ClientName>> = {
	axios: 'axios',
	ky: 'ky',
	'ky-universal': 'ky',
	got: 'got',
	undici: 'undici',
	http: 'node-http',
	https: 'node-http',
	'node:http': 'node-http',
	'node:https': 'node-http',
	superagent: 'superagent',
	jquery: 'jquery',
};
const clientOfType: Readonly<Record<string, ClientName>> = {
	AxiosError: 'axios',
	AxiosResponse: 'axios',
	AxiosInstance: 'axios',
	KyInstance: 'ky',
	KyResponse: 'ky',
	Got: 'got',
	IncomingMessage: 'node-http',
	Response: 'fetch',
};
const globals = new Set(['window', 'globalThis', 'self', 'global', 'this']);
/** How many variables are followed from a call to its module. */
const furthest = 4;

/** The response and the client of a place; undefined where either cannot be told. */
export function clientSite(place: ClientPlace): ClientSite | undefined {
	const response = responseAt(place.dispatch.subject.part);
	if (!response) return undefined;
	const file = codeOnly(place.text);
	const block = file.slice(place.offset, place.offset + place.code.text.length);
	const imported = importedNames(place.text, file);
	const site = { place, file, block, imported, response };
	const calls = callsBehind(response).map((call) => ({ call, client: clientOfCall(call, site) }));
	const client = calls.find((one) => one.client)?.client ?? clientOfResponse(site);
	if (!client) return undefined;
	const requests = calls.filter((one) => one.client === client).map((one) => one.call);
	const fetchModule = imported.find((name) => name.local === 'fetch')?.module;
	return { ...site, client, requests, fetchModule };
}

type Found = Omit<ClientSite, 'client' | 'requests' | 'fetchModule'>;

/** The calls in what the response comes from, outermost first. */
function callsBehind({ origin }: FoundResponse): readonly Part[] {
	if (origin?.kind === 'callback') return [origin.call];
	const from = origin?.kind === 'value' ? origin.value : origin?.kind === 'caught' ? origin.attempted : undefined;
	if (!from) return [];
	return [...partsIn(from)].filter((part) => part.kind === 'call');
}

function clientOfCall(call: Part, site: Found): ClientName | undefined {
	const path = pathOf(childIn(call, 'callee')) ?? '';
	const words = path.split('.').filter((word) => word !== 'prototype');
	if (words.length === 0) return undefined;
	if (/^(?:window\.)?(?:\$|jQuery)\.(?:ajax|get|post|getJSON)$/.test(path)) return 'jquery';
	const objects = words.length > 1 ? words.slice(0, -1).filter((word) => !globals.has(word)) : words;
	if (objects.length === 0) return words.at(-1) === 'fetch' ? 'fetch' : undefined;
	for (const word of objects) {
		const client = clientOfName(word, site, 0);
		if (client) return client;
	}
	return words.length === 1 && /^\w*[a-z]Fetch$|^fetch(?:With\w+)?$/.test(path) ? 'fetch' : undefined;
}

/** The client that a name stands for: imported, or made by one that is. */
function clientOfName(name: string, site: Found, step: number): ClientName | undefined {
	if (step > furthest || name === '') return undefined;
	const found = site.imported.find((one) => one.local === name);
	if (found) return found.imported === 'fetch' || name === 'fetch' ? 'fetch' : clientOfModule[found.module];
	if (name === 'fetch') return 'fetch';
	const own = escaped(name);
	const typed = new RegExp(`(?<![\\w$])#?${own}\\s*[?!]?\\s*:\\s*([\\w$]+)`).exec(site.file)?.[1];
	const type = typed && site.imported.find((one) => one.local === typed && clientOfModule[one.module]);
	if (type) return clientOfModule[type.module];
	const made = new RegExp(`(?<![\\w$])${own}\\s*(?::[^=;,(){}]*)?=\\s*(?:await\\s+|new\\s+)?([\\w$]+)(?=[.(])`);
	const maker = made.exec(site.file)?.[1];
	return maker && maker !== name ? clientOfName(maker, site, step + 1) : undefined;
}

/** The client that the response looks to be of, where no call shows it. */
function clientOfResponse(site: Found): ClientName | undefined {
	const { response, imported, block } = site;
	const used = new Set(imported.flatMap(({ module }) => clientOfModule[module] ?? []));
	const name = response.text ?? response.caught?.name ?? '';
	const type = new RegExp(`(?<![\\w$.])${escaped(name)}\\s*\\??\\s*:\\s*([\\w$]+)`).exec(block)?.[1] ?? '';
	const module = imported.find((one) => one.local === type)?.module;
	if (clientOfType[type]) return module && !clientOfModule[module] ? undefined : clientOfType[type];
	const [only, ...others] = used;
	if (response.caught) return others.length === 0 && only !== 'node-http' && only !== 'undici' ? only : undefined;
	if (used.size > 0) return others.length === 0 && response.origin?.kind === 'value' ? only : undefined;
	return readsLikeFetch(name, block) ? 'fetch' : undefined;
}

function readsLikeFetch(name: string, block: string): boolean {
	if (!/^[\w$]+$/.test(name)) return false;
	return new RegExp(
		`(?<![\\w$.])${escaped(name)}\\.(?:json|text|blob|arrayBuffer|clone)\\(|${escaped(name)}\\.ok\\b`,
	).test(block);
}

/** The text of a part of the block without comments, strings and keys, so that each name in it is a variable or a member. */
export function namesIn({ block }: Pick<ClientSite, 'block'>, around: Part): string {
	const pieces: string[] = [];
	let from = around.start;
	for (const part of partsIn(around)) {
		const key = part.kind === 'pair' ? childIn(part, 'key') : undefined;
		if (!key || key.kind === 'transparent' || key.start < from) continue;
		pieces.push(block.slice(from, key.start), ' '.repeat(key.end - key.start));
		from = key.end;
	}
	return pieces.join('') + block.slice(from, around.end);
}
