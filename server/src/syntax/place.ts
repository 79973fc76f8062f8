import { nameOfFunction } from './code-from-parts.ts';
import { childIn, closest, type Part } from './part.ts';
import { argumentsOf, keyOf, pathOf } from './subject.ts';

/** What stands around a literal, in words that every language shares. */
export interface Place {
	readonly kind:
		| 'comparison'
		| 'range'
		| 'case'
		| 'argument'
		| 'pair'
		| 'key'
		| 'element'
		| 'assignment'
		| 'default'
		| 'member'
		| 'return'
		| 'type'
		| 'index'
		| 'arithmetic'
		| 'other';
	/** The words that tell what the value is: the other side's path, the key, the variable, the function. */
	readonly name: string;
	/** What is called, where the value is an argument or stands in one. */
	readonly callee: string;
	/** Which argument it is, from 0. */
	readonly index: number;
	/** The part that the place is about: the comparison, the pair, the list, the call. */
	readonly part: Part;
}

const none = { name: '', callee: '', index: -1 };

/** Climbs from a literal to the first part that says what its value is for. */
export function placeOf(literal: Part): Place {
	let part = literal;
	for (let around = part.parent; around; part = around, around = around.parent) {
		const place = placeIn(part, around);
		if (place) return place;
	}
	return { kind: 'other', ...none, part };
}

function placeIn(part: Part, around: Part): Place | undefined {
	switch (around.kind) {
		case 'comparison':
			return comparison(part, around);
		case 'membership':
			return { kind: 'key', ...none, name: tellingName(childIn(around, 'right')), part: around };
		case 'case':
			return part.fields.includes('label') ? inCase(around) : undefined;
		case 'call':
		case 'construction':
			return part.fields.includes('arguments') ? undefined : { kind: 'other', ...none, part: around };
		case 'pair':
			return inPair(part, around);
		case 'collection':
			return { kind: 'element', ...none, ...ownerOf(around), part: around };
		case 'variable':
		case 'field':
		case 'parameter':
			return named('assignment', around, childIn(around, 'name'));
		case 'enum-member':
			return named('member', around, childIn(around, 'name'));
		case 'assignment':
			return named('assignment', around, childIn(around, 'left'));
		case 'type':
			return childIn(around, 'name') ? named('type', around, childIn(around, 'name')) : undefined;
		case 'return':
			return { kind: 'return', ...none, name: functionName(around), part: around };
		case 'subscript':
			return part.fields.includes('property')
				? { kind: 'index', ...none, name: tellingName(childIn(around, 'object')), part: around }
				: undefined;
		case 'arithmetic':
		case 'negative':
			return { kind: 'arithmetic', ...none, part: around };
		case 'function':
			return { kind: 'return', ...none, name: nameOfFunction(around) ?? '', part: around };
		case 'block':
		case 'statement':
			return { kind: 'other', ...none, part: around };
		default:
			return around.fields.includes('arguments') ? inArguments(part, around) : undefined;
	}
}

function comparison(part: Part, around: Part): Place {
	const left = childIn(around, 'left');
	const other = left === part ? childIn(around, 'right') : left;
	const kind = /[<>]/.test(childIn(around, 'operator')?.text ?? '') ? 'range' : 'comparison';
	return { kind, ...none, name: tellingName(other), part: around };
}

function inCase(around: Part): Place {
	const dispatch = closest(around, 'switch');
	return {
		kind: 'case',
		...none,
		name: tellingName(dispatch && childIn(dispatch, 'subject')),
		part: dispatch ?? around,
	};
}

function inArguments(part: Part, list: Part): Place | undefined {
	const call = list.parent;
	if (!call) return undefined;
	return { kind: 'argument', ...none, ...calleeOf(call), index: argumentsOf(call).indexOf(part), part: call };
}

function calleeOf(call: Part): { name: string; callee: string } {
	const callee = childIn(call, 'callee');
	const object = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	const method = callee?.kind === 'member' ? (childIn(callee, 'property')?.text ?? '') : (callee?.text ?? '');
	return { name: tellingName(object), callee: method };
}

function inPair(part: Part, around: Part): Place {
	if (part.fields.includes('key')) {
		const owner = around.parent ? ownerOf(around.parent) : none;
		return { kind: 'key', ...none, ...owner, part: around };
	}
	const owner = around.parent ? ownerOf(around.parent) : none;
	return { kind: 'pair', ...none, callee: owner.callee, name: keyOf(childIn(around, 'key')) ?? '', part: around };
}

function named(kind: Place['kind'], around: Part, name: Part | undefined): Place {
	return { kind, ...none, name: tellingName(name), part: around };
}

/** The name of what a list or a table is given to: a variable, a key, a parameter of a call. */
function ownerOf(collection: Part): { name: string; callee: string } {
	for (let part = collection, around = part.parent; around; part = around, around = around.parent) {
		switch (around.kind) {
			case 'variable':
			case 'field':
			case 'parameter':
				return { name: tellingName(childIn(around, 'name')), callee: '' };
			case 'assignment':
				return { name: tellingName(childIn(around, 'left')), callee: '' };
			case 'pair':
				return {
					name: keyOf(childIn(around, 'key')) ?? '',
					callee: around.parent ? ownerOf(around.parent).callee : '',
				};
			case 'member':
				return { name: askedOf(around), callee: childIn(around, 'property')?.text ?? '' };
			case 'membership':
				return { name: tellingName(childIn(around, 'left')), callee: 'in' };
			case 'loop':
				return { name: tellingName(childIn(around, 'name')), callee: '' };
			case 'call':
			case 'construction':
				if (part.fields.includes('arguments') && isCollector(around)) break;
				return part.fields.includes('arguments')
					? { name: '', callee: calleeOf(around).callee }
					: { name: '', callee: '' };
			case 'transparent':
			case 'collection':
				break;
			case 'return':
				return { name: functionName(around), callee: 'return' };
			default:
				if (!around.fields.includes('arguments')) return { name: '', callee: '' };
		}
	}
	return { name: '', callee: '' };
}

/** What a method of a written list is asked about: `[401, 403].includes(response.status)`. */
function askedOf(member: Part): string {
	const call = member.parent;
	const [first] = call?.kind === 'call' ? argumentsOf(call) : [];
	if (first?.kind !== 'function') return tellingName(first);
	const parameters = childIn(first, 'parameters');
	const parameter = parameters?.children[0] ?? first.children.find((child) => child.kind === 'parameter');
	return parameter?.text.replace(/[():].*$/s, '') ?? '';
}

function isCollector(call: Part): boolean {
	return /^(Set|Map|of|freeze|asList|frozenset|set)$/.test(calleeOf(call).callee);
}

function functionName(part: Part): string {
	const around = closest(part, 'function');
	return around ? (nameOfFunction(around) ?? '') : '';
}

/** The dotted path of what tells the value's meaning, or the text of what is called, or nothing. */
function tellingName(part: Part | undefined): string {
	if (!part) return '';
	const path = pathOf(part);
	if (path !== undefined) return path;
	if (part.kind === 'call') return calleeOf(part).callee;
	if (part.kind === 'transparent' || part.kind === 'await') return tellingName(childIn(part, 'inner'));
	if (part.kind === 'member') return childIn(part, 'property')?.text ?? '';
	return '';
}
