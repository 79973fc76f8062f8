import { argumentsOf } from '../../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../../syntax/parts/part.ts';
import { destinationOf } from '../../syntax/places/destination.ts';
import { calledName, keyName, receiverOf, tellingName } from '../../syntax/places/telling-name.ts';
import { askingAnswers, asserting, assertion, assertionOf, calledWith, giving, sentence } from './assertions.ts';
import { signsOfName } from './name-signs.ts';
import { kindOfName, snakeCase } from './names.ts';
import { signsOfSubject } from './place-signs.ts';
import type { Sign } from './sign.ts';

/** What is called, which argument it is of, and of which value. */
export interface Argument {
	readonly value: number;
	readonly call: Part;
	readonly callee: string;
	readonly receiver: string;
	readonly index: number;
}

/** An assertion, or a question about a call, says what the other side is. */
export function signsOfAssertion(argument: Argument): readonly Sign[] | undefined {
	const { call, index, value } = argument;
	const callee = snakeCase(argument.callee);
	if (calledWith.test(callee) || kindOfName(callee) === 'status' || isAboutAnswer(argument)) return undefined;
	// `when(address).respond(404)` answers.
	if (/^(respond|reply|answer)(_|$)/.test(callee)) return undefined;
	// `request(app).get('/').expect(200)` ends one.
	if (sentence.test(callee) && receiverOf(call)?.kind !== 'call') {
		const signs = signsOfSubject(value, askedOf(call) || askedBeside(call, index), call, 'it is compared with');
		return signs.length > 0 ? signs : undefined;
	}
	if (giving.test(callee)) return signsOfGiving(argument);
	if (index === 1 && /^(should|and)$/.test(callee))
		return signsOfName(keyAsked(receiverOf(call)), value, { how: 'the test is about' });
	// `expect(response.status).to eq(404)`: what says how to compare may be given to what begins.
	const taker = call.parent?.fields.includes('arguments') ? call.parent.parent : undefined;
	const isMatcher = assertion.test(callee) || assertionOf.test(callee);
	const first = beginningOf(call) ?? (taker && isMatcher ? beginningOf(taker) : undefined);
	if (first) {
		const key = keyName(argumentsOf(call)[index - 1]) || keyAsked(receiverOf(call), first);
		const subject = key || tellingName(argumentsOf(first)[0]);
		return signsOfSubject(value, subject, call, 'the test is about');
	}
	const outer = assertionAround(call);
	if (outer && (assertion.test(callee) || assertionOf.test(callee)))
		return signsOfSubject(value, tellingName(argumentsOf(outer)[0]), call, 'the test is about');
	const asked = askedByKey(call, callee, index);
	if (asked !== undefined) return signsOfSubject(value, asked, call, 'the test is about');
	const receiver = snakeCase(argument.receiver);
	if (!assertion.test(callee) && !(assertionOf.test(callee) && asserting.test(receiver))) return undefined;
	// What it asks is in its own name: `assert_response 404`, `self::assertResponseStatusCodeSame(404)`.
	const asksOne = argumentsOf(call).length === 1 && /_/.test(callee);
	if (asksOne && (argument.receiver === '' || /_status_/.test(callee))) return undefined;
	const key = keyName(argumentsOf(call)[index - 1]);
	const others = argumentsOf(call).filter((other, at) => at !== index && other.kind !== 'string');
	const names = others.map(tellingName).filter((name) => name !== '');
	const subject =
		names.find((name) => kindOfName(snakeCase(name)) === 'status') ??
		names.find((name) => kindOfName(snakeCase(name)) === 'code') ??
		names[0] ??
		(/^(?:must|wont)_/.test(callee) ? argument.receiver : undefined) ??
		asking.exec(argument.receiver)?.[1] ??
		(askingItself.test(callee) ? argument.receiver : undefined) ??
		key;
	return signsOfSubject(value, subject, call, 'it is compared with');
}

/** `assertGetResponse(url, 404, text)`: the status stands among what else is asked, and is not compared with it. */
function isAboutAnswer({ callee, call, index }: Argument): boolean {
	return askingAnswers.test(snakeCase(callee)) && index > 0 && argumentsOf(call).length > 1;
}

/**
 * What a test asks by a key or by the word before it: `jsonPath('$.status').value(404)`, `body('status', equalTo(404))`,
 * `expectStatus().isEqualTo(404)`. Undefined where that is no status.
 */
function askedByKey(call: Part, callee: string, index: number): string | undefined {
	const asserts = assertion.test(callee) || assertionOf.test(callee) || callee === 'value';
	if (!asserts || index !== 0) return undefined;
	const outer = call.parent?.fields.includes('arguments') ? argumentsOf(call.parent.parent ?? call) : [];
	const receiver = receiverOf(call);
	const named = receiver?.kind === 'call' ? [keyRead(argumentsOf(receiver)[0]), calledName(receiver)] : [];
	const names = [keyName(outer[outer.indexOf(call) - 1]), ...named];
	return names.find((name) => kindOfName(snakeCase(name)) === 'status');
}

/** The assertion that a call is a condition of: `Assert.That(status, Is.EqualTo(404))`, `assertThat(status, is(404))`. */
function assertionAround(call: Part): Part | undefined {
	const outer = call.parent?.fields.includes('arguments') ? call.parent.parent : undefined;
	const callee = outer && snakeCase(calledName(outer));
	if (!outer || callee === undefined || argumentsOf(outer)[0] === call) return undefined;
	const asserts =
		/^(?:assert_that|expect)$/.test(callee) || (callee === 'that' && /^assert$/i.test(receiverOf(outer)?.text ?? ''));
	return asserts ? outer : undefined;
}

/** `res.status.should.equal(404)`: what stands before the word is what is asked about. */
const asking = /^(.+)\.(?:should|must)(?:\.|$)/i;
/** `response.StatusCode.ShouldBe(404)`: what is called says that it asserts, and what about. */
const askingItself = /^(?:should|must)_/;

/** The call that begins the sentence which the given call ends: `expect(a)` of `expect(a).not.toBe(404)`. */
export function beginningOf(call: Part): Part | undefined {
	for (let part = receiverOf(call); part; ) {
		if (part.kind === 'call') {
			const receiver = receiverOf(part);
			const begins = argumentsOf(part).length > 0 && sentence.test(snakeCase(calledName(part)));
			// `request(app).get('/').expect('Content-Type', 'text/html').expect(200)` begins with a request.
			if (begins && receiver?.kind !== 'call') return part;
			part = receiver;
		} else if (part.kind === 'member') part = childIn(part, 'object');
		else if (part.kind === 'transparent' || part.kind === 'await') part = childIn(part, 'inner');
		else return undefined;
	}
	return undefined;
}

/** The other of two values that a call is given to compare: `expect(response.statusCode, 404)`. */
function askedBeside(call: Part, index: number): string {
	const [first, second] = argumentsOf(call);
	if (index === 1) return tellingName(first);
	const name = index === 0 ? tellingName(second) : '';
	return kindOfName(snakeCase(name)) === 'status' ? name : '';
}

/** What a sentence goes on to ask about what it begins with: `expect([200, 404]).toContain(response.status)`. */
export function askedOf(call: Part): string {
	for (let part = call; part.parent; part = part.parent) {
		const around = part.parent;
		if (around.kind === 'call' && part.fields.includes('callee')) {
			const given = argumentsOf(around);
			if (given.length > 0) return tellingName(given[0]);
		} else if (around.kind !== 'member' || !part.fields.includes('object')) return '';
	}
	return '';
}

/** The key that a sentence has come to: `expect(error).to.have.property('status').that.equals(404)`. */
function keyAsked(receiver: Part | undefined, first?: Part): string {
	for (let part = receiver; part && part !== first; ) {
		if (part.kind === 'call') {
			const key = keyRead(argumentsOf(part)[0]);
			if (key !== '') return key;
			part = receiverOf(part);
		} else part = part.kind === 'member' ? childIn(part, 'object') : undefined;
	}
	return '';
}

/** The key by which a value is read, or what a function reads: `'status'`, `Response::status`, `r -> r.status()`. */
function keyRead(part: Part | undefined): string {
	if (part?.kind === 'member' && part.text.includes('::')) return childIn(part, 'property')?.text ?? '';
	const body = part?.kind === 'function' ? childIn(part, 'body') : undefined;
	return body ? tellingName(body) : keyName(part);
}

/** `when(answer.getStatus()).thenReturn(404)`, `stub(res, 'status').returns(404)`, `{ status: fn().returns(404) }`. */
function signsOfGiving({ call, value }: Argument): readonly Sign[] {
	const receiver = receiverOf(call);
	const inner = receiver?.kind === 'call' ? argumentsOf(receiver) : [];
	const names = [keyName(inner.at(-1)), tellingName(inner[0]), tellingName(receiver), destinationOf(call).name];
	const name = names.find((one) => kindOfName(snakeCase(one)) === 'status') ?? names.find((one) => one !== '') ?? '';
	return signsOfName(name, value, { how: 'it is what is given for' });
}
