import { nameOfFunction } from '../../syntax/code-from-parts.ts';
import { childIn, closest, type Part } from '../../syntax/part.ts';
import type { Place } from '../../syntax/place.ts';
import { sourceOf } from '../../syntax/subject.ts';
import { calleeOf, keyName, nameIn, tellingName } from '../../syntax/telling-name.ts';
import { besides } from './besides.ts';
import { answeringCall } from './calls.ts';
import { signsOfName } from './name-signs.ts';
import { kindOfContainer, kindOfName, snakeCase } from './names.ts';
import type { Sign } from './sign.ts';

/** What the thing says that the number is compared with. */
export function signsOfSubject(value: number, { name, part }: Place, how: string): readonly Sign[] {
	const own = signsOfName(name, value, { how });
	const kind = kindOfName(snakeCase(name));
	if (name === '' || kind === 'status' || kind === 'foreign' || kind === 'measure') return own;
	const source = sourceOf(name, part);
	const from = source === name ? 'plain' : kindOfName(snakeCase(source));
	if (from === 'status' || from === 'foreign' || (from === 'code' && kind !== 'code'))
		return signsOfName(source, value, { how: `${how} \`${name}\`, which is`, far: true });
	return name.includes('.') ? own : [...own, ...signsOfParameterOf(name, part)];
}

/** `validateStatus: (n) => n < 500`, `statuses.every((n) => n === 200)`: the name is a parameter of a function about statuses. */
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

/** Keys that say no more than what they belong to. */
const anyKey = /^(value|code|id|key|number|num|val|no|nr|name|type|expected|want)$/;
const besideCode =
	/^(message|msg|error|errors|reason|description|details?|data|body|title|success|ok|result|text|headers|phrase|status_?text|status_?message|path|method|url)$/;
const besideRedirect = /^(destination|location|to|url|source|from|target|permanent)$/;

/** What a key says of its value, and what the record says that they stand in. */
export function signsOfPair(value: number, { name, part, owner, callee }: Place): readonly Sign[] {
	const key = snakeCase(name);
	const kind = kindOfName(key);
	const of = owner ? kindOfContainer(snakeCase(owner.name)) : 'plain';
	if (of === 'status' && (kind === 'plain' || kind === 'near' || anyKey.test(key)))
		return [{ weight: 12, reason: `it stands in \`${owner?.name}\`` }];
	const own = signsOfName(name, value, { how: 'it is the value of' });
	const beside = besides(part).map((child) => snakeCase(keyName(childIn(child, 'key') ?? child)));
	if (value > 300 && value < 400 && beside.some((one) => besideRedirect.test(one)) && kind !== 'measure')
		return [...own, { weight: 6, reason: 'an address to go to stands beside it' }];
	if (kind !== 'code' && kind !== 'answer')
		return of === 'code' && kind === 'plain' ? [...own, { weight: 4, reason: `it stands in \`${owner?.name}\`` }] : own;
	const inAnswer = answeringCall.test(snakeCase(callee)) || of === 'answer';
	return [
		...own,
		...(beside.some((one) => besideCode.test(one))
			? [{ weight: 3, reason: 'what is said of an error or a response stands beside it' }]
			: []),
		...(inAnswer ? [{ weight: 4, reason: `it belongs to \`${callee || owner?.name}\`` }] : []),
	];
}

/** Colours, lengths and times. */
const styled = /^['"`](#[\da-f]{3,8}|rgba?\(|hsla?\(|oklch\(|var\(|\d+(\.\d+)?(px|ms|s|r?em|%))|color/i;

/** What a table says of its keys. */
export function signsOfKey(value: number, { name, part, owner, callee }: Place): readonly Sign[] {
	const shown = owner?.name === '' || !owner ? callee : name;
	const values = [part, ...besides(part)].map((child) => childIn(child, 'value')?.text.slice(0, 40) ?? '');
	if (values.some((text) => styled.test(text))) return [{ weight: -20, reason: 'the table holds colours or lengths' }];
	if (/^responses?$/i.test(shown)) return [{ weight: 13, reason: 'it says which responses there are' }];
	return signsOfName(name, value, { how: 'it is a key of', holdsMany: true });
}

/** What an enum's name says of its members. */
export function signsOfEnum(value: number, { part }: Place): readonly Sign[] {
	const name = childIn(closest(part, 'enum') ?? part, 'name')?.text ?? '';
	const signs = signsOfName(name, value, { how: 'it is one of', holdsMany: true, far: true });
	return closest(part, 'enum') ? signs : [];
}

/** The type that is written beside a name: `const notFound: HttpStatus = 404`. */
export function signsOfType({ part, inner }: Place): readonly Sign[] {
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
export function signsOfReturn(value: number, { name, owner }: Place): readonly Sign[] {
	if (owner) return [...signsOfName(name, value, { how: 'what comes of it is', far: true })];
	return signsOfName(name, value, { how: 'it is given back by' });
}
