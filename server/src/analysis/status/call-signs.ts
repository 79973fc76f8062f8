import { destinationOf } from '../../syntax/destination.ts';
import { childIn, closest, type Part } from '../../syntax/part.ts';
import type { Place } from '../../syntax/place.ts';
import { argumentsOf } from '../../syntax/subject.ts';
import { calleeOf, keyName, receiverOf, tellingName } from '../../syntax/telling-name.ts';
import {
	answeringCall,
	asserting,
	assertion,
	assertionOf,
	calledWith,
	giving,
	keeping,
	knownCalls,
	logReceiver,
	otherCall,
	sentence,
} from './calls.ts';
import { signsOfName } from './name-signs.ts';
import { kindOfName, snakeCase } from './names.ts';
import type { Sign, StatusContext } from './sign.ts';
import { isOfClass } from './values.ts';

/** What is called, which argument it is of, and of which value. */
interface Argument {
	readonly value: number;
	readonly call: Part;
	readonly callee: string;
	readonly receiver: string;
	readonly index: number;
}

/** What the call says in which the number is an argument. */
export function signsOfArgument(value: number, place: Place, context: StatusContext): readonly Sign[] {
	const { callee, receiver, index, part } = place;
	const argument: Argument = { value, call: part, callee, receiver, index };
	const asked = subjectsOf(argument);
	if (asked) return asked;
	const before = signsOfKeyBefore(argument);
	return before.length > 0 ? before : signsOfCall(argument, context);
}

/** An assertion, or a question about a call, says what the other side is. */
function subjectsOf(argument: Argument): readonly Sign[] | undefined {
	const { call, index, value } = argument;
	const callee = snakeCase(argument.callee);
	if (calledWith.test(callee) || callee === 'expect') return undefined;
	if (giving.test(callee)) return signsOfGiving(argument);
	const first = beginningOf(call);
	if (first) {
		const key = keyName(argumentsOf(call)[index - 1]) || keyAsked(receiverOf(call), first);
		const subject = key || tellingName(argumentsOf(first)[0]);
		return signsOfName(subject, value, { how: 'the test is about' });
	}
	const receiver = snakeCase(argument.receiver);
	if (!assertion.test(callee) && !(assertionOf.test(callee) && asserting.test(receiver))) return undefined;
	const key = keyName(argumentsOf(call)[index - 1]);
	const others = argumentsOf(call).filter((other, at) => at !== index && other.kind !== 'string');
	const names = others.map(tellingName).filter((name) => name !== '');
	const subject =
		names.find((name) => kindOfName(snakeCase(name)) === 'status') ??
		names[0] ??
		asking.exec(argument.receiver)?.[1] ??
		key;
	return signsOfName(subject, value, { how: 'it is compared with' });
}

/** `res.status.should.equal(404)`: what stands before the word is what is asked about. */
const asking = /^(.+)\.(?:should|must)(?:\.|$)/;

/** The call that begins the sentence which the given call ends: `expect(a)` of `expect(a).not.toBe(404)`. */
function beginningOf(call: Part): Part | undefined {
	for (let part = receiverOf(call); part; ) {
		if (part.kind === 'call') {
			const receiver = receiverOf(part);
			const begins = argumentsOf(part).length > 0 && sentence.test(snakeCase(calleeOf(part).callee));
			// `request(app).get('/').expect('Content-Type', 'text/html').expect(200)` begins with a request.
			if (begins && receiver?.kind !== 'call') return part;
			part = receiver;
		} else if (part.kind === 'member') part = childIn(part, 'object');
		else if (part.kind === 'transparent' || part.kind === 'await') part = childIn(part, 'inner');
		else return undefined;
	}
	return undefined;
}

/** The key that a sentence has come to: `expect(error).to.have.property('status').that.equals(404)`. */
function keyAsked(receiver: Part | undefined, first: Part): string {
	for (let part = receiver; part && part !== first; ) {
		if (part.kind === 'call') {
			const key = keyName(argumentsOf(part)[0]);
			if (key !== '') return key;
			part = receiverOf(part);
		} else part = part.kind === 'member' ? childIn(part, 'object') : undefined;
	}
	return '';
}

/** `when(response.getStatus()).thenReturn(404)`, `stub(res, 'status').returns(404)`, `status: fn().mockReturnValue(404)`. */
function signsOfGiving({ call, value }: Argument): readonly Sign[] {
	const receiver = receiverOf(call);
	const inner = receiver?.kind === 'call' ? argumentsOf(receiver) : [];
	const names = [keyName(inner.at(-1)), tellingName(inner[0]), tellingName(receiver), destinationOf(call).name];
	const name = names.find((one) => kindOfName(snakeCase(one)) === 'status') ?? names.find((one) => one !== '') ?? '';
	return signsOfName(name, value, { how: 'it is what is given for' });
}

/** The argument before names it: `set('status', 404)`, `toHaveProperty(['status'], 404)`, `get(error, 'status', 500)`. */
function signsOfKeyBefore({ call, index, value }: Argument): readonly Sign[] {
	const key = keyName(argumentsOf(call)[index - 1]);
	const kind = kindOfName(snakeCase(key));
	if (key === '' || argumentsOf(call)[index - 1]?.kind === undefined || kind === 'plain') return [];
	return signsOfName(key, value, { how: 'it stands after the key' });
}

function signsOfCall(argument: Argument, context: StatusContext): readonly Sign[] {
	const { value, call } = argument;
	const told = toldOf(argument);
	const callee = snakeCase(told.callee);
	const receiver = snakeCase(told.receiver);
	const shown = `\`${told.callee}\``;
	if (otherCall.test(callee)) return [{ weight: -30, reason: `${shown} takes other numbers` }];
	const parameters = signsOfParameter(argument, told.callee, context);
	if (parameters.length > 0) return parameters;
	const found: Sign[] = [];
	const kind = kindOfName(callee);
	if (kind === 'status') found.push({ weight: argument.index === 0 ? 13 : 10, reason: `${shown} is given a status` });
	for (const known of knownCalls) {
		const fits = known.callee.test(callee) && (known.receiver === undefined || known.receiver.test(receiver));
		if (!fits || (known.at && !known.at.includes(argument.index)) || !isOfClass(value, known.takes, context.catalogs))
			continue;
		found.push({ weight: known.weight, reason: `${shown} takes a status there` });
	}
	if (kind === 'code' || kind === 'near') found.push({ weight: 4, reason: `${shown} may be given a status` });
	if (answeringCall.test(callee)) found.push({ weight: 6, reason: `${shown} answers or fails` });
	const best = found.sort((a, b) => b.weight - a.weight).slice(0, 1);
	if (keeping.test(callee))
		return [...best, ...signsOfName(destinationOf(call).name, value, { how: 'it is kept in', far: true })];
	if (best.length === 0) return [];
	const log: readonly Sign[] = logReceiver.test(receiver) ? [{ weight: -10, reason: 'logs take any number' }] : [];
	return [...best, ...log, ...signsOfNumbersBeside(argument)];
}

/** `expect(res.status).toHaveBeenCalledWith(404)` speaks of `res.status(404)`. */
function toldOf({ call, callee, receiver }: Argument): { callee: string; receiver: string } {
	if (/^(super|base|__construct|__init__|initialize)$/.test(callee)) return { callee: parentOf(call), receiver: '' };
	const first = calledWith.test(snakeCase(callee)) ? beginningOf(call) : undefined;
	const spy = first && tellingName(argumentsOf(first)[0]);
	if (spy === undefined) return { callee, receiver };
	const dot = spy.lastIndexOf('.');
	return { callee: spy.slice(dot + 1), receiver: spy.slice(0, Math.max(0, dot)) };
}

/** What a class is made from, or what it is called: `super(404)` in `class NotFound extends HttpError`. */
function parentOf(call: Part): string {
	const owner = closest(call, 'class');
	const parent = owner && /([\w$]+)\W*$/.exec(childIn(owner, 'heritage')?.text ?? '')?.[1];
	return parent === undefined || /^(Error|Exception|StandardError)$/.test(parent)
		? ((owner && childIn(owner, 'name')?.text) ?? '')
		: parent;
}

/** What the function of the file calls the parameter. */
function signsOfParameter({ index, value }: Argument, callee: string, { facts }: StatusContext): readonly Sign[] {
	const name = facts.parameters.get(callee)?.[index] ?? '';
	return signsOfName(name, value, { how: `\`${callee}\` takes it as` });
}

/** Coordinates and sizes come in pairs. */
function signsOfNumbersBeside({ call, index }: Argument): readonly Sign[] {
	const beside = argumentsOf(call).filter(
		(other, at) => at !== index && (other.kind === 'integer' || other.kind === 'negative'),
	);
	return beside.length > 0 ? [{ weight: -5, reason: 'other numbers stand beside it' }] : [];
}
