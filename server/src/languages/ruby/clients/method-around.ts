import { childIn, closest, type Part } from '../../../syntax/parts/part.ts';
import { calledName } from '../../../syntax/places/telling-name.ts';

/** Methods that run their block once and at once, so that a `return` in it leaves the method around. */
const runsOnce =
	/^(?:start|request(?:_get|_post)?|get|post|put|patch|delete|head|open|tap|then|yield_self|measure|realtime|instrument|benchmark)$/;

/** The method that a part stands in, out of blocks that run once: `Net::HTTP.start(host) do |http|`. */
export function methodAround(part: Part): Part | undefined {
	let around = closest(part, 'function');
	while (around && callOf(around) && runsOnce.test(calledName(callOf(around) ?? around)))
		around = closest(around, 'function');
	return around;
}

/** The method with a name that a part stands in, whatever blocks are between. */
export function namedAround(part: Part): Part | undefined {
	let around = closest(part, 'function');
	while (around && !childIn(around, 'name')) around = closest(around, 'function');
	return around;
}

/** The call that is given a block. */
export function callOf(block: Part): Part | undefined {
	return block.fields.includes('argument') && block.parent?.kind === 'call' ? block.parent : undefined;
}

/** The call whose block is given a value under the name: `http.request(request) do |response|`. */
export function callThatGives(name: string, at: Part): Part | undefined {
	for (let around = closest(at, 'function'); around; around = closest(around, 'function')) {
		const given = childIn(around, 'parameters')?.children.some((one) => one.text === name) ?? false;
		if (given) return runsOnce.test(calledName(callOf(around) ?? around)) ? callOf(around) : undefined;
	}
	return undefined;
}
