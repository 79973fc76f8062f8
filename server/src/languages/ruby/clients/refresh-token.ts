import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { branchEdits } from './branch-body.ts';
import { doesMore } from './does-more.ts';
import { methodAround } from './method-around.ts';
import { repeatOf, retried } from './repeat.ts';
import { type ResponseWords, responseOf } from './response-of.ts';

/** Refreshes the token once and makes the request once more; undefined where that cannot be done well. */
export function refreshToken(place: ClientPlace, words: ResponseWords): readonly Edit[] | undefined {
	const { dispatch, branch, offset } = place;
	const around = methodAround(dispatch.part);
	if (!around || dispatch.broken) return undefined;
	const response = responseOf(place, around, words);
	if (!response || doesMore(around, place, response)) return undefined;
	const repeat = repeatOf(around, branch.part, retried);
	const refresher = refresherFor(around, place);
	if (!repeat || refresher === undefined) return undefined;
	const edits = branchEdits(place, {
		test: `!${retried.name}`,
		before: [],
		head: `unless ${retried.name}`,
		body: [`\t${refresher}`, `\treturn ${repeat.call}`],
		passOn: response.isRescued ? 'raise' : 'raise "The token was not accepted"',
	});
	return (
		edits &&
		[...repeat.edits.map((edit) => ({ ...edit, start: offset + edit.start, end: offset + edit.end })), ...edits].sort(
			(a, b) => a.start - b.start,
		)
	);
}

const refreshing = /^(?:refresh|renew)_?(?:access|auth|id|api|user|bearer)?_?(?:tokens?|session|auth|credentials)!?$/;

/** What refreshes the token and needs nothing for it: a method beside the one around. */
function refresherFor(around: Part, { blocks }: ClientPlace): string | undefined {
	// A token that is given to the method stays the old one.
	if (/token|bearer/i.test(childIn(around, 'parameters')?.text ?? '')) return undefined;
	const owner = closest(around, 'class');
	const isSingleton = /^def\s+self\./.test(around.text);
	const all = owner ? partsIn(owner) : blocks.flatMap(({ code }) => partsIn(code.root));
	for (const part of all) {
		const name = part.kind === 'function' && closest(part, 'class') === owner ? childIn(part, 'name')?.text : undefined;
		if (name === undefined || !refreshing.test(name) || part === around || !keepsToken(part)) continue;
		if (/^def\s+self\./.test(part.text) !== isSingleton || needsMore(part)) continue;
		// One that makes its request through the method around would never end.
		if (new RegExp(`\\b${childIn(around, 'name')?.text}\\b[( ]`).test(part.text)) continue;
		return name;
	}
	return undefined;
}

const needsMore = (part: Part): boolean =>
	childIn(part, 'parameters')?.children.some((one) => one.fields.includes('name') && !childIn(one, 'value')) ?? false;

/** Whether a method puts the new token where others find it: one that only gives it back would change nothing. */
const keepsToken = ({ text }: Part): boolean =>
	/(?:@{1,2}|\$|self\.)\w+\s*(?:\|\|)?=(?![=~>])|\.(?:set|put|write|store|update)\w*!?\b/.test(text);
