import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import type { Edit } from '../../../syntax/span.ts';
import { above, bodyEdits, bodyOf, layoutOf } from './branch-body.ts';
import { doesMore } from './does-more.ts';
import { nextTurn } from './loop-of-tries.ts';
import { isNamed, isStatic, ownerOf, repeatOf, retried } from './repeat.ts';
import { type FoundResponse, type ResponseWords, responseOf } from './response-of.ts';

/** What makes the request once more. Offsets count from the block's start. */
interface Again {
	readonly statements: readonly string[];
	readonly edits: readonly Edit[];
	/** The loop above which is noted that nothing was refreshed yet. */
	readonly loop?: Part;
}

/** Refreshes the token once and makes the request once more; undefined where that cannot be done well. */
export function refreshToken(place: ClientPlace, words: ResponseWords): readonly Edit[] | undefined {
	const { dispatch, offset } = place;
	const around = closest(dispatch.part, 'function');
	if (!around || dispatch.broken) return undefined;
	const response = responseOf(place, around, words);
	const again = response && againAt(place, around, response);
	const list = bodyOf(place);
	const refresher = refresherFor(around, place);
	if (!response || !again || !list || refresher === undefined) return undefined;
	const layout = layoutOf(place, around);
	const { edits, loop, statements } = again;
	const lines = [
		`if (!${retried.name}) {`,
		`\t${refresher}();`,
		...(loop ? [`\t${retried.name} = true;`] : []),
		'',
		...statements.map((line) => (line === '' ? '' : `\t${line}`)),
		'}',
	];
	const passOn = `throw ${response.caught ?? "new \\RuntimeException('The token was not accepted')"};`;
	return [
		...edits.map(({ start, end, text }) => ({ start: offset + start, end: offset + end, text })),
		...(loop ? [above(loop, [`${retried.name} = false;`], place, layout)] : []),
		...bodyEdits(list, lines, passOn, place, layout),
	].sort((a, b) => a.start - b.start);
}

function againAt(place: ClientPlace, around: Part, response: FoundResponse): Again | undefined {
	const turn = nextTurn(place, response.request);
	if (turn === undefined || doesMore(turn === 'none' ? around : turn.part, place, response)) return undefined;
	if (turn !== 'none')
		return isNamed(retried, around) ? undefined : { statements: [turn.statement], edits: [], loop: turn.part };
	const repeat = repeatOf(around, place.branch.part, retried);
	return repeat && { statements: repeat.lines, edits: repeat.edits };
}

const refreshing = /^(?:refresh|renew)_?(?:access|auth|id|api|user|bearer)?_?(?:tokens?|session|auth|credentials)$/i;

/** What refreshes the token and needs nothing for it: a method of the same class, or a function of the file. */
function refresherFor(around: Part, { blocks }: ClientPlace): string | undefined {
	const owner = ownerOf(around);
	// A token that is given to the function stays the old one.
	if (/token|bearer/i.test(childIn(around, 'parameters')?.text ?? '')) return undefined;
	const all = owner ? partsIn(owner) : blocks.flatMap(({ code }) => partsIn(code.root));
	for (const part of all) {
		const name = part.kind === 'function' && ownerOf(part) === owner ? childIn(part, 'name')?.text : undefined;
		const needs = childIn(part, 'parameters')?.children.some((one) => !childIn(one, 'value'));
		if (name === undefined || !refreshing.test(name) || needs || part === around || !keepsToken(part)) continue;
		// One that makes its request through the function around would never end.
		if (part.text.includes(`${childIn(around, 'name')?.text}(`)) continue;
		if (!owner) return name;
		if (isStatic(part) || !isStatic(around)) return `${isStatic(part) ? 'self::' : '$this->'}${name}`;
	}
	return undefined;
}

/** Whether a function puts the new token where others find it: one that only gives it back would change nothing. */
function keepsToken(part: Part): boolean {
	const body = childIn(part, 'body')?.text ?? '';
	if (
		/\$this->\w+(?:->\w+)*\s*=(?![=>])|\b(?:self|static)::\$\w+\s*=|\bglobal\b|\$GLOBALS|->(?:set|put|save|store)\w*\(/.test(
			body,
		)
	)
		return true;
	return !/\breturn\s+[^;]/.test(body);
}
