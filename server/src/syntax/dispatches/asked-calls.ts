import { childIn, type Part } from '../parts/part.ts';
import { argumentsOf, pathOf } from './subject.ts';

/** Method and function names that ask whether a value is in a collection, in the languages we read. */
const membershipNames = new Set([
	'includes',
	'has',
	'contains',
	'include?',
	'member?',
	'contains_key',
	...['cover?', 'key?', 'has_key?'],
	'containsKey',
	'Contains',
	'ContainsKey',
]);
/** Functions that ask whether their first argument is in their second. */
const membershipFunctions = new Set(['in_array', 'array_key_exists', 'key_exists']);
/** Methods that ask whether a function holds for an element, and those that ask whether it holds for none. */
const someNames = /^(?:anyMatch|some|any|Any|any\?|(noneMatch|none))$/;
/** Methods and functions that ask whether two values are the same. */
const equalityNames = new Set([
	'equals',
	'Equals',
	'equalsIgnoreCase',
	'contentEquals',
	'eql?',
	'equal?',
	'casecmp?',
	'isSameCodeAs',
]);
/** The same as functions of a class, which is written with a capital: `Objects.equals(code, OTHER)`. */
const equalityFunction = /(?:^|\.)(?:[A-Z]\w*|string|object)\.[eE]quals(?:IgnoreCase)?$|^strings\.EqualFold$/;
/** Functions that ask whether a value is one of those after it. */
const equalsAny = /(?:^|\.)[A-Z]\w*\.equalsAny(?:IgnoreCase)?$/;
/** What asks whether its first argument fits one of the patterns after it. */
const matchers = /^(?:assert_)?matches$/;
const isGuard = (kind: Part['kind']): boolean => kind === 'comparison' || kind === 'and' || kind === 'not';
/** Methods that ask whether a status is in a class of them: `is4xxClientError()`. */
const classOfStatus = /^is([1-5])xx[A-Za-z]*$/;
const namedClass = /^is_?(client|server)_?error$/i;

/** Where the class of statuses begins that a method asks for; 0 where it asks for none. */
function hundredAsked(method: string): number {
	const word = namedClass.exec(method)?.[1]?.toLowerCase();
	if (word !== undefined) return word === 'client' ? 400 : 500;
	return Number(classOfStatus.exec(method)?.[1] ?? 0) * 100;
}

/** What says only how texts are compared. */
const manner = /^(?:\w+\.)*String(?:Comparison|Comparer)\.\w+$/;

/** What a call is given to compare; what is given by its name says how: `ignoreCase = true`. */
const givenTo = (call: Part): readonly Part[] =>
	argumentsOf(call).filter(({ kind, text }) => kind !== 'pair' && !manner.test(text));

/** What a call asks about a value. */
export type Question =
	| { readonly kind: 'same'; readonly left: Part; readonly right: Part; readonly negated: boolean }
	| { readonly kind: 'among'; readonly subject: Part; readonly values: readonly Part[] }
	| { readonly kind: 'within'; readonly subject: Part; readonly values: Part; readonly negated: boolean }
	| { readonly kind: 'matches'; readonly subject: Part; readonly patterns: readonly Part[] }
	| { readonly kind: 'range'; readonly subject: Part; readonly from: number; readonly to: number };

/** The question that a call is; undefined where it is none that chooses by a value. */
export function questionOf(call: Part): Question | undefined {
	const callee = childIn(call, 'callee');
	const given = givenTo(call);
	const [first, second] = given;
	if (asksFunction(call)) return within(first, second);
	if (first && matchers.test(callee?.text ?? ''))
		return { kind: 'matches', subject: first, patterns: given.slice(1).filter(({ kind }) => !isGuard(kind)) };
	const both = comparedByCall(call);
	if (both) return { kind: 'same', left: both[0], right: both[1], negated: false };
	if (callee?.kind !== 'member') return undefined;
	const object = childIn(callee, 'object');
	const name = childIn(callee, 'property')?.text ?? '';
	if (first && second && equalsAny.test(pathOf(callee) ?? ''))
		return { kind: 'among', subject: first, values: given.slice(1) };
	const hundred = given.length === 0 ? hundredAsked(name) : 0;
	if (object && hundred > 0) return { kind: 'range', subject: object, from: hundred, to: hundred + 99 };
	const some = someNames.exec(name);
	if (some && object && first && !second) return askedOfEach(withoutStream(object), first, some[1] !== undefined);
	if (!membershipNames.has(name)) return undefined;
	return second ? within(second, first) : within(first, object);
}

function within(subject: Part | undefined, values: Part | undefined, negated = false): Question | undefined {
	return subject && values ? { kind: 'within', subject, values, negated } : undefined;
}

/** The two values that a call compares: `code.equals(OTHER)`, `Objects.equals(code, OTHER)`. */
export function comparedByCall(call: Part): readonly [Part, Part] | undefined {
	const callee = childIn(call, 'callee');
	const object = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	const [one, other, ...rest] = givenTo(call);
	if (!callee || !object || !one || rest.length > 0) return undefined;
	if (other) return equalityFunction.test(pathOf(callee) ?? '') ? [one, other] : undefined;
	return equalityNames.has(childIn(callee, 'property')?.text ?? '') ? [object, one] : undefined;
}

/** Whether a call asks if its first argument is in its second: `in_array($code, $codes)`. */
export function asksFunction(call: Part): boolean {
	return membershipFunctions.has(pathOf(childIn(call, 'callee')) ?? '');
}

/** What goes through the elements of a list, as the list: `CODES.stream()`, `Arrays.stream(CODES)`. */
function withoutStream(part: Part): Part {
	const callee = part.kind === 'call' ? childIn(part, 'callee') : undefined;
	const given = argumentsOf(part);
	const [list] = given;
	if (callee?.kind !== 'member') return part;
	if (list && given.length === 1 && callee.text === 'Arrays.stream') return list;
	const isStream =
		given.length === 0 && /^(?:stream|parallelStream|iter|into_iter)$/.test(childIn(callee, 'property')?.text ?? '');
	return isStream ? (childIn(callee, 'object') ?? part) : part;
}

/** What a function asks of each element: `code::equals`, `c -> c.equals(code)`. Undefined where it asks more. */
function askedOfEach(list: Part, asks: Part, negated: boolean): Question | undefined {
	if (asks.kind === 'member') {
		const value = childIn(asks, 'object');
		const isEquality = asks.text.includes('::') && equalityNames.has(childIn(asks, 'property')?.text ?? '');
		if (!value || !isEquality) return undefined;
		return value.kind === 'string' ? { kind: 'same', left: value, right: list, negated } : within(value, list, negated);
	}
	const body = asks.kind === 'function' ? childIn(asks, 'body') : undefined;
	const element = /^\(?\s*([\w$]+)(?=[\s:)]|$)(?!.*,)/.exec(childIn(asks, 'parameters')?.text ?? '')?.[1];
	const sides = body && comparedIn(body);
	if (!sides || element === undefined) return undefined;
	const index = sides.findIndex(({ text }) => text === element);
	return index < 0 ? undefined : within(sides[1 - index], list, negated);
}

function comparedIn(body: Part): readonly Part[] | undefined {
	if (body.kind === 'call') return comparedByCall(body);
	const operator = body.kind === 'comparison' ? childIn(body, 'operator')?.text : undefined;
	const [left, right] = [childIn(body, 'left'), childIn(body, 'right')];
	return left && right && /^={2,3}$/.test(operator ?? '') ? [left, right] : undefined;
}
