import { elementsOf } from '../../syntax/dispatches/collections.ts';
import { rowTypeOf } from '../../syntax/dispatches/row-type.ts';
import { argumentsOf } from '../../syntax/dispatches/subject.ts';
import { indexIn, type Part } from '../../syntax/parts/part.ts';
import type { Place } from '../../syntax/places/place.ts';
import { calledName } from '../../syntax/places/telling-name.ts';
import { askedOf } from './assertion-signs.ts';
import { signsOfArgument } from './call-signs.ts';
import { answers } from './calls.ts';
import { signsOfName } from './name-signs.ts';
import { snakeCase } from './names.ts';
import type { Sign, StatusContext } from './sign.ts';
import { isDistinctive } from './values.ts';

/** What a list says of its elements. */
export function signsOfElement(value: number, place: Place, context: StatusContext): readonly Sign[] {
	const { name, owner } = place;
	const column = columnOf(place, context);
	if (column !== undefined) return signsOfName(column, value, { how: 'it stands in the row for' });
	const own =
		name === ''
			? signsOfCall(value, place, context)
			: signsOfName(name, value, { how: 'it is an element of', holdsMany: true });
	const retry = /(^|_)(retr(y|ies|yable|iable)|redirect\w*)(_|$)/.test(snakeCase(owner?.name ?? ''));
	return [
		...own,
		...signsOfColumn(value, place, context),
		...signsOfTitle(place),
		...signsOfLookups(value, name, context),
		...signsOfAnswer(value, place),
		...signsOfGiver(place),
		...(retry ? [{ weight: 5, reason: `\`${name}\` says what is repeated or redirected` }] : []),
	];
}

/** What the type of the rows calls the place, where the file declares it: `[]testCase{{"/", 404}}`. */
function columnOf({ part, inner }: Place, { facts }: StatusContext): string | undefined {
	const type = /\w+$/.exec(rowTypeOf(part)?.text ?? '')?.[0];
	const columns = type === undefined ? undefined : facts.parameters.get(type);
	return columns?.[elementsOf(part).indexOf(inner)];
}

/** What loops call the column of a list that is written elsewhere. */
function signsOfColumn(value: number, { name, part, inner }: Place, { facts }: StatusContext): readonly Sign[] {
	const column = part.parent?.kind === 'collection' ? indexIn(part, inner) : 0;
	return signsOfName(facts.columns.get(name)?.[column] ?? '', value, { how: `\`${name}\` is read with`, far: true });
}

/** `const OK = [200, 204]` and `OK.includes(response.status)`; `TEXTS[response.status]`. */
export function signsOfLookups(value: number, name: string, { facts }: StatusContext): readonly Sign[] {
	const asked = name === '' ? undefined : facts.lookups.find(({ found }) => found.table === name);
	return asked ? signsOfName(asked.found.subject.source, value, { how: `\`${name}\` is asked for`, far: true }) : [];
}

/** `it.each([200])('keeps answers with status %i', …)`. */
function signsOfTitle({ owner }: Place): readonly Sign[] {
	const again = owner?.call?.fields.includes('callee') ? owner.call.parent : undefined;
	const [title] = again ? argumentsOf(again) : [];
	const names = title?.kind === 'string' && /\bstatus/i.test(title.text);
	return names ? [{ weight: 5, reason: 'the title of the test speaks of a status' }] : [];
}

/** A list that is given to a call: `expect([200, 404]).toContain(response.status)`. */
function signsOfCall(value: number, place: Place, context: StatusContext): readonly Sign[] {
	const { owner } = place;
	if (!owner?.call) return [];
	const asked = askedOf(owner.call);
	if (asked !== '') return signsOfName(asked, value, { how: 'the list is compared with' });
	return signsOfArgument(value, { ...place, kind: 'argument', ...owner, part: owner.call }, context);
}

/** `reply(() => [200, body])`. */
function signsOfGiver({ part, inner, owner }: Place): readonly Sign[] {
	const giver = owner?.giver ?? '';
	if (part.children[0] !== inner || !answers.test(snakeCase(giver))) return [];
	return [{ weight: 12, reason: `\`${giver}\` answers with it` }];
}

/** What a body is written as: a table, or what a call makes of one. */
function isBody(part: Part | undefined): boolean {
	if (part?.kind === 'table') return true;
	const makes = /(?:^|_)(?:json(?:ify)?|dumps?|render(?:_\w+)?|make_response|to_(?:dict|json))$/;
	return part?.kind === 'call' && makes.test(snakeCase(calledName(part)));
}

/** `[404, { 'content-type': 'text/plain' }, body]`: a response as a list; `return jsonify(body), 404`. */
function signsOfAnswer(value: number, { part, inner }: Place): readonly Sign[] {
	const [first, second, third, fourth] = part.children;
	const isAnswer = first === inner && second?.kind === 'table' && !fourth;
	if (second === inner && !fourth && part.parent?.kind === 'return' && isBody(first))
		return [{ weight: 12, reason: 'a body is given back with it, as in a response' }];
	// `return ["Not authorized", 401]`: a text may be a body.
	const isText = first?.kind === 'string' || first?.kind === 'dynamic';
	if (second === inner && !fourth && part.parent?.kind === 'return' && isText && isDistinctive(value))
		return [{ weight: 6, reason: 'a text is given back with it, as in a response' }];
	return isAnswer ? [{ weight: third ? 13 : 9, reason: 'headers stand after it, as in a response' }] : [];
}
