import { bindingOf } from '../../../syntax/dispatches/binding.ts';
import { argumentsOf, pathOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part } from '../../../syntax/parts/part.ts';
import { nameOfPackage } from './imports.ts';

/** The request whose response a dispatch looks at. Offsets of parts count from the block. */
export interface SentRequest {
	/** The call that sends it. */
	readonly call: Part;
	/** The function that it stands in. */
	readonly around: Part;
	/** The name of the response. */
	readonly response: string;
	/** What the package net/http is called. */
	readonly http: string;
	/** For `client.Do(request)`: `client.Do` and `request`. Undefined for calls that make the request themselves. */
	readonly done: { readonly method: string; readonly request: string } | undefined;
	/** The loop around both, if there is one. */
	readonly loop: Part | undefined;
}

/** Steps from what is looked at to the response: its status, what was read from it, what that was decoded into. */
const furthest = 4;
/** Bodies that are made anew each time that the expression is. */
const freshBody = /^(?:nil|http\.NoBody|(?:strings|bytes)\.New(?:Reader|Buffer|BufferString)\([\s\S]*\))$/;
/** What gives something else each time, or nothing more. */
const taking = /\b(?:Read\w*|Next|Recv|Receive|Pop|Scan)\(|<-/;

/** Finds the request in the function of the dispatch; undefined where it is sent elsewhere or cannot be repeated. */
export function sentRequest({ dispatch, blocks, text }: ClientPlace): SentRequest | undefined {
	const http = nameOfPackage('net/http', blocks);
	const around = closest(dispatch.part, 'function');
	const { path, source, part } = dispatch.subject;
	// A response whose status is a method is of another library.
	if (http === undefined || !around || part.text.includes('(')) return undefined;
	for (const first of new Set([rootOf(path), rootOf(source)])) {
		const found = followed(first, part, text);
		const call = found?.call;
		if (!found || !call || closest(call, 'function') !== around) continue;
		const loop = closest(call, 'loop');
		const isOutside = loop === undefined || loop.end <= around.start || loop.start < around.start;
		const own = isRequest(call) ? undefined : senderIn(text, call);
		const done = doneBy(call, own);
		if (done === undefined && !(own ? own.isRepeatable : isRepeatable(call, http))) return undefined;
		return { call, around, response: found.response, http, done, loop: isOutside ? undefined : loop };
	}
	return undefined;
}

/** From a name to the call that gave the response, through what was read from its body. */
function followed(
	first: string,
	at: Part,
	text: string,
): { readonly call: Part; readonly response: string } | undefined {
	let name = first;
	for (let step = 0; step < furthest; step++) {
		const binding = bindingOf(name, at)?.part;
		const value = binding && (childIn(binding, 'value') ?? childIn(binding, 'right'));
		const call = value ?? binding;
		if (call?.kind !== 'call') return undefined;
		if (value && (isRequest(call) || senderIn(text, call))) return { call, response: name };
		const next = bodyGivenTo(call);
		if (next === undefined || next === name) return undefined;
		name = next;
	}
	return undefined;
}

const rootOf = (path: string): string => path.split('.', 1).join();

/** `resp` of `io.ReadAll(resp.Body)` and of `json.NewDecoder(resp.Body).Decode(&body)`. */
function bodyGivenTo(call: Part): string | undefined {
	const body = /\b(\w+)\.Body\b/.exec(call.text)?.[1];
	if (body !== undefined) return body;
	const [first] = argumentsOf(call);
	return first && rootOf(pathOf(first) ?? '');
}

function isRequest(call: Part): boolean {
	const callee = childIn(call, 'callee');
	const method = callee?.kind === 'member' ? childIn(callee, 'property')?.text : undefined;
	const count = argumentsOf(call).length;
	return (method === 'Do' && count === 1) || (/^(?:Get|Head|PostForm|Post)$/.test(method ?? '') && count > 0);
}

/** A function of the file's own that sends a request. */
interface Sender {
	/** Whether it is given the request, and nothing else. */
	readonly takesRequest: boolean;
	/** Whether it makes the same request when it is called the same. */
	readonly isRepeatable: boolean;
}

/** The function of the file that is called and gives a response, where it does not wait by itself. */
function senderIn(text: string, call: Part): Sender | undefined {
	const name = /^(?:\w+\.)?(\w+)$/.exec(childIn(call, 'callee')?.text ?? '')?.[1];
	if (name === undefined) return undefined;
	const declared = new RegExp(
		`^func (?:\\([^()]*\\) )?${name}\\(([^()]*)\\) \\(\\*\\w+\\.Response, error\\) \\{$`,
		'm',
	).exec(text);
	const [head = '', parameters = ''] = declared ?? [];
	const body = text.slice((declared?.index ?? 0) + head.length);
	const own = body.slice(0, Math.max(0, body.search(/^\}/m)));
	if (!declared || /retry|\.(?:Sleep|After)\(|TooManyRequests|\b429\b/i.test(own)) return undefined;
	const isRepeatable = !/\bio\.|\bchan\b/.test(parameters) && !taking.test(call.text);
	return { takesRequest: /^\w+ \*\w+\.Request$/.test(parameters), isRepeatable };
}

function doneBy(call: Part, own: Sender | undefined): SentRequest['done'] {
	const callee = childIn(call, 'callee');
	const [request] = argumentsOf(call);
	if (!callee || !request || !(own ? own.takesRequest : callee.text.endsWith('.Do'))) return undefined;
	return { method: callee.text, request: request.text };
}

/** Whether a call that makes its request itself sends the same once more. */
function isRepeatable(call: Part, http: string): boolean {
	const [, , body] = argumentsOf(call);
	return body === undefined || (freshBody.test(body.text.replace(`${http}.`, 'http.')) && !taking.test(body.text));
}
