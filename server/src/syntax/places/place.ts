import { nameOfFunction } from '../code-from-parts.ts';
import { elementsOf } from '../dispatches/collections.ts';
import { fieldNames, rowTypeOf } from '../dispatches/row-type.ts';
import { argumentsOf } from '../dispatches/subject.ts';
import { childIn, childrenIn, closest, indexIn, type Part } from '../parts/part.ts';
import { type Destination, destinationOf } from './destination.ts';
import { calleeOf, keyName, nameIn, tellingName } from './telling-name.ts';

export type PlaceKind =
	| 'comparison'
	| 'range'
	| 'case'
	| 'argument'
	| 'pair'
	| 'key'
	| 'element'
	| 'assignment'
	| 'member'
	| 'return'
	| 'type'
	| 'index'
	| 'arithmetic'
	| 'other';

/** What stands around a literal, in words that every language shares. */
export interface Place {
	readonly kind: PlaceKind;
	/** What tells the value's meaning: the other side's path, the key, the variable, the function; may be empty. */
	readonly name: string;
	/** What is called, where the value is an argument or stands in one, and the path of what it is called on. */
	readonly callee: string;
	readonly receiver: string;
	/** Which argument it is, from 0. */
	readonly index: number;
	/** Where the list or table goes in which the value stands. */
	readonly owner: Destination | undefined;
	/** What else may stand in the value's place: `error.status` in `error.status ?? 500`. */
	readonly instead: readonly Part[];
	/** What is written around the value to say of which type it is. */
	readonly casts: readonly string[];
	/** The part that the place is about: the comparison, the pair, the list, the call. */
	readonly part: Part;
	/** The child of `part` that is the literal or holds it. */
	readonly inner: Part;
}

type Found = Omit<Place, 'instead' | 'casts' | 'inner'>;

const none = { name: '', callee: '', receiver: '', index: -1, owner: undefined };

/** Climbs from a literal to the first part that says what its value is for. */
export function placeOf(literal: Part): Place {
	const instead: Part[] = [];
	const casts: string[] = [];
	let inner = literal;
	for (let around = inner.parent; around; inner = around, around = around.parent) {
		if (isAlternative(inner, around)) {
			instead.push(...around.children.filter((child) => child !== inner && !isBeside(child)));
			continue;
		}
		if (around.kind === 'transparent') casts.push(withoutInner(around, inner));
		const found = placeIn(inner, around);
		if (found) return { ...found, instead, casts, inner };
	}
	return { kind: 'other', ...none, instead, casts, part: inner, inner };
}

/** What stands around a value in parentheses or a cast. */
function withoutInner({ text, start }: Part, inner: Part): string {
	return text.slice(0, inner.start - start) + text.slice(inner.end - start);
}

/** Whether the part around gives this value or another. */
function isAlternative(inner: Part, { kind }: Part): boolean {
	if (kind === 'ternary') return !inner.fields.includes('condition');
	return kind === 'fallback' || kind === 'or';
}

const isBeside = (child: Part): boolean => child.fields.includes('condition') || child.fields.includes('operator');

function placeIn(inner: Part, around: Part): Found | undefined {
	switch (around.kind) {
		case 'comparison':
			return comparison(inner, around);
		case 'range':
		case 'half-open-range':
			return named('range', around, rangedName(around));
		case 'membership':
			return { kind: 'key', ...none, name: tellingName(childIn(around, 'right')), part: around };
		case 'case':
			return inner.fields.includes('label') ? inCase(around) : undefined;
		case 'call':
		case 'construction':
			return inner.fields.includes('arguments') ? undefined : { kind: 'other', ...none, part: around };
		case 'pair':
			return inPair(inner, around);
		case 'collection':
			return inCollection(inner, around);
		case 'variable':
		case 'field':
		case 'enum-member':
		case 'assignment':
			return declared(inner, around);
		case 'parameter':
			return named('assignment', around, parameterName(around));
		case 'destructuring':
			return named('assignment', around, keyName(keyBefore(inner, around)));
		case 'type':
			return inType(inner, around);
		case 'return':
			return { kind: 'return', ...given(closest(around, 'function')), part: around };
		case 'function':
			return { kind: 'return', ...(inner.fields.includes('body') ? given(around) : none), part: around };
		case 'subscript':
			return inner.fields.includes('property')
				? named('index', around, tellingName(childIn(around, 'object')))
				: undefined;
		case 'arithmetic':
		case 'negative':
			return { kind: 'arithmetic', ...none, part: around };
		case 'block':
		case 'statement':
			return { kind: 'other', ...none, part: around };
		default:
			return around.fields.includes('arguments') ? inArguments(inner, around) : undefined;
	}
}

function named(kind: PlaceKind, part: Part, name: string): Found {
	return { kind, ...none, name, part };
}

function comparison(inner: Part, around: Part): Found {
	// A pattern: `status is 401 or 403`.
	if (inner.fields.includes('label')) return named('comparison', around, tellingName(childIn(around, 'left')));
	const operands = [...childrenIn(around, 'left'), ...childrenIn(around, 'right')];
	const at = operands.indexOf(inner);
	const other = at === 0 ? operands[1] : operands[at - 1];
	const operator = childrenIn(around, 'operator')[Math.max(0, at - 1)];
	const kind = /[<>]/.test(operator?.text ?? '') ? 'range' : 'comparison';
	return named(kind, around, tellingName(other));
}

/** What a range is held against: the subject of its case, or what a call or an operator asks whether it is in it. */
function rangedName(range: Part): string {
	for (let inner = range, around = range.parent; around; inner = around, around = around.parent) {
		if (around.kind === 'case') return inCase(around).name;
		if (around.kind === 'membership') return tellingName(childIn(around, 'left'));
		if (around.kind === 'comparison') return comparison(inner, around).name;
		if (around.kind === 'member') return tellingName(around.parent && argumentsOf(around.parent)[0]);
		const target = childIn(around, 'name') ?? childIn(around, 'left');
		if (around.kind === 'variable' || around.kind === 'field' || around.kind === 'assignment') return nameIn(target);
		if (around.kind === 'pair' && around.parent?.kind === 'destructuring') return inPair(inner, around).name;
		if (around.kind === 'pair' && around.fields.includes('argument')) return inPair(inner, around).name;
		if (around.kind === 'return') return given(closest(around, 'function')).name;
		if (!passedByRange.has(around.kind)) return '';
	}
	return '';
}

/** What may stand between a range and what it is held against. */
const passedByRange: ReadonlySet<Part['kind']> = new Set(['transparent', 'or', 'and', 'not', 'pair']);

/** @param column where in a list of values the value stands: `case (401, "A")` */
function inCase(around: Part, column = 0): Found {
	const dispatch = closest(around, 'switch');
	const subject = dispatch && childIn(dispatch, 'subject');
	const one = subject?.kind === 'collection' ? elementsOf(subject)[column] : subject;
	return named('case', dispatch ?? around, tellingName(one));
}

/** The case that a list of values is a label of. */
function caseOf(list: Part): Part | undefined {
	let label = list;
	while (label.parent?.kind === 'transparent' || label.parent?.kind === 'or') label = label.parent;
	return label.fields.includes('label') && label.parent?.kind === 'case' ? label.parent : undefined;
}

/** What a test is marked with to be run with a row of values, one for each of its parameters. */
const rowMark = /^(?:InlineData|TestCase|DataRow|Arguments)$/;

const childrenOfKind = ({ children }: Part, kind: Part['kind']): readonly Part[] =>
	children.filter((child) => child.kind === kind);

function inArguments(inner: Part, list: Part): Found | undefined {
	const call = list.parent;
	if (!call) return undefined;
	const column = rowMark.test(calleeOf(call).callee) ? childIn(call.parent ?? call, 'parameters') : undefined;
	const parameter = column && childrenOfKind(column, 'parameter')[argumentsOf(call).indexOf(inner)];
	if (parameter) return named('assignment', call, parameterName(parameter));
	return { kind: 'argument', ...none, ...calleeOf(call), index: argumentsOf(call).indexOf(inner), part: call };
}

function inPair(inner: Part, around: Part): Found {
	const owner = around.parent ? ownerOf(around.parent) : undefined;
	const from = owner ? { callee: owner.callee, receiver: owner.receiver } : {};
	if (inner.fields.includes('key'))
		return { kind: 'key', ...none, ...from, name: owner?.name ?? '', owner, part: around };
	const key = keyName(childIn(around, 'key')) || tellingName(childIn(around, 'key'));
	// What a call gives where it finds nothing is what its result is: `status = max(statuses, default=200)`.
	const name = key === 'default' && owner?.call ? destinationOf(owner.call).name : key;
	return { kind: 'pair', ...none, ...from, name: name || key, owner, part: around };
}

/** What a pair belongs to: a table, and what that is given to; a call, where arguments have names; an element. */
function ownerOf(table: Part): Destination {
	const call = table.fields.includes('arguments') ? table.parent : table.kind === 'markup' ? table : undefined;
	return call ? { name: '', call, ...calleeOf(call), index: -1, giver: '' } : destinationOf(table);
}

function inCollection(inner: Part, around: Part): Found | undefined {
	if (around.fields.includes('arguments') && around.parent?.kind === 'construction') return inArguments(inner, around);
	const branch = caseOf(around);
	if (branch) return inCase(branch, elementsOf(around).indexOf(inner));
	const type = rowTypeOf(around);
	const column = type && fieldNames(type)[elementsOf(around).indexOf(inner)];
	if (column !== undefined) return named('assignment', around, column);
	const hasColumns = around.parent?.kind === 'collection' || isTakenApart(around);
	const owner = destinationOf(around, hasColumns ? indexIn(around, inner) : 0);
	return { kind: 'element', ...none, ...owner, owner, part: around };
}

/** `[status, body] = [404, '']` takes a list apart where `statuses = [404, 500]` does not. */
function isTakenApart({ parent }: Part): boolean {
	const target = parent && (childIn(parent, 'name') ?? childIn(parent, 'left'));
	return target !== undefined && /^[[(]|,/.test(target.text);
}

function declared(inner: Part, around: Part): Found {
	const target = targetOf(inner, around);
	if (inner === target) return named('other', around, '');
	// Counting up and the like: `total += 200`.
	const sign = target && around.text.slice(target.end - around.start, inner.start - around.start);
	if (around.kind === 'assignment' && sign && /[-+*/%|&^]=/.test(sign))
		return { kind: 'arithmetic', ...none, part: around };
	return named(around.kind === 'enum-member' ? 'member' : 'assignment', around, nameIn(target));
}

/** What a value is given to: of several names, the one that stands where it does. */
function targetOf(inner: Part, around: Part): Part | undefined {
	const targets = [...childrenIn(around, 'name'), ...childrenIn(around, 'left')];
	const values = [...childrenIn(around, 'value'), ...childrenIn(around, 'right')];
	return (targets.length === values.length ? targets[values.indexOf(inner)] : undefined) ?? targets[0];
}

/** A parameter with a default; one that takes a key by another name is known by the key. */
function parameterName(parameter: Part): string {
	const around = parameter.parent;
	const key = around?.kind === 'pair' && around.parent?.kind === 'destructuring' ? childIn(around, 'key') : undefined;
	return keyName(key) || nameIn(childIn(parameter, 'name'));
}

function keyBefore(inner: Part, around: Part): Part | undefined {
	return around.children[indexIn(around, inner) - 1];
}

function inType(inner: Part, around: Part): Found | undefined {
	const name = childIn(around, 'name');
	if (!name) return undefined;
	if (name !== inner) return named('type', around, nameIn(name));
	const owner = destinationOf(around);
	return { kind: 'key', ...none, name: owner.name, owner, part: around };
}

/** What a function's result is called: as the function is, or what comes of the call that the function is given to. */
function given(around: Part | undefined): Pick<Found, 'name' | 'callee' | 'receiver' | 'index' | 'owner'> {
	if (!around) return none;
	const name = nameOfFunction(around);
	const call = around.parent?.fields.includes('arguments') ? around.parent.parent : undefined;
	if (name !== undefined || !call) return { ...none, name: name ?? '' };
	const owner = destinationOf(call);
	return { ...none, ...calleeOf(call), name: owner.name, owner };
}
