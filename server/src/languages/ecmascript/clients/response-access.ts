import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { type ClientName, type ClientSite, namesIn } from './client-site.ts';
import { escaped, mentions } from './code-text.ts';
import { keysTo } from './origin.ts';

/** An expression, and what has to be changed so that it is in reach. */
export interface Reached {
	readonly text: string;
	readonly edits: readonly Edit[];
}

/** How a client's response is read and let go. */
export interface ResponseAccess {
	/** Reads Retry-After in the branch. */
	readonly header: Reached | undefined;
	/** Statements that let go of a response that nobody reads. */
	readonly release: readonly string[];
	/** What the error is called in the branch, to be thrown on; undefined where the client does not throw. */
	readonly caught: string | undefined;
	/** What has to be changed so that the response can be let go. */
	readonly edits: readonly Edit[];
}

/** Clients whose headers are an object; the others have a method. */
const plainHeaders: ReadonlySet<ClientName> = new Set(['axios', 'got', 'undici', 'node-http', 'superagent']);
/** Clients that throw where the status is an error. */
const throwing: ReadonlySet<ClientName> = new Set(['axios', 'ky', 'got', 'superagent', 'jquery']);
/** Clients whose error has a status of its own. */
const statusOfError: ReadonlySet<ClientName> = new Set(['axios', 'superagent']);

/** How the response of a place is read and let go; undefined where it is out of reach. */
export function responseAccess(site: ClientSite): ResponseAccess | undefined {
	const { response, client } = site;
	if (response.caught && !throwing.has(client)) return undefined;
	const caught = response.caught?.name;
	if (client === 'jquery') {
		const name = response.text ?? caught;
		const header = { text: `${name}.getResponseHeader('Retry-After')`, edits: [] };
		return name ? { header, release: [], caught, edits: [] } : undefined;
	}
	const headers = headersOf(site);
	const release = releaseOf(site);
	if (!release) return undefined;
	const read = plainHeaders.has(client) ? "['retry-after']" : ".get('retry-after')";
	const header = headers && { text: headers.text + read, edits: headers.edits };
	return { header, release: release.lines, caught, edits: release.edits };
}

function headersOf(site: ClientSite): Reached | undefined {
	const { response, client } = site;
	if (response.pattern) return inPattern('headers', response.pattern, site);
	if (response.text !== undefined) {
		return { text: `${response.text}${mark(site)}.headers`, edits: [] };
	}
	const error = response.caught?.name;
	if (error === undefined || (!statusOfError.has(client) && client !== 'ky' && client !== 'got')) return undefined;
	if (site.place.dialect.typed && !isSurelyError(site, error)) return undefined;
	return { text: `${error}.response?.headers`, edits: [] };
}

/** A response that is asked with care elsewhere may be missing for the compiler here too. */
function mark({ response, block }: ClientSite): string {
	const { text } = response;
	return text !== undefined && new RegExp(`${escaped(text)}\\?\\.`).test(block) ? '?' : '';
}

/** Whether the caught error is known to have a response, where types are asked. */
function isSurelyError({ client, place, block }: ClientSite, error: string): boolean {
	if (
		new RegExp(`\\bcatch\\s*\\(\\s*${escaped(error)}\\s*:\\s*any\\b|\\(\\s*${escaped(error)}\\s*:\\s*any\\b`).test(
			block,
		)
	)
		return true;
	return statusOfError.has(client) && /\.status$/.test(place.dispatch.subject.source);
}

/** A name for a part of a response that is taken apart; added to the pattern where it is missing. */
function inPattern(key: string, pattern: Part, site: ClientSite): Reached | undefined {
	for (const child of pattern.children) {
		const name = child.kind === 'pair' ? childIn(child, 'value')?.text : child.fields.includes('key') ? child.text : '';
		if (name && keysTo(name, pattern)?.join() === key) return { text: name, edits: [] };
	}
	const last = pattern.children.at(-1);
	const around = closest(pattern, 'function');
	if (!last || mentions(namesIn(site, around ?? site.place.code.root), key)) return undefined;
	return { text: key, edits: [{ start: last.end, end: last.end, text: `, ${key}` }] };
}

interface Release {
	readonly lines: readonly string[];
	readonly edits: readonly Edit[];
}

/** How a response that nobody reads is let go, so that its connection can be used again. */
function releaseOf(site: ClientSite): Release | undefined {
	const { response, client } = site;
	const isDone = response.bodyRead === true;
	if (response.caught || isDone || !['fetch', 'ky', 'undici', 'node-http'].includes(client))
		return { lines: [], edits: [] };
	const body = response.pattern ? inPattern('body', response.pattern, site) : undefined;
	if (response.pattern && !body) return undefined;
	const { text = '' } = response;
	switch (client) {
		case 'undici':
			return { lines: [`await ${body ? body.text : `${text}${mark(site)}.body`}.dump();`], edits: body?.edits ?? [] };
		case 'node-http':
			// In the callback of its end, there is nothing left to let go.
			return body
				? undefined
				: { lines: response.bodyRead === false ? [`${text}${mark(site)}.resume();`] : [], edits: [] };
		default:
			return body ? { lines: [`await ${body.text}?.cancel();`], edits: body.edits } : releaseOfFetch(site, text);
	}
}

/** `cancel` may not be asked of a body that was read, and `node-fetch` and its like have none. */
function releaseOfFetch(site: ClientSite, text: string): Release {
	const isNative = site.fetchModule === undefined || site.fetchModule === 'undici';
	const release = isNative ? `await ${text}${mark(site)}.body?.cancel();` : `await ${text}${mark(site)}.arrayBuffer();`;
	const mayBeRead = site.response.bodyRead === undefined || isUsedBefore(site, text);
	return { lines: [mayBeRead ? `if (!${text}${mark(site)}.bodyUsed) ${release}` : release], edits: [] };
}

/** Whether something that stands before the branch reads a response, or is given it. */
function isUsedBefore({ place, block }: ClientSite, text: string): boolean {
	const reads = new RegExp(`(?<![\\w$.])${escaped(text)}\\.(?:json|text|blob|arrayBuffer|bytes|formData|body)\\b`);
	if (reads.test(block.slice(0, place.branch.start))) return true;
	for (const part of partsIn(place.code.root)) {
		if (part.kind !== 'call' || part.start > place.branch.start) continue;
		if (argumentsOf(part).some((given) => given.text === text)) return true;
	}
	return false;
}
