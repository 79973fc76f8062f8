import type { Dispatch } from '../../syntax/code.ts';
import { bindingOf } from '../../syntax/dispatches/binding.ts';
import { argumentsOf, lastWord, pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part, partsAround, partsIn } from '../../syntax/parts/part.ts';

/*
 * A server has statuses of its own, which no API has sent: those that it answers with, and those of errors that its own
 * code threw. Frameworks hand them over in parameters that are named alike in all of them.
 */

const errorNames = /^_?(?:err|error|e|ex|exception|cause)$/i;
/** What a server's functions get beside an error: the request, the answer that is being made, what comes next. */
const requestNames = /^_?(?:req|request|reply|next|ctx|c|host)$/;
/** What is done to an answer: `res.status(404)`, `reply.code(404)`. */
const answering =
	/^(?:status|code|send|sendStatus|json|end|write|writeHead|set|setHeader|header|type|redirect|render|on|once)$/;

/** Whether a dispatch on statuses looks at what the code itself answers, or at an error that a server's own code threw. */
export function isOwnAnswer({ subject, part }: Dispatch): boolean {
	const [root = ''] = subject.source.split('.');
	const names = new Set([root, subject.path.split('.')[0] ?? '']);
	return isSetHere(subject.path, part) || [...names].some((name) => isHandedOver(name, part));
}

/** `ctx.status = 404` in the same function. */
function isSetHere(path: string, part: Part): boolean {
	const around = path.includes('.') ? closest(part, 'function') : undefined;
	return (
		around !== undefined &&
		partsIn(around).some((one) => one.kind === 'assignment' && pathOf(childIn(one, 'left')) === path)
	);
}

/** Whether a name is the error or the answer that a server's framework hands to a function. */
function isHandedOver(name: string, part: Part): boolean {
	const binding = bindingOf(name, part)?.part;
	if (binding?.kind === 'catch') return isNextAwaited(binding);
	const owner = binding && functionOfParameter(binding);
	if (!owner) return false;
	const others = parameterNames(owner).filter((one) => one !== name);
	if (!others.some((other) => requestNames.test(other))) return false;
	return errorNames.test(name) || isAnswered(name, owner);
}

function functionOfParameter(parameter: Part): Part | undefined {
	for (const around of partsAround(parameter)) {
		if (around.kind === 'function') return around;
		if (!around.fields.includes('parameters') && around.kind !== 'destructuring' && around.kind !== 'parameter')
			return undefined;
	}
	return undefined;
}

function parameterNames(owner: Part): readonly string[] {
	const list = childIn(owner, 'parameters');
	return (list?.children ?? []).map((one) => (childIn(one, 'name') ?? one).text);
}

/** Whether the function gives the answer something to send. */
function isAnswered(name: string, owner: Part): boolean {
	return partsIn(owner).some((call) => {
		const callee = call.kind === 'call' ? childIn(call, 'callee') : undefined;
		const isMethod = callee?.kind === 'member' && pathOf(childIn(callee, 'object')) === name;
		return isMethod && argumentsOf(call).length > 0 && answering.test(childIn(callee, 'property')?.text ?? '');
	});
}

/** `try { await next() } catch (error) { … }`: whatever the rest of the server threw. */
function isNextAwaited(handler: Part): boolean {
	const tried = handler.parent?.kind === 'try' ? childIn(handler.parent, 'body') : undefined;
	const calls = tried ? partsIn(tried, ({ kind }) => kind !== 'function').filter(({ kind }) => kind === 'call') : [];
	return calls.length === 1 && calls.every((call) => lastWord(pathOf(childIn(call, 'callee')) ?? '') === 'next');
}
