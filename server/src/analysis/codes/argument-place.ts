import { argumentsOf, pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../../syntax/parts/part.ts';
import { acts, collects, compares, makesError, sayingOf, sayingOfKeys, takesText } from './code-words.ts';
import { type Step, sayingBeside, silent, tellingNames, told } from './place-step.ts';

/** The call around an argument, and what it says of the string in it. */
export function inArguments(inner: Part, list: Part, isKey: boolean): Step {
	const call = list.parent;
	if (!call) return silent;
	const callee = childIn(call, 'callee');
	const object = callee?.kind === 'member' ? childIn(callee, 'object') : undefined;
	const name = (callee?.kind === 'member' ? childIn(callee, 'property')?.text : callee?.text) ?? '';
	const receiver = object ? (pathOf(object) ?? '') : '';
	const given = argumentsOf(call);
	const beside = given.filter((one) => one !== inner);
	const names = [name, receiver];
	if (compares(name)) return compared(inner, beside, object);
	if (takesText(name, receiver, given.indexOf(inner))) return { says: 'text', names, isLast: true };
	if (isKey || collects(name)) return { ...silent, names };
	if (makesError(name)) return { says: 'own-code', names, isLast: false };
	const own = told(acts(name) ? [] : names, sayingOfKeys, false);
	if (own.says !== 'nothing') return own;
	// An error beside a string is what the call is about; a code beside it is what it is compared with or stands in for.
	const isCode = beside.flatMap(tellingNames).some((path) => sayingOf(path) === 'code' && /code$/i.test(path));
	return { says: isCode ? 'code' : 'nothing', names, isLast: false, outside: 'nothing' };
}

/** `assert.equal(error.code, 'A')`, `expect(error.code).toBe('A')`, `match(error.code).with('A', …)`, `codes.has('A')`. */
function compared(inner: Part, beside: readonly Part[], object: Part | undefined): Step {
	const chain = object ? chainOf(object) : [];
	const isChained = object !== undefined && pathOf(object) === undefined;
	const step = told([...beside, ...chain].flatMap(tellingNames), isChained ? sayingOf : sayingBeside, true);
	if (step.says !== 'nothing') return step;
	const isListed = inner.kind === 'string';
	const own = told(isListed ? tellingNames(object) : [], sayingOfKeys, false);
	return { ...own, names: [...step.names, ...own.names], outside: 'nothing' };
}

/** What the calls before a call in a chain were given. */
function chainOf(object: Part): readonly Part[] {
	const found: Part[] = [];
	let part: Part | undefined = object;
	for (let step = 0; part && step < maximumChain; step++) {
		if (part.kind === 'call') found.push(...argumentsOf(part));
		part = childIn(part, part.kind === 'call' ? 'callee' : part.kind === 'member' ? 'object' : 'inner');
	}
	return found;
}

/** Links of a chain that are looked at; a `match` may have many branches. */
const maximumChain = 64;
