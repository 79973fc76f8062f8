import { nameOfFunction } from '../../../syntax/code-from-parts.ts';
import { bindingOf } from '../../../syntax/dispatches/binding.ts';
import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, childrenIn, closest, type Part, partsAround, partsIn } from '../../../syntax/parts/part.ts';

/** Steps from what is looked at to the response: its status, what was read from it, what that was parsed into. */
const furthest = 4;
/** Methods of a future that give it, or what it will give. */
const sameFuture = /^(?:join|get|whenComplete|exceptionally|orTimeout|completeOnTimeout|copy|toCompletableFuture)$/;
/** Methods of a future whose function is given what it gives. */
const goesOn = /^(?:then(?:Apply|Accept|Compose)|handle|whenComplete)(?:Async)?$/;

/** Whether a call sends a request, by the name of its method and the number of its arguments. */
export type IsRequest = (method: string, count: number) => boolean;

/** The request whose response a dispatch looks at. */
export interface SentRequest {
	/** The call that sends it. */
	readonly call: Part;
	/** What the branch knows the response by. */
	readonly response: string;
	/** The method of a class that it stands in. */
	readonly around: Part;
	/** The loop in that method around it, if there is one. */
	readonly loop: Part | undefined;
}

/**
 * The call that sends the request whose response a dispatch looks at; undefined where it cannot be told.
 * @param own names of methods that were added to send requests
 */
export function sentRequest({ dispatch }: ClientPlace, isRequest: IsRequest, own?: RegExp): SentRequest | undefined {
	const { path, source, part } = dispatch.subject;
	for (const first of new Set([rootOf(path), rootOf(source)])) {
		const found = followed(first, part, isRequest, own);
		const around = found && methodAround(found.call);
		// What is that long has code of its own in it.
		if (!found || !around || found.call.text.length > 2_000) continue;
		const loop = closest(found.call, 'loop');
		return { ...found, around, loop: loop && loop.start >= around.start ? loop : undefined };
	}
	return undefined;
}

const rootOf = (path: string): string => path.split('.', 1).join();

/** The method around a part, whatever lambda expressions lie between. */
export function methodAround(part: Part): Part | undefined {
	for (const around of partsAround(part)) if (around.kind === 'function' && childIn(around, 'name')) return around;
	return undefined;
}

/** From a name to the call that gave the response, through what was read from its body. */
function followed(
	first: string,
	at: Part,
	isRequest: IsRequest,
	own: RegExp | undefined,
): { readonly call: Part; readonly response: string } | undefined {
	let from = at;
	for (const name of readFrom(first, at)) {
		const value = givenTo(name, from);
		const call = value && sending(value, isRequest, own);
		if (call) return { call, response: name };
		from = value ?? from;
	}
	return undefined;
}

/** The name, and those from which it was read: the body of a response, and the response. */
export function readFrom(first: string, at: Part): readonly string[] {
	const found = [first];
	let from = at;
	for (let name = first; found.length <= furthest; ) {
		const value = givenTo(name, from);
		const next = value && (/\b(\w+)\s*\.body\(\)/.exec(value.text)?.[1] ?? givenName(value));
		if (!value || next === undefined || found.includes(next)) break;
		found.push(next);
		name = next;
		from = value;
	}
	return found;
}

/** What a call that reads something is given by name: `body` of `mapper.readValue(body, ApiError.class)`. */
const givenName = (value: Part): string | undefined =>
	value.kind === 'call'
		? argumentsOf(value).find(({ kind, text }) => kind === undefined && /^[a-z_$]/.test(text))?.text
		: undefined;

/** What gives a name its value: where it is declared, the only place that assigns it, or the future that gives it. */
export function givenTo(name: string, at: Part): Part | undefined {
	const parameter = lambdaParameter(name, at);
	if (parameter) return promised(parameter);
	const binding = bindingOf(name, at)?.part;
	const given = binding && (childIn(binding, 'value') ?? childIn(binding, 'right'));
	if (given || binding?.kind !== 'variable') return given;
	const around = methodAround(at);
	const assigned = (around ? partsIn(around) : []).filter(
		(part) => part.kind === 'assignment' && childIn(part, 'left')?.text === name && part.end <= at.start,
	);
	const [only, ...more] = assigned;
	return only && more.length === 0 ? childIn(only, 'right') : undefined;
}

/** The call that sends, through what waits for it or goes on from it: `client.sendAsync(request, handler).join()`. */
function sending(value: Part, isRequest: IsRequest, own: RegExp | undefined): Part | undefined {
	let part: Part | undefined = value;
	for (let step = 0; part && step < 2 * furthest; step++) {
		if (part.kind === undefined) {
			part = givenTo(part.text, part);
			continue;
		}
		const callee: Part | undefined = part.kind === 'call' ? childIn(part, 'callee') : undefined;
		if (callee?.kind === undefined && own?.test(callee?.text ?? '')) return part;
		const given = callee && givenByMethod(callee);
		if (given) {
			part = given;
			continue;
		}
		if (callee?.kind !== 'member') return undefined;
		const method = childIn(callee, 'property')?.text ?? '';
		if (isRequest(method, argumentsOf(part).length)) return part;
		if (!sameFuture.test(method)) return undefined;
		part = childIn(callee, 'object');
	}
	return undefined;
}

/** What a method of the class gives, where that is one thing and nothing in the class waits by itself. */
function givenByMethod(callee: Part): Part | undefined {
	const name = /^(?:this\.)?(\w+)$/.exec(callee.text)?.[1];
	const owner = name === undefined ? undefined : closest(callee, 'class');
	if (!owner || /\.sleep\(/.test(owner.text)) return undefined;
	const [method, ...more] = partsIn(owner).filter((part) => part.kind === 'function' && nameOfFunction(part) === name);
	const returns = method && more.length === 0 ? partsIn(method).filter(({ kind }) => kind === 'return') : [];
	const [only, ...others] = returns;
	return only && others.length === 0 && methodAround(only) === method ? childIn(only, 'value') : undefined;
}

/** The first parameter of a lambda expression around a part, where it has the name. */
function lambdaParameter(name: string, part: Part): Part | undefined {
	for (const around of partsAround(part)) {
		if (around.kind !== 'function') continue;
		if (childIn(around, 'name')) return undefined;
		const list = childIn(around, 'parameters');
		const [first = list] = list ? [...childrenIn(list, 'name'), ...list.children.filter(isParameter)] : [];
		const own = first && (childIn(first, 'name') ?? first);
		if (own?.text.replace(/^\(|\)$/g, '') === name) return list;
	}
	return undefined;
}

const isParameter = ({ kind }: Part): boolean => kind === 'parameter';

/** What gives a lambda expression its argument: `sent` of `sent.thenApply(response -> …)`. */
function promised(parameter: Part): Part | undefined {
	const callback = closest(parameter, 'function');
	const list = callback?.parent;
	const callee = list?.parent && list.fields.includes('arguments') ? childIn(list.parent, 'callee') : undefined;
	const method = callee && childIn(callee, 'property')?.text;
	return callee && method !== undefined && goesOn.test(method) ? childIn(callee, 'object') : undefined;
}
