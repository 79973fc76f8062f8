import { bindingOf } from '../../../syntax/dispatches/binding.ts';
import { argumentsOf } from '../../../syntax/dispatches/subject.ts';
import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsAround, partsIn } from '../../../syntax/parts/part.ts';

/** The request whose response a dispatch looks at. Offsets of parts count from the block. */
export interface SentRequest {
	/** The call that sends it: `client.get(url).send()`, or `reqwest::get(url)`. */
	readonly call: Part;
	/** The statement that it stands in, before which others may stand. */
	readonly statement: Part;
	/** What makes the request: `client.get(url)`. */
	readonly builder: string;
	/** Whether its response is waited for by `.await`. */
	readonly isAsync: boolean;
	/** The name of the response. */
	readonly response: string;
	/** The function that it stands in. */
	readonly around: Part;
	/** The loop around both, if there is one. */
	readonly loop: Part | undefined;
}

/** Steps from what is looked at to the response: its status, what was read from it, what that was parsed into. */
const furthest = 5;
/** Clients whose requests look like those of reqwest, and are other types. */
const others =
	/\b(?:reqwest_middleware|ClientWithMiddleware|awc|surf|isahc|aws_sdk_\w+|reqwest_wasm|reqwasm|gloo_net)\b/;
const makesRequest = /^(?:get|post|put|patch|delete|head|request)$/;

/** Finds the request in the function of the dispatch; undefined where it is sent elsewhere or may be another client's. */
export function sentRequest({ dispatch, text }: ClientPlace): SentRequest | undefined {
	if (!/\breqwest\b/.test(text) || others.test(text)) return undefined;
	const around = closest(dispatch.part, 'function');
	const { path, source, part } = dispatch.subject;
	for (const first of around ? new Set([rootOf(path), rootOf(source)]) : []) {
		const found = followed(first, part);
		if (!found || !around || closest(found.call, 'function') !== around) continue;
		const { call, response } = found;
		const isAsync = call.parent?.kind === 'await';
		const builder = builderOf(call);
		const statement = statementAround(call);
		if (builder === undefined || !statement || (!isAsync && !/\breqwest::blocking\b/.test(text))) return undefined;
		const loop = closest(call, 'loop');
		const isInside = loop !== undefined && loop.start >= around.start;
		return { call, statement, builder, isAsync, response, around, loop: isInside ? loop : undefined };
	}
	return undefined;
}

const rootOf = (path: string): string => path.split('.', 1).join();

/** From a name to the call that gave the response, through what was read from it. */
function followed(first: string, at: Part): { readonly call: Part; readonly response: string } | undefined {
	let [name, from] = [first, at];
	for (let step = 0; step < furthest; step++) {
		const binding = bindingOf(name, from)?.part;
		const value = binding && givenBy(binding);
		if (!binding || !value) return undefined;
		const call = partsIn(value, ({ kind }) => kind !== 'function').find(isRequest);
		if (call) return { call, response: name };
		const next = /^[&*(]*(?:\w+\s*\()*[&*]*([a-z_]\w*)\b(?!\s*[(:!])/.exec(value.text)?.[1];
		if (next === undefined || next === name) return undefined;
		[name, from] = [next, binding];
	}
	return undefined;
}

/** What a declaration, an assignment or the arm of a match gives to a name. */
function givenBy(binding: Part): Part | undefined {
	if (binding.kind !== 'case' && binding.kind !== 'default')
		return childIn(binding, 'value') ?? childIn(binding, 'right');
	return binding.parent && childIn(binding.parent, 'subject');
}

function isRequest(part: Part): boolean {
	if (part.kind !== 'call') return false;
	const callee = childIn(part, 'callee');
	if (callee?.kind !== 'member') return false;
	const count = argumentsOf(part).length;
	if (childIn(callee, 'property')?.text === 'send') return count === 0;
	return count === 1 && /^reqwest::(?:blocking::)?get$/.test(callee.text);
}

/** What makes the request that a call sends; undefined where that may be something else. */
function builderOf(call: Part): string | undefined {
	const callee = childIn(call, 'callee');
	const object = callee && childIn(callee, 'object');
	if (!callee || !object) return undefined;
	if (childIn(callee, 'property')?.text === 'get')
		return `${callee.text.replace(/get$/, '')}Client::new().get${childIn(call, 'arguments')?.text}`;
	if (object.kind === undefined) return object.text;
	for (let part: Part | undefined = object; part?.kind === 'call'; ) {
		const method: Part | undefined = childIn(part, 'callee');
		if (makesRequest.test((method && childIn(method, 'property')?.text) ?? '')) return object.text;
		part = method && childIn(method, 'object');
	}
	return undefined;
}

/** The statement in a block before which the request may be made: nothing else runs in between. */
function statementAround(call: Part): Part | undefined {
	let part = call;
	for (const around of partsAround(call)) {
		if (around.kind === 'block') return part.fields.includes('body') ? undefined : part;
		const isFirst =
			around.kind === 'await' ||
			around.kind === 'transparent' ||
			around.kind === 'statement' ||
			around.kind === 'return' ||
			(around.kind === 'member' && part.fields.includes('object')) ||
			(around.kind === 'call' && part.fields.includes('callee')) ||
			(around.kind === 'variable' && part.fields.includes('value')) ||
			(around.kind === 'switch' && part.fields.includes('subject')) ||
			(around.kind === 'if' && part.fields.includes('condition') && !around.fields.includes('alternative'));
		if (!isFirst) return undefined;
		part = around;
	}
	return undefined;
}
