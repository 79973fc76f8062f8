import { argumentsOf, keyOf, pathOf, withoutQuotes } from '../dispatches/subject.ts';
import { childIn, type Part } from '../parts/part.ts';

/** A string that may lead to a value: `status`, `:status`, `response.statusCode`, `$.status`. */
const keyPath = /^(?::|\$\.)?([\w-]+(?:\.[\w-]+)*)$/;

/** The name or the path that a string, a symbol or a word is, as the key of something: `:status` is `status`. */
export function keyName(part: Part | undefined): string {
	const key = keyOf(part);
	if (key !== undefined) return key;
	if (part?.kind === 'transparent') return keyName(childIn(part, 'inner'));
	if (part?.kind === 'type') return part.children.length === 1 ? keyName(part.children[0]) : '';
	// A list with one key in it is the key's path: `toHaveProperty(['status'], 404)`.
	if (part?.kind === 'collection' && part.children.length === 1) return keyName(part.children[0]);
	if (part?.kind !== 'string') return '';
	const content = childIn(part, 'content')?.text ?? withoutQuotes(part.text);
	return keyPath.exec(content)?.[1] ?? '';
}

/** The dotted path that tells a value's meaning; where there is none, the words nearest to one; empty without any. */
export function tellingName(part: Part | undefined): string {
	if (!part) return '';
	const path = pathOf(part);
	if (path !== undefined) return path;
	switch (part.kind) {
		case undefined:
			// A name in a namespace, where the grammar sees but one word.
			return /^[\w$]+(?:\.[\w$]+)+$/.exec(part.text)?.[0] ?? '';
		case 'transparent':
		case 'await':
			return tellingName(childIn(part, 'inner'));
		case 'member':
			return join(tellingName(childIn(part, 'object')), childIn(part, 'property')?.text ?? '');
		case 'subscript':
			return subscriptName(tellingName(childIn(part, 'object')), childIn(part, 'property'));
		case 'and':
			return tellingName(childIn(part, 'right'));
		case 'ternary':
			return tellingName(childIn(part, 'body')) || tellingName(childIn(part, 'alternative'));
		case 'call':
			return tellingCall(part);
		default:
			return '';
	}
}

/** What stands under a key; a response that is a list begins with what `first` stands for: `response[0]`. */
function subscriptName(object: string, key: Part | undefined): string {
	const isFirst = key?.text === '0' && /(?:^|[._])re?sp?(?:onse)?$/i.test(object);
	return join(object, isFirst ? 'first' : keyName(key));
}

/** What is asked for by a key, or the name of what is called: `get(error, 'response.status')`, `statusOf(error, 1)`. */
function tellingCall(call: Part): string {
	const called = calledName(call);
	const given = argumentsOf(call);
	if (!/^(get|path|prop|property|dig|fetch)/i.test(called) && !(given.length === 1 && /^(at|header)$/i.test(called)))
		return called;
	const key = keyName(given.at(-1));
	if (key === '') return called;
	return join(given.length > 1 ? tellingName(given[0]) : calleeOf(call).receiver, key);
}

function join(object: string, key: string): string {
	return object === '' || key === '' ? object || key : `${object}.${key}`;
}

/** What is called, and the path of the object that it belongs to. */
export interface Callee {
	readonly callee: string;
	readonly receiver: string;
}

export function calleeOf(call: Part): Callee {
	const receiver = receiverOf(call);
	return { callee: calledName(call), receiver: receiver ? tellingName(receiver) : '' };
}

/** The name of what is called, without what it belongs to. */
export function calledName(call: Part): string {
	const callee = calleePart(call);
	return (callee?.kind === 'member' ? childIn(callee, 'property') : callee)?.text ?? '';
}

/** What is called, without parentheses and casts. */
function calleePart(call: Part): Part | undefined {
	let callee = childIn(call, 'callee');
	while (callee?.kind === 'transparent') callee = childIn(callee, 'inner') ?? callee.children[0];
	return callee;
}

/** What a method is called on. */
export function receiverOf(call: Part): Part | undefined {
	const callee = calleePart(call);
	return callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
}

/**
 * The name in a target: itself, or of several the one that takes the given column:
 * the first of `[status, body]` is `status`.
 */
export function nameIn(target: Part | undefined, column = 0): string {
	if (!target) return '';
	const path = pathOf(target);
	if (path !== undefined) return path;
	if (target.kind === 'parameter')
		return childIn(target, 'name') ? nameIn(childIn(target, 'name'), column) : target.text;
	if (target.kind === 'destructuring') return '';
	const list = /^[[(]?\s*([\s\S]*?)[\])]?$/.exec(target.text)?.[1] ?? '';
	return /^[*#&]{0,2}[\w$@]+/.exec(list.split(',')[Math.max(column, 0)]?.trim() ?? '')?.[0] ?? tellingName(target);
}
