import { bindingOf } from '../../../syntax/dispatches/binding.ts';
import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsAround, partsIn } from '../../../syntax/parts/part.ts';

/** Steps from what is looked at to the response: its status, what was read from it, what that was parsed into. */
const furthest = 4;

/** The request whose response a dispatch looks at. Offsets of parts count from the block. */
export interface SentRequest {
	/** The call that sends it. */
	readonly call: Part;
	readonly method: string;
	/** What it is called on, as it is written. */
	readonly client: string;
	readonly given: readonly Part[];
	readonly around: Part;
	/** The name of the response; empty where it has none. */
	readonly response: string;
	/** The innermost loop around it in the function, which may have tries of its own. */
	readonly loop: Part | undefined;
	/** What ends the wait, as it is written: an argument of the call, or a parameter of the function. */
	readonly token: string | undefined;
}

const sends = /^(?:(?:Get|Delete|Post|Put|Patch|PostAsJson|PutAsJson|PatchAsJson|Send)Async|Send)$/;
/** Those that throw where the status is an error, and give only the body. */
const reads = /^Get(?:String|ByteArray|Stream|FromJson)Async$/;
/** A client that is the same however often it is named. */
const lasting = /^(?:[\w.]+|[\w.]+\.CreateClient\("?[\w.]*"?\))$/;

/** The request, where it can be told. */
export function sentRequest({ dispatch }: ClientPlace): SentRequest | undefined {
	const { path, source, part } = dispatch.subject;
	const around = closest(part, 'function') ?? [...partsAround(part)].at(-1);
	if (!around || dispatch.broken) return undefined;
	const caught = inTry(part, rootOf(path));
	const found = caught ?? [path, source].map((one) => followed(rootOf(one), part)).find(Boolean);
	return found && describe(found, around);
}

/** A call that sends, and the name that its response is given. */
interface Named {
	readonly call: Part;
	readonly name: string;
}

const rootOf = (path: string): string => path.split('.', 1).join();

/** Of an error that was caught, the only request that can have failed. */
function inTry(at: Part, name: string): Named | undefined {
	const handler = closest(at, 'catch');
	const body = handler?.parent && childIn(handler.parent, 'body');
	if (!body || childIn(handler, 'name')?.text !== name) return undefined;
	// What a function in it sends is sent by whoever is given the function.
	const around = closest(at, 'function');
	const [call, ...more] = partsIn(body).filter((part) => isRequest(part, true) && closest(part, 'function') === around);
	return call && more.length === 0 ? { call, name: '' } : undefined;
}

/** From a name to the call that gave the response, through what was read from its body. */
function followed(first: string, at: Part): Named | undefined {
	let name = first;
	let from = at;
	for (let step = 0; step < furthest; step++) {
		const binding = bindingOf(name, from)?.part;
		const value = binding && (childIn(binding, 'value') ?? childIn(binding, 'right'));
		if (!binding || !value) return undefined;
		const call = sending(value);
		if (call) return { call, name };
		const next =
			/\b(\w+)[?!]*\.Content\b/.exec(value.text)?.[1] ??
			/\b(?:Deserialize\w*|Parse)(?:<.*>)?\(\s*(\w+)/.exec(value.text)?.[1];
		const plain = /^(?:\(\w+\)\s*)?(\w+)\??\.(?:StatusCode|RootElement|Error|Code)\b/.exec(value.text)?.[1];
		const following = next ?? plain;
		if (following === undefined || following === name) return undefined;
		name = following;
		from = binding;
	}
	return undefined;
}

/** The call that sends, in what waits for it: `(await client.GetAsync(url).ConfigureAwait(false))`. */
function sending(value: Part): Part | undefined {
	for (let part: Part | undefined = value; part; ) {
		if (isRequest(part, false)) return part;
		if (part.kind === 'await' || part.kind === 'transparent') part = childIn(part, 'inner');
		else if (part.kind === 'member' && childIn(part, 'property')?.text === 'Result') part = childIn(part, 'object');
		else if (part.kind === 'call' && passesOn.test(methodOf(part))) part = receiverOf(part);
		else return undefined;
	}
	return undefined;
}

const passesOn = /^(?:ConfigureAwait|GetAwaiter|GetResult|EnsureSuccessStatusCode|WaitAsync)$/;
const methodOf = (call: Part): string => {
	const callee = childIn(call, 'callee');
	return (callee?.kind === 'member' && childIn(callee, 'property')?.text) || '';
};
const receiverOf = (call: Part): Part | undefined => {
	const callee = childIn(call, 'callee');
	return callee && childIn(callee, 'object');
};

function isRequest(part: Part, mayRead: boolean): boolean {
	if (part.kind !== 'call' || argumentsOf(part).length === 0) return false;
	const method = methodOf(part);
	return sends.test(method) || (mayRead && reads.test(method));
}

function describe({ call, name }: Named, around: Part): SentRequest | undefined {
	const client = receiverOf(call)?.text ?? '';
	const given = argumentsOf(call);
	if (!lasting.test(client) || given.some((one) => one.kind === 'pair' || !isSafe(one))) return undefined;
	const ends = given.find(({ text }) => isToken.test(text))?.text;
	const parameter = /\bCancellationToken\s+(\w+)/.exec(childIn(around, 'parameters')?.text ?? '')?.[1];
	const loop = closest(call, 'loop');
	const own = loop && loop.start >= around.start ? loop : undefined;
	return { call, method: methodOf(call), client, given, around, response: name, loop: own, token: ends ?? parameter };
}

const isToken = /^(?:[\w.]*[cC]ancellationToken|ct|[\w.]*\.Token|[\w.]*stoppingToken|[\w.]+\.RequestAborted)$/;
/** Calls that do the same however often they are made. */
const harmless =
	/^(?:Format|Concat|Join|Combine|ToString|Escape\w*|UrlEncode|Encode|Serialize\w*|Create|GetBytes|Trim\w*|To\w*Invariant)$/;

/** Whether what is given may be worked out anew for each try. */
function isSafe(part: Part): boolean {
	return partsIn(part).every(
		(one) =>
			one.kind !== 'assignment' &&
			one.kind !== 'await' &&
			one.kind !== 'function' &&
			!/\+\+|--/.test(one.kind === undefined ? one.text : '') &&
			(one.kind !== 'call' || harmless.test(methodOf(one))),
	);
}
