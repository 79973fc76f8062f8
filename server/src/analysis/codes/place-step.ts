import { argumentsOf, pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, type Part } from '../../syntax/parts/part.ts';
import { type Saying, sayingOf } from './code-words.ts';

/** What one part around a string says: a word on the string, names, and whether those further out count. */
export interface Step {
	readonly says: Saying;
	readonly names: readonly string[];
	/** Nothing further out is about the string. */
	readonly isLast: boolean;
	/**
	 * What further out may still say what the string is: nothing where it is only a part of that, the `field` of an
	 * error or what `getMessage` is given; what it is given to by name where its key may be anything's, the `type` of an
	 * error; all else by default.
	 */
	readonly outside?: 'nothing' | 'declared';
}

export const silent: Step = { says: 'nothing', names: [], isLast: false };
export const end: Step = { ...silent, isLast: true };

/** The first of the names that says anything decides. */
export function told(names: readonly string[], tell: (name: string) => Saying, isLast: boolean): Step {
	const says = names.map((name) => (name === '' ? 'nothing' : tell(name))).find((one) => one !== 'nothing');
	return { says: says ?? 'nothing', names, isLast };
}

/** A sentence beside a string is no word on it. */
export function sayingBeside(name: string): Saying {
	const says = sayingOf(name);
	return says === 'text' ? 'nothing' : says;
}

/** What a method of a list is asked about: `['ENOENT'].includes(error.code)`, `codes.forEach((code) => …)`. */
export function askedNames(member: Part): readonly string[] {
	const call = member.parent;
	const [first] = call?.kind === 'call' ? argumentsOf(call) : [];
	if (first?.kind !== 'function') return tellingNames(first);
	const parameters = childIn(first, 'parameters');
	const parameter = parameters?.children[0] ?? first.children.find((child) => child.kind === 'parameter');
	return [parameter?.text.replace(/[():,=].*$/s, '').trim() ?? ''];
}

/** The dotted paths in what stands beside a string; those of `error && error.code` are two. */
export function tellingNames(part: Part | undefined): readonly string[] {
	if (!part || part.kind === 'string' || part.kind === 'function') return [];
	const path = pathOf(part);
	if (path !== undefined) return [path];
	switch (part.kind) {
		case 'and':
		case 'or':
		case 'fallback':
		case 'ternary':
			return part.children.toReversed().flatMap(tellingNames);
		case 'call': {
			const callee = childIn(part, 'callee');
			return [(callee?.kind === 'member' ? childIn(callee, 'property')?.text : callee?.text) ?? ''];
		}
		case 'transparent':
		case 'await':
			return tellingNames(childIn(part, 'inner'));
		case 'member':
			return [memberPath(part)];
		default:
			return [];
	}
}

/** As much of a path as can be told: `(error as Failure).code`, `errors[0].code`, `load().error.code`. */
function memberPath(part: Part): string {
	const names: string[] = [];
	let at: Part | undefined = part;
	while (at?.kind === 'member') {
		names.unshift(childIn(at, 'property')?.text ?? '');
		at = childIn(at, 'object');
	}
	return names.join('.');
}
