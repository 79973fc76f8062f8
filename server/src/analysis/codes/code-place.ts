import { nameOfFunction } from '../../syntax/code-from-parts.ts';
import { keyOf } from '../../syntax/dispatches/subject.ts';
import { literalOf } from '../../syntax/literals.ts';
import { childIn, closest, type Part } from '../../syntax/parts/part.ts';
import { inArguments } from './argument-place.ts';
import { isVague, type Saying, sayingOf, sayingOfKeys } from './code-words.ts';
import { askedNames, end, type Step, silent, tellingNames, told } from './place-step.ts';

/** What stands around a string that is exactly a code of some API. */
export interface CodePlace {
	readonly says: Saying;
	/** The names around it, nearest first: what it is compared with, its key, its list, what is called with it. */
	readonly names: readonly string[];
}

/** Climbs from a string to the first part around it that says what it is. */
export function codePlaceOf(literal: Part): CodePlace {
	const names: string[] = [];
	let says: Saying = 'nothing';
	let inner = literal;
	// Whether the string is what something is found by, rather than what is found.
	let isKey = false;
	let outside: Step['outside'];
	for (let around = literal.parent; around; inner = around, around = around.parent) {
		if (around.kind === 'pair' && inner.fields.includes('key')) {
			isKey = true;
			continue;
		}
		const step = stepAt(inner, around, isKey);
		names.push(...step.names.filter((name) => name !== ''));
		if (says === 'nothing' && counts(step, around, outside)) says = step.says;
		if (step.isLast) break;
		if (outside !== 'nothing') outside = step.outside ?? outside;
	}
	return { says, names };
}

/** Whether what a part says counts for a string, after what stands between the two. */
function counts({ says }: Step, around: Part, outside: Step['outside']): boolean {
	if (outside === undefined || says === 'other') return true;
	if (outside === 'nothing') return false;
	if (says === 'text') return true;
	return says === 'own-code' || (around.kind !== 'return' && around.kind !== 'function' && !isArguments(around));
}

const isArguments = (part: Part): boolean => part.fields.includes('arguments');

function stepAt(inner: Part, around: Part, isKey: boolean): Step {
	switch (around.kind) {
		case 'comparison':
			return told(tellingNames(otherSide(inner, around)), sayingOf, true);
		case 'membership':
			return told(
				tellingNames(otherSide(inner, around)),
				inner.fields.includes('left') ? sayingOfKeys : sayingOf,
				true,
			);
		case 'case':
			return inner.fields.includes('label') ? told(tellingNames(subjectOf(around)), sayingOf, true) : end;
		case 'subscript':
			return inner.fields.includes('property')
				? told(tellingNames(childIn(around, 'object')), sayingOfKeys, true)
				: silent;
		case 'pair':
			return inPair(nameOfKey(childIn(around, 'key')), isKey);
		case 'enum-member':
			return asConstant(tellingNames(childIn(around, 'name')), sayingOfKeys);
		case 'variable':
		case 'field':
		case 'parameter':
		case 'enum':
		case 'type':
		case 'assignment':
			return declared(inner, around, isKey);
		case 'arithmetic':
			return /^[+.]$/.test(childIn(around, 'operator')?.text ?? '') ? { ...end, says: 'text' } : silent;
		case 'return':
			return told([functionAround(around)], isKey ? sayingOfKeys : sayingOf, true);
		case 'function':
			return told(
				inner.fields.includes('body') ? [nameOfFunction(around) ?? ''] : [],
				isKey ? sayingOfKeys : sayingOf,
				true,
			);
		case 'member':
			return told(askedNames(around), sayingOf, true);
		case 'block':
		case 'statement':
		case 'class':
		case 'if':
		case 'loop':
			return end;
		default:
			return isArguments(around) ? inArguments(inner, around, isKey) : silent;
	}
}

function otherSide(inner: Part, around: Part): Part | undefined {
	const left = childIn(around, 'left');
	return left === inner ? childIn(around, 'right') : left;
}

function subjectOf(branch: Part): Part | undefined {
	const dispatch = closest(branch, 'switch');
	return dispatch && childIn(dispatch, 'subject');
}

/** A key that is a string may be a path: `'error.code'`. */
function nameOfKey(key: Part | undefined): string {
	const value = String(literalOf(key)?.value ?? '');
	return keyOf(key) ?? (/^[\w.-]+$/.test(value) ? value : '');
}

/** The value of a key; what a plain key belongs to says nothing of it: the `field` of an error is no error. */
function inPair(key: string, isKey: boolean): Step {
	const step = asConstant([key], isKey ? sayingOfKeys : sayingOf);
	if (key === '' || isKey || isConstant(key)) return step;
	return { ...step, outside: isVague(key) ? 'declared' : 'nothing' };
}

function declared(inner: Part, around: Part, isKey: boolean): Step {
	const target = childIn(around, 'name') ?? childIn(around, 'left');
	if (inner === target) return end;
	return told(tellingNames(target), isKey ? sayingOfKeys : sayingOf, around.kind !== 'type');
}

/** A name written as constants are says the same as the code: only what it is part of says what it is for. */
function asConstant(names: readonly string[], tell: (name: string) => Saying): Step {
	const step = told(names, tell, false);
	return names.every(isConstant) && step.says !== 'code' ? { ...step, says: 'nothing' } : step;
}

const isConstant = (name: string): boolean => /^[A-Z]/.test(name);

function functionAround(part: Part): string {
	const around = closest(part, 'function');
	return around ? (nameOfFunction(around) ?? '') : '';
}
