import { bindingOf } from '../../syntax/dispatches/binding.ts';
import { argumentsOf, lastWord } from '../../syntax/dispatches/subject.ts';
import { childIn, closest, type Part } from '../../syntax/parts/part.ts';
import { destinationOf } from '../../syntax/places/destination.ts';
import type { Place } from '../../syntax/places/place.ts';
import { keyName, receiverOf, tellingName } from '../../syntax/places/telling-name.ts';
import { type Argument, beginningOf, signsOfAssertion } from './assertion-signs.ts';
import { asserting, calledWith } from './assertions.ts';
import { aboutStatus, answeringCall, keeping, knownCalls, logReceiver, otherCall } from './calls.ts';
import { signsOfName } from './name-signs.ts';
import { kindOfContainer, kindOfName, snakeCase } from './names.ts';
import { believed, type Sign, type StatusContext } from './sign.ts';
import { isOfClass } from './values.ts';

/** What the call says in which the number is an argument. */
export function signsOfArgument(value: number, place: Place, context: StatusContext): readonly Sign[] {
	const { callee, receiver, index, part } = place;
	const argument: Argument = { value, call: part, callee, receiver, index };
	const asked = signsOfAssertion(argument);
	if (asked) return asked;
	const before = signsOfKeyBefore(argument);
	const called = before.length > 0 ? [] : signsOfCall(argument, context);
	return [...before, ...called, ...signsOfFormat(argument)];
}

/** The argument before names it: `set('status', 404)`, `toHaveProperty(['status'], 404)`. */
function signsOfKeyBefore({ call, index, value }: Argument): readonly Sign[] {
	const key = keyName(argumentsOf(call)[index - 1]);
	const kind = kindOfName(snakeCase(key));
	const name = argumentsOf(call)[index - 1];
	const isConstant = /^(?:\w+\.)*[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(name?.text ?? '');
	if (isConstant) return signsOfName(lastWord(name?.text ?? ''), value, { how: 'it stands after' }).filter(speaksFor);
	// A text that is one letter names nothing: `http.Error(w, "x", 404)`.
	if (key.length < 2 || name?.kind === undefined || kind === 'plain') return [];
	return signsOfName(key, value, { how: 'it stands after the key' });
}

const speaksFor = ({ weight }: Sign): boolean => weight > 0;

/** `printf("status %d, got %d", 404, got)`: the text says what it shows in its place. */
function signsOfFormat({ call, index }: Argument): readonly Sign[] {
	const given = argumentsOf(call);
	const at = given.findIndex(({ kind }) => kind === 'string');
	const text = given[at]?.text ?? '';
	if (at < 0 || at >= index || !text.includes('%')) return [];
	const before = text.split(/%[-+#0 ]*\d*[a-zA-Z]/)[index - at - 1] ?? '';
	return /\bstatus(?: ?codes?)?\b/i.test(before) ? [{ weight: 12, reason: 'the text shows it as a status' }] : [];
}

function signsOfCall(argument: Argument, context: StatusContext): readonly Sign[] {
	const { value, call } = argument;
	const told = toldOf(argument);
	const callee = snakeCase(told.callee);
	const isKept = keepingIn.test(callee) && kindOfContainer(snakeCase(told.receiver)) === 'status';
	if (isKept) return [{ weight: 12, reason: `\`${told.receiver}\` holds statuses` }];
	if (otherCall.test(callee)) return [{ weight: -30, reason: `\`${told.callee}\` takes other numbers` }];
	const parameter = context.facts.parameters.get(told.callee)?.[told.index] ?? '';
	const taken = signsOfName(parameter, value, { how: `\`${told.callee}\` takes it as` });
	if (/^(status|measure|foreign)$/.test(kindOfName(snakeCase(parameter)))) return taken;
	const found = [...signsOfCallee({ ...argument, ...told }, context), ...signsOfAnswerBeside(argument)];
	if (keeping.test(callee))
		found.push(...signsOfName(destinationOf(call).name, value, { how: 'it is kept in', far: true }));
	return [...taken, ...found];
}

/** Methods of a list or a set that take one more. */
const keepingIn = /^(?:add|push|append|insert|unshift|put)$/;

/** What the name of what is called says, and where it stands: the weightiest sign, and what speaks against it. */
function signsOfCallee(argument: Argument, { catalogs }: StatusContext): Sign[] {
	const { value, index } = argument;
	const callee = snakeCase(argument.callee).replace(/[!?]$/, '');
	const receiver = snakeCase(argument.receiver);
	const shown = `\`${argument.callee}\``;
	const kind = kindOfName(callee);
	const root = snakeCase(rootOf(argument.call));
	const type = snakeCase(typeOfReceiver(argument));
	const found: Sign[] = knownCalls
		.filter(({ callee: name }) => name.test(callee))
		.filter(
			({ receiver: owner }) =>
				!owner || owner.test(receiver) || [root, type].some((one) => one !== '' && owner.test(one)),
		)
		.filter(({ at, takes }) => (at === undefined || at.includes(index)) && isOfClass(value, takes, catalogs))
		.map(({ weight }) => ({ weight, reason: `${shown} takes a status there` }));
	if (kind === 'status') found.push({ weight: index === 0 ? 13 : 10, reason: `${shown} is given a status` });
	if (kind === 'near' || aboutStatus.test(callee))
		found.push({ weight: index === 0 ? 10 : 4, reason: `${shown} is given a status` });
	if (kind === 'code') found.push({ weight: 4, reason: `${shown} may be given a status` });
	if (answeringCall.test(callee)) found.push({ weight: 6, reason: `${shown} answers or fails` });
	const best = found.sort((a, b) => b.weight - a.weight).slice(0, 1);
	if (best.length === 0) return best;
	if (logReceiver.test(receiver)) best.push({ weight: -10, reason: 'logs take any number' });
	const isSure = kind === 'status' || (answeringCall.test(callee) && (best[0]?.weight ?? 0) >= believed);
	return isSure ? best : [...best, ...signsOfAddressBeside(argument), ...signsOfNumbersBeside(argument)];
}

/**
 * `expect(res.status).toHaveBeenCalledWith(404)`, `assert.calledWith(res.status, 404)` and `res.status.calledWith(404)`
 * speak of `res.status(404)`, `super(404)` of what the class is made from, and `new static(404)` of the class itself.
 */
function toldOf({ call, callee, receiver, index }: Argument): Pick<Argument, 'callee' | 'receiver' | 'index'> {
	if (/^(super|base|__construct|__init__|initialize)$/.test(callee))
		return { callee: parentOf(call), receiver: '', index };
	if (call.kind === 'construction' && /^(static|self|this|cls)$/.test(callee)) {
		const owner = closest(call, 'class');
		return { callee: (owner && childIn(owner, 'name')?.text) ?? callee, receiver: '', index };
	}
	if (!calledWith.test(snakeCase(callee))) return { callee, receiver, index };
	const first = beginningOf(call);
	const isAsserted = !first && asserting.test(snakeCase(receiver));
	const spy = first || isAsserted ? tellingName(argumentsOf(first ?? call)[0]) : receiver;
	const dot = spy.lastIndexOf('.');
	return {
		callee: spy.slice(dot + 1),
		receiver: spy.slice(0, Math.max(0, dot)),
		index: isAsserted ? index - 1 : index,
	};
}

/** What a class is made from, or what it is called: `super(404)` in `class NotFound extends HttpError`. */
function parentOf(call: Part): string {
	const owner = closest(call, 'class');
	const parent = owner && /([\w$]+)\W*$/.exec(childIn(owner, 'heritage')?.text ?? '')?.[1];
	return parent === undefined || /^(Error|Exception|StandardError)$/.test(parent)
		? ((owner && childIn(owner, 'name')?.text) ?? '')
		: parent;
}

/** What a chain of calls begins with: `reply` of `reply.header('x', 'y').code(404)`, or the class that is made first. */
function rootOf(call: Part): string {
	let part = receiverOf(call);
	if (part?.kind !== 'call' && part?.kind !== 'construction') return '';
	while (part?.kind === 'call' || part?.kind === 'member')
		part = part.kind === 'call' ? receiverOf(part) : childIn(part, 'object');
	if (part?.kind === 'construction') return childIn(part, 'callee')?.text ?? '';
	return part?.kind === undefined ? (part?.text ?? '') : '';
}

/** The type of the parameter on which the call is made: `Context` in `func(e echo.Context) { e.String(200, "x") }`. */
function typeOfReceiver({ call, receiver }: Argument): string {
	const part = /^\w+$/.test(receiver) ? bindingOf(receiver, call)?.part : undefined;
	if (part?.kind !== 'parameter') return '';
	const rest = part.children.length > 0 ? part : part.parent;
	const after = rest?.text.slice(part.start - rest.start + receiver.length) ?? '';
	const type = /^\??[:\s]*[*&]?([\w.]+)/.exec(after)?.[1] ?? '';
	return type.slice(type.lastIndexOf('.') + 1).replace(/(?<=.)(Event|Writer)$/, '');
}

/** `sendJson(res, 200, body)`: a response is given along with it. */
function signsOfAnswerBeside({ call, index }: Argument): readonly Sign[] {
	const others = argumentsOf(call).filter((_, at) => at !== index);
	const beside = others.find(({ text }) => answerName.test(text));
	if (beside) return [{ weight: 7, reason: `\`${beside.text}\` is given along with it` }];
	const method = others.find(({ text }) => methodName.test(text));
	return method ? [{ weight: 6, reason: `${method.text} stands beside it` }] : [];
}

const methodName = /^["'`](?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)["'`]$/;
const answerName = /^(res|resp|response|reply|w|rw)$/;

/** `expectFetch('/items', 200)`. */
function signsOfAddressBeside({ call }: Argument): readonly Sign[] {
	const beside = argumentsOf(call).some(
		({ kind, text }) => /^(string|dynamic)$/.test(kind ?? '') && address.test(text),
	);
	return beside ? [{ weight: 4, reason: 'an address stands beside it' }] : [];
}

const address = /^.(https?:\/\/|\/|\$\{\w*(url|origin|host|base)\w*\}\/)/i;

/** Coordinates and sizes come in pairs. */
function signsOfNumbersBeside({ call, index }: Argument): readonly Sign[] {
	const beside = argumentsOf(call).filter(
		(other, at) => at !== index && (other.kind === 'integer' || other.kind === 'negative'),
	);
	return beside.length > 0 ? [{ weight: -5, reason: 'other numbers stand beside it' }] : [];
}
