import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part } from '../../../syntax/part.ts';
import { argumentsOf, bindingOf } from '../../../syntax/subject.ts';

/** Steps from what is looked at to the response: its status, what was read from it, what that was parsed into. */
const furthest = 4;

/** Whether a call sends a request, by the name of its method and the number of its arguments. */
export type IsRequest = (method: string, count: number) => boolean;

/** The call that sends the request whose response a dispatch looks at; undefined where it cannot be told or repeated. */
export function sentRequest({ dispatch }: ClientPlace, isRequest: IsRequest): Part | undefined {
	const { path, source, part } = dispatch.subject;
	const around = closest(part, 'function');
	for (const first of new Set([rootOf(path), rootOf(source)])) {
		const call = followed(first, part, isRequest);
		if (!call || call.text.length > 2_000) continue;
		const loop = closest(call, 'loop');
		// A loop may have tries of its own.
		if (loop && around && loop.start >= around.start) return undefined;
		return call;
	}
	return undefined;
}

const rootOf = (path: string): string => path.split('.', 1).join();

/** From a name to the call that gave the response, through what was read from its body. */
function followed(first: string, at: Part, isRequest: IsRequest): Part | undefined {
	let name = first;
	let from = at;
	for (let step = 0; step < furthest; step++) {
		const binding = lambdaParameter(name, from) ?? bindingOf(name, from)?.part;
		if (!binding) return undefined;
		const value = childIn(binding, 'value') ?? childIn(binding, 'right') ?? promised(binding);
		const call = value && sending(value, isRequest);
		if (call) return call;
		const next = value && /\b(\w+)\s*\.body\(\)/.exec(value.text)?.[1];
		if (next === undefined || next === name) return undefined;
		name = next;
		from = binding;
	}
	return undefined;
}

/** The call in a chain that sends: `client.sendAsync(request, handler)` of what waits for it or goes on from it. */
function sending(value: Part, isRequest: IsRequest): Part | undefined {
	for (let call: Part | undefined = value; call?.kind === 'call'; ) {
		const callee = childIn(call, 'callee');
		if (callee?.kind !== 'member') return undefined;
		const method = childIn(callee, 'property')?.text ?? '';
		if (isRequest(method, argumentsOf(call).length)) return call;
		if (!/^(?:join|get|whenComplete|exceptionally|orTimeout)$/.test(method)) return undefined;
		call = childIn(callee, 'object');
	}
	return undefined;
}

/** The only parameter of the lambda expression around a part, where it has the name. */
function lambdaParameter(name: string, part: Part): Part | undefined {
	const around = closest(part, 'function');
	const parameters = around && childIn(around, 'parameters');
	return parameters?.text === name ? parameters : undefined;
}

/** What gives a callback its argument: `sent` of `sent.thenApply(response -> …)`. */
function promised(parameter: Part): Part | undefined {
	const callback = closest(parameter, 'function');
	const list = callback?.parent;
	const callee = list?.parent && list.fields.includes('arguments') ? childIn(list.parent, 'callee') : undefined;
	const method = callee && childIn(callee, 'property')?.text;
	return method !== undefined && /^then(?:Apply|Accept|Compose)(?:Async)?$/.test(method)
		? callee && childIn(callee, 'object')
		: undefined;
}
