import { literalOf } from '../../syntax/literals.ts';
import { childIn, type Part } from '../../syntax/parts/part.ts';
import type { Place } from '../../syntax/places/place.ts';
import { keyName } from '../../syntax/places/telling-name.ts';
import { besides } from './besides.ts';
import { answeringCall } from './calls.ts';
import { signsOfName } from './name-signs.ts';
import { kindOfContainer, kindOfName, snakeCase, withoutContainer } from './names.ts';
import type { Sign } from './sign.ts';
import { being } from './words.ts';

/** Keys that say no more than what they belong to. */
const anyKey = being('value code id key number num val no nr name type expected want');
const besideCode = being(
	'message msg error errors reason description details? success ok result text phrase status status_?(text|message)',
	'title headers data body method url',
);
const besideRedirect = being('destination location to url source from target permanent');

/** What a key says of its value, and what the record says that they stand in. */
export function signsOfPair(value: number, place: Place): readonly Sign[] {
	const { name, part, owner } = place;
	const key = snakeCase(name);
	const kind = kindOfName(key);
	const of = owner ? kindOfContainer(snakeCase(owner.name)) : 'plain';
	if (of === 'status' && (kind === 'plain' || kind === 'near' || anyKey.test(key)))
		return [{ weight: 12, reason: `it stands in \`${owner?.name}\`` }];
	const own = signsOfName(name, value, { how: 'it is the value of' });
	if (kind === 'status' || kind === 'foreign' || kind === 'measure') return own;
	const rows = besides(part);
	return [...own, ...signsOfRecord(value, place, rows), ...signOfSameNumber(value, rows), ...signOfSubject(rows)];
}

function signsOfRecord(value: number, { name, owner, callee }: Place, rows: readonly Part[]): readonly Sign[] {
	const keys = rows.map((row) => snakeCase(keyName(childIn(row, 'key') ?? row)));
	if (value > 300 && value < 400 && keys.some((one) => besideRedirect.test(one)))
		return [{ weight: 6, reason: 'an address to go to stands beside it' }];
	const of = owner ? kindOfContainer(snakeCase(owner.name)) : 'plain';
	const kind = kindOfName(snakeCase(name));
	if (kind !== 'code' && kind !== 'answer')
		return of === 'code' && kind === 'plain' ? [{ weight: 4, reason: `it stands in \`${owner?.name}\`` }] : [];
	const found: Sign[] = [];
	if (keys.some((one) => besideCode.test(one)))
		found.push({ weight: 3, reason: 'what is said of an error or a response stands beside it' });
	if (answeringCall.test(snakeCase(callee)) || of === 'answer')
		found.push({ weight: 4, reason: `it belongs to \`${callee || owner?.name}\`` });
	return found;
}

/** `{ type: 'status', compare: 'eq', target: 404 }`: the record says what it is about. */
function signOfSubject(rows: readonly Part[]): readonly Sign[] {
	const subject = rows.find((row) => {
		const value = saysSubject.test(snakeCase(keyName(childIn(row, 'key')))) ? childIn(row, 'value') : undefined;
		return value?.kind === 'string' && kindOfName(snakeCase(keyName(value))) === 'status';
	});
	return subject ? [{ weight: 10, reason: `\`${subject.text}\` stands beside it` }] : [];
}

const saysSubject = being('type kind field name key property attribute metric param path column subject source');

/** `{ code: 404, status: 404 }`. */
function signOfSameNumber(value: number, rows: readonly Part[]): readonly Sign[] {
	const same = rows.some(
		(row) =>
			kindOfName(snakeCase(keyName(childIn(row, 'key')))) === 'status' &&
			literalOf(childIn(row, 'value'))?.value === value,
	);
	return same ? [{ weight: 6, reason: 'a status beside it is the same number' }] : [];
}

/** Colours, lengths and times. */
const styled = /^['"`](#[\da-f]{3,8}|rgba?\(|hsla?\(|oklch\(|var\(|\d+(\.\d+)?(px|ms|s|r?em|%))|color/i;
export const ofResponses = /(^|[_.])(responses?|repl(y|ies))$/;

/** What a table says of its keys. */
export function signsOfKey(value: number, { name, part, owner, callee }: Place): readonly Sign[] {
	const shown = owner?.name === '' || !owner ? callee : name;
	const values = [part, ...besides(part)].map((child) => childIn(child, 'value')?.text.slice(0, 40) ?? '');
	if (values.some((text) => styled.test(text))) return [{ weight: -20, reason: 'the table holds colours or lengths' }];
	if (ofResponses.test(withoutContainer(snakeCase(shown))))
		return [{ weight: 13, reason: 'it says which responses there are' }];
	return signsOfName(name, value, { how: 'it is a key of', holdsMany: true });
}
