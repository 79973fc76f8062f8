import { argumentsOf, keyOf, pathOf } from '../../../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../../../syntax/parts/part.ts';
import { type Origin, originOf } from './origin.ts';

/** The response that a dispatch is about. */
export interface FoundResponse {
	/** As it can be written in the branch: `error.response`; undefined where it has no name. */
	readonly text: string | undefined;
	/** What takes the response apart where it has no name: `{ statusCode, headers }`. */
	readonly pattern: Part | undefined;
	/** The caught error by its name, where the response comes with one; `isError` where only the error is known. */
	readonly caught: { readonly name: string; readonly isError: boolean } | undefined;
	/** Where the response, or the error it comes with, comes from. */
	readonly origin: Origin | undefined;
	/** Whether what is looked at was in its body, so that the body was read; undefined where that cannot be told. */
	readonly bodyRead: boolean | undefined;
}

const statusWord = /^(?:status|statusCode|status_code|httpStatus)$/;
const reading = new Set(['json', 'text', 'body', 'arrayBuffer', 'blob', 'bytes', 'formData', 'clone']);
const decoding = /parse|decode|read|extract|json|error/i;
const likeResponse = ['response', 'res', 'resp', 'rsp', 'reply', 'jqXHR'];
/** How many names are followed back. */
const furthest = 6;

/** The response that a subject comes from; undefined where that cannot be told. */
export function responseAt(subject: Part): FoundResponse | undefined {
	return behind(subject, 0) ?? nearestResponse(subject);
}

/** Follows a value back to the response that it was read from. */
function behind(part: Part | undefined, step: number): FoundResponse | undefined {
	if (!part || step > furthest) return undefined;
	switch (part.kind) {
		case 'transparent':
		case 'await':
			return behind(childIn(part, 'inner'), step);
		case 'fallback':
		case 'or':
			return behind(childIn(part, 'left'), step);
		case 'member':
		case 'subscript':
			return behindMember(part, step);
		case 'call':
			return behindCall(part, step);
		case undefined:
			return behindName(part, step);
		default:
			return undefined;
	}
}

function behindMember(part: Part, step: number): FoundResponse | undefined {
	const object = childIn(part, 'object');
	const key = keyOf(childIn(part, 'property')) ?? '';
	if (!object) return undefined;
	if (key === 'response') return whole(part, false);
	if (statusWord.test(key)) return whole(object, false);
	const found = behind(object, step + 1);
	if (found && !found.caught?.isError) return found;
	if (key === 'data' || key === 'body') return whole(object, true);
	return found;
}

function behindCall(call: Part, step: number): FoundResponse | undefined {
	const callee = childIn(call, 'callee');
	const method = callee?.kind === 'member' ? childIn(callee, 'property')?.text : callee?.text;
	const object = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	if (object && method && reading.has(method)) return whole(ownerOfBody(object), method !== 'clone');
	if (method && decoding.test(method)) {
		for (const given of argumentsOf(call)) {
			const isResponse = given.kind === undefined && likeResponse.includes(given.text);
			const found = isResponse ? whole(given, true) : behind(given, step + 1);
			if (found) return found;
		}
	}
	return behind(object, step + 1);
}

/** undici reads `response.body.json()`. */
function ownerOfBody(part: Part): Part {
	const isBody = part.kind === 'member' && keyOf(childIn(part, 'property')) === 'body';
	return (isBody && childIn(part, 'object')) || part;
}

function behindName(part: Part, step: number): FoundResponse | undefined {
	const origin = originOf(part.text, part);
	if (origin?.kind === 'caught') return caughtOnly(part.text, origin);
	if (origin?.kind !== 'value') return undefined;
	const { keys, value } = origin;
	const last = keys.at(-1) ?? '';
	if (last === '') return behind(value, step + 1);
	if (last === 'response') return named(part, origin);
	if (statusWord.test(last)) return takenApart(origin, keys.slice(0, -1), false);
	const found = behind(value, step + 1);
	if (found && !found.caught?.isError) return found;
	return keys[0] === 'data' || keys[0] === 'body' || keys.includes('response')
		? takenApart(origin, keys.slice(0, keys.indexOf('response') + 1), true)
		: found;
}

/** A response that was taken out of something under its own name. */
function named(part: Part, origin: Origin & { kind: 'value' }): FoundResponse {
	const error = caughtBehind(pathOf(origin.value)?.split('.')[0] ?? '', origin.value, 0);
	const caught = error && { name: error.name, isError: false };
	return { text: part.text, pattern: undefined, caught, origin: error?.origin ?? origin, bodyRead: false };
}

/** The response behind a pattern such as `{ status }` or `{ response: { status } }`. */
function takenApart(
	origin: Origin & { kind: 'value' },
	keys: readonly string[],
	bodyRead: boolean,
): FoundResponse | undefined {
	const { value, target } = origin;
	if (pathOf(value) === undefined || holdsCall(value)) {
		if (keys.length > 0) return undefined;
		return { text: undefined, pattern: target, caught: undefined, origin, bodyRead };
	}
	const found = whole(value, bodyRead);
	if (!found || keys.length === 0) return found;
	const caught = found.caught && { name: found.caught.name, isError: false };
	return { ...found, text: [value.text, ...keys].join('.'), caught };
}

/** A part that is the response itself, or the error that was caught. */
function whole(part: Part, bodyRead: boolean): FoundResponse | undefined {
	if (part.kind === 'call') {
		const callee = childIn(part, 'callee');
		const object = callee && childIn(callee, 'object');
		return object && childIn(callee, 'property')?.text === 'clone' ? whole(object, false) : undefined;
	}
	const path = pathOf(part);
	if (path === undefined || holdsCall(part)) return undefined;
	const root = path.split('.')[0] ?? '';
	const origin = originOf(root, part);
	const error = caughtBehind(root, part, 0);
	const isError = path === root && origin?.kind === 'caught' && origin.keys.length === 0;
	if (isError && origin) return { ...caughtOnly(part.text, origin), bodyRead };
	const caught = error && { name: error.name, isError: false };
	return { text: part.text, pattern: undefined, caught, origin: error?.origin ?? origin, bodyRead };
}

function holdsCall(part: Part): boolean {
	if (part.kind === 'call' || part.kind === 'await') return true;
	const inner = childIn(part, 'inner') ?? childIn(part, 'object');
	return inner !== undefined && holdsCall(inner);
}

function caughtOnly(name: string, origin: Origin): FoundResponse {
	return { text: undefined, pattern: undefined, caught: { name, isError: true }, origin, bodyRead: false };
}

/** The caught error that a name was taken from. */
function caughtBehind(name: string, at: Part, step: number): { name: string; origin: Origin } | undefined {
	const origin = originOf(name, at);
	if (origin?.kind === 'caught') return { name, origin };
	const path = origin?.kind === 'value' ? pathOf(origin.value) : undefined;
	if (origin?.kind !== 'value' || path === undefined || step > furthest) return undefined;
	return caughtBehind(path.split('.')[0] ?? '', origin.value, step + 1);
}

/** The nearest name that reads like a response. */
function nearestResponse(subject: Part): FoundResponse | undefined {
	for (const name of likeResponse) {
		const origin = originOf(name, subject);
		const isRequest = origin?.kind === 'callback' || (origin?.kind === 'value' && holdsCall(origin.value));
		if (!origin || (!isRequest && origin.kind !== 'parameter')) continue;
		return { text: name, pattern: undefined, caught: undefined, origin, bodyRead: undefined };
	}
	return undefined;
}
