import { nameOfFunction } from '../code-from-parts.ts';
import { asksFunction } from '../dispatches/asked-calls.ts';
import { argumentsOf } from '../dispatches/subject.ts';
import { childIn, childrenIn, closest, type Part } from '../parts/part.ts';
import { calleeOf, keyName, nameIn, tellingName } from './telling-name.ts';

/** Where a value goes that is made of others: a list, a table, the result of a call. */
export interface Destination {
	/** The variable, key, parameter or function that it is given to; empty where there is none. */
	readonly name: string;
	/** The call that it is given to, or undefined. */
	readonly call: Part | undefined;
	readonly callee: string;
	readonly receiver: string;
	/** Which argument of the call it is, from 0; -1 where it is none. */
	readonly index: number;
	/** What is called with the function that gives it back; empty where that function has a name, or none gives it. */
	readonly giver: string;
}

const nowhere: Destination = { name: '', call: undefined, callee: '', receiver: '', index: -1, giver: '' };

/** Constructions and calls that only collect what they are given. */
const collectors = /^(Set|Map|of|freeze|asList|frozenset|set|HashSet|listOf|setOf|tuple|list|from|union|Union)$/;

/**
 * Follows a list, a table or a call to what its value is given to.
 * @param column which element of the list the value in question is, for lists that are taken apart
 */
export function destinationOf(part: Part, column = 0): Destination {
	let at = column;
	for (let inner = part, around = part.parent; around; inner = around, around = around.parent) {
		switch (around.kind) {
			case 'transparent':
			case 'await':
			case 'spread':
			case 'fallback':
			case 'or':
			case 'and':
			case 'ternary':
				break;
			case 'collection':
				// A row's element keeps its column; rows themselves have none.
				break;
			case 'member': {
				if (part.kind === 'call') break;
				return { ...nowhere, name: askedOf(around, at), callee: childIn(around, 'property')?.text ?? '' };
			}
			case 'call':
			case 'construction':
				if (inner.fields.includes('callee') && part.kind === 'call') break;
				if (!inner.fields.includes('arguments')) return nowhere;
				if (asksFunction(around)) {
					const { callee } = calleeOf(around);
					return { ...nowhere, name: tellingName(argumentsOf(around)[0]), callee };
				}
				if (!collectors.test(calleeOf(around).callee)) return inCall(part, around, at);
				at = column;
				break;
			default: {
				const name = nameGiven(inner, around, at);
				if (name !== undefined) return { ...nowhere, name, giver: name === '' ? giverOf(inner, around) : '' };
				if (around.kind !== undefined) return nowhere;
			}
		}
	}
	return nowhere;
}

/** The name that a part of the code gives to a value in it; undefined where it gives none. */
function nameGiven(inner: Part, around: Part, column: number): string | undefined {
	switch (around.kind) {
		case 'variable':
		case 'field':
		case 'parameter':
		case 'enum-member':
		case 'type':
			return childIn(around, 'name') ? nameIn(childIn(around, 'name'), column) : undefined;
		case 'assignment':
			return nameIn(childIn(around, 'left'), column);
		case 'pair':
			return keyName(childIn(around, 'key'));
		case 'membership':
			return tellingName(childIn(around, 'left'));
		case 'loop':
			return nameIn(childrenIn(around, 'name').at(-1), column);
		case 'return':
			return functionName(around);
		case 'function':
			return inner.fields.includes('body') ? functionName(inner) : '';
		default:
			return undefined;
	}
}

function inCall(part: Part, call: Part, column: number): Destination {
	const given = argumentsOf(call);
	const index = given.findIndex((argument) => argument.start <= part.start && part.end <= argument.end);
	const before = given[index - 1];
	const name = rowName(call, column) || namesIn(before)[column] || '';
	return { ...nowhere, ...calleeOf(call), name, call, index };
}

/** `reply(() => [200, body])`: what is called with the function around. */
function giverOf(inner: Part, around: Part): string {
	if (around.kind !== 'return' && around.kind !== 'function') return '';
	const taker = around.kind === 'function' ? around : closest(inner, 'function');
	const call = taker?.parent?.fields.includes('arguments') ? taker.parent.parent : undefined;
	return call ? calleeOf(call).callee : '';
}

/** Rows that are handed on to a function name their columns there: `each([[404, 'x']])((status, text) => …)`. */
function rowName(call: Part, column: number): string {
	const again = call.parent;
	if (again?.kind !== 'call' || !call.fields.includes('callee')) return '';
	const taker = argumentsOf(again).find(({ kind }) => kind === 'function');
	return taker ? parameterName(taker, column) : '';
}

/** Names written before a list: `parametrize('status, body', [(404, '')])`, or each by itself: `('status', 'body')`. */
export function namesIn(part: Part | undefined): readonly string[] {
	if (part?.kind === 'transparent') return namesIn(childIn(part, 'inner'));
	if (part?.kind === 'collection') return part.children.map((name) => keyName(name));
	if (part?.kind !== 'string') return [];
	const content = childIn(part, 'content')?.text ?? '';
	return /^\w+(\s*,\s*\w+)*$/.test(content) ? content.split(',').map((name) => name.trim()) : [];
}

/** What a method of a written list is asked about: `[401, 403].includes(response.status)`. */
function askedOf(member: Part, column: number): string {
	const call = member.parent;
	const [first] = call?.kind === 'call' ? argumentsOf(call) : [];
	return first?.kind === 'function' ? parameterName(first, column) : tellingName(first);
}

function parameterName(taker: Part, column: number): string {
	const list = childIn(taker, 'parameters');
	const parameters = list ? list.children : taker.children.filter(({ kind }) => kind === 'parameter');
	const [only] = parameters;
	return parameters.length === 1 ? nameIn(only, column) : nameIn(parameters[column]);
}

function functionName(part: Part): string {
	const around = closest(part, 'function');
	return (around && nameOfFunction(around)) ?? '';
}
