import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part } from '../../../syntax/parts/part.ts';
import { methodAround, readFrom, type SentRequest } from './request.ts';

/** The request whose response a callback is given: `client.newCall(request).enqueue(new Callback() { … })`. */
export function enqueuedRequest({ dispatch }: ClientPlace): SentRequest | undefined {
	const { path, source, part } = dispatch.subject;
	const answered = methodAround(part);
	const list = answered && childIn(answered, 'parameters');
	const response = list?.children.filter(({ kind }) => kind === 'parameter')[1];
	const name = response && childIn(response, 'name')?.text;
	if (!answered || name === undefined || childIn(answered, 'name')?.text !== 'onResponse') return undefined;
	if (![path, source].some((one) => readFrom(one.split('.', 1).join(), part).includes(name))) return undefined;
	const call = callGiven(answered.parent);
	const around = call && methodAround(call);
	// A callback may send again by itself.
	if (!call || !around || /\benqueue\(/.test(answered.text)) return undefined;
	const loop = closest(call, 'loop');
	return { call, response: name, around, loop: loop && loop.start >= around.start ? loop : undefined };
}

/** The call that is given the callback. */
function callGiven(callback: Part | undefined): Part | undefined {
	const call = callback?.kind === 'construction' ? callback.parent?.parent : undefined;
	const callee = call?.kind === 'call' ? childIn(call, 'callee') : undefined;
	const isSent = callee?.kind === 'member' && childIn(callee, 'property')?.text === 'enqueue';
	return call && isSent && argumentsOf(call).length === 1 ? call : undefined;
}
