import { nameOfFunction } from '../../syntax/code-from-parts.ts';
import { bindingOf } from '../../syntax/dispatches/binding.ts';
import { childIn, closest, type Part } from '../../syntax/parts/part.ts';
import type { Place } from '../../syntax/places/place.ts';
import { calleeOf, nameIn, tellingName } from '../../syntax/places/telling-name.ts';
import { answers } from './calls.ts';
import { signsOfName } from './name-signs.ts';
import { kindOfContainer, kindOfName, type NameKind, snakeCase, withoutContainer } from './names.ts';
import { ofResponses } from './record-signs.ts';
import type { Sign } from './sign.ts';
import { signsOfUse } from './use-signs.ts';

/** What the thing says that the number is compared with, and what else is done with it. */
export function signsOfSubject(value: number, name: string, part: Part, how: string): readonly Sign[] {
	const own = signsOfName(name, value, { how });
	const kind = kindOfName(snakeCase(name));
	if (/(^|[._])(res|resp|response|rsp)\.first$/.test(snakeCase(name)))
		return [{ weight: 12, reason: 'a response begins with its status' }];
	if (name === '' || kind === 'status' || kind === 'foreign' || kind === 'measure') return own;
	if (kind === 'answer' && /(^|[._])(res|resp|response|rsp)$/.test(snakeCase(name)))
		return [...own, { weight: 3, reason: 'a response is compared with a number' }];
	if (name.includes('.')) return own;
	const of = signsOfParameterOf(name, part);
	return [...own, ...signsOfTakenWith(name, kind, part), ...(of.length > 0 ? of : signsOfUse(name, part))];
}

/** `let (response, code) = …`: the code that is taken out of something beside a response is that of the response. */
function signsOfTakenWith(name: string, kind: NameKind, part: Part): readonly Sign[] {
	if (kind !== 'code') return [];
	const declared = bindingOf(name, part)?.part;
	const list = declared && childIn(declared, 'name')?.text;
	const others = list !== undefined && /^[[(]/.test(list) ? (list.match(/\w+/g) ?? []) : [];
	const response = others.find((other) => other !== name && /^(?:res|resp|response|body|answer|reply)$/i.test(other));
	return response === undefined ? [] : [{ weight: 7, reason: `it comes with \`${response}\`` }];
}

/** `validateStatus: (n) => n < 500`, `statuses.every((n) => n === 200)`: what a function about statuses is given. */
function signsOfParameterOf(name: string, part: Part): readonly Sign[] {
	const around = closest(part, 'function');
	const parameters =
		around && (childIn(around, 'parameters')?.children ?? around.children.filter(({ kind }) => kind === 'parameter'));
	if (!around || !parameters?.some((parameter) => nameIn(parameter) === name)) return [];
	const call = around.parent?.fields.includes('arguments') ? around.parent.parent : undefined;
	const of = nameOfFunction(around) ?? (call ? calleeOf(call).receiver : '');
	const kind = kindOfContainer(snakeCase(of));
	return kind === 'status' || kind === 'near' ? [{ weight: 12, reason: `\`${name}\` is what \`${of}\` is about` }] : [];
}

/** What an enum's name says of its members. */
export function signsOfEnum(value: number, { part }: Place): readonly Sign[] {
	const name = childIn(closest(part, 'enum') ?? part, 'name')?.text ?? '';
	const signs = signsOfName(name, value, { how: 'it is one of', holdsMany: true, far: true });
	return closest(part, 'enum') ? signs : [];
}

/** The type that is written beside a name: `const notFound: HttpStatus = 404`. */
function signsOfType({ part, inner }: Place): readonly Sign[] {
	const target = childIn(part, 'name');
	if (!target || target === inner || target.end > inner.start) return [];
	const type = /[\w.]*status\w*/i.exec(part.text.slice(target.end - part.start, inner.start - part.start))?.[0];
	return type === undefined || kindOfContainer(snakeCase(type)) !== 'status'
		? []
		: [{ weight: 13, reason: `it is a \`${type}\`` }];
}

/** The type that the number is made to: `500 as HttpStatus`. */
export function signsOfCasts({ casts }: Place): readonly Sign[] {
	const type = casts.map((cast) => /\w*status\w*/i.exec(cast)?.[0]).find((one) => one !== undefined);
	return type === undefined ? [] : [{ weight: 14, reason: `it is taken for a \`${type}\`` }];
}

/** What else may stand in the number's place. */
export function signsInstead(value: number, { instead }: Place): readonly Sign[] {
	const found = instead.map((part) => signsOfName(tellingName(part), value, { how: 'it stands in for', far: true }));
	const sum = (signs: readonly Sign[]): number => signs.reduce((all, { weight }) => all + weight, 0);
	return found.sort((a, b) => sum(b) - sum(a))[0] ?? [];
}

/** What the function is called that gives the number back. */
export function signsOfReturn(value: number, { name, owner, callee }: Place): readonly Sign[] {
	const answered: readonly Sign[] = answers.test(snakeCase(callee))
		? [{ weight: 12, reason: `\`${callee}\` answers with it` }]
		: [];
	if (owner) return [...answered, ...signsOfName(name, value, { how: 'what comes of it is', far: true })];
	return signsOfName(name, value, { how: 'it is given back by' });
}

/** What a name says to which the number is given. */
export function signsOfTarget(value: number, place: Place): readonly Sign[] {
	const { name, part } = place;
	const own = signsOfName(name, value, { how: 'it is kept in' });
	return [...own, ...signsOfType(place), ...signsOfUse(name, part), ...signsOfError(name, place)];
}

/** `class NotHere extends Problem { code = 404 }`: the code that an error has by default. */
function signsOfError(name: string, { part }: Place): readonly Sign[] {
	const isOwn = part.kind === 'field' || part.parent?.fields.includes('parameters') || part.kind === 'parameter';
	const owner = isOwn && kindOfName(snakeCase(name)) === 'code' ? closest(part, 'class') : undefined;
	const called = (owner && childIn(owner, 'name')?.text) ?? '';
	return /(?:Error|Exception)$/.test(called) ? [{ weight: 4, reason: `it is the code of \`${called}\`` }] : [];
}

/** What is counted with is no status; what stands after the protocol in a text that is put together is one. */
export function signsOfArithmetic({ part, inner }: Place): readonly Sign[] {
	const before = part.text.slice(0, inner.start - part.start);
	return /\bHTTP\/\d(?:\.\d)?\s+["'`]\s*(?:\+|\.{1,2}|<>|~)\s*$/.test(before)
		? [{ weight: 20, reason: 'it begins an answer of HTTP' }]
		: [{ weight: -30, reason: 'it is counted with' }];
}

/** What a table says in which the number is looked up. */
export function signsOfIndex(value: number, { name }: Place): readonly Sign[] {
	if (ofResponses.test(withoutContainer(snakeCase(name))))
		return [{ weight: 13, reason: 'it says which response is meant' }];
	return signsOfName(name, value, { how: 'it is looked up in', holdsMany: true });
}
