import type { Branch, Dispatch } from '../../syntax/code.ts';
import { atomsIn } from '../../syntax/dispatches/labels.ts';
import { argumentsOf, lastWord, pathOf } from '../../syntax/dispatches/subject.ts';
import { childIn, type Part, partsIn } from '../../syntax/parts/part.ts';

/** Whether the test that leads into a branch asks for nothing but its labels, and whether there is such an error at all. */
export function asksNothingElse({ part, labels }: Branch, { subject }: Dispatch): boolean {
	const condition = childIn(part, 'condition') ?? childIn(part, 'label');
	return sidesOf(condition).every(
		(side) => labels.some((label) => side.start <= label.start && label.end <= side.end) || narrows(side, subject.path),
	);
}

/** What must hold at the same time: the sides of an `and`, or the whole. */
export function sidesOf(condition: Part | undefined): readonly Part[] {
	let inner = condition;
	while (inner?.kind === 'transparent') inner = childIn(inner, 'inner') ?? inner.children[0];
	if (!inner) return [];
	return inner.kind === 'and' ? inner.children.flatMap(sidesOf) : [inner];
}

/** `error`, `error instanceof ApiError`, `isAxiosError(error)`, `'code' in error`: only lets the compiler see what it is. */
function narrows(side: Part, subject: string): boolean {
	const isAround = (part: Part | undefined): boolean => {
		const path = pathOf(part);
		return path !== undefined && `${subject}.`.startsWith(`${path}.`);
	};
	if (side.kind === 'not') return [...side.children].some((inner) => narrows(inner, subject));
	if (side.kind === 'call') {
		const name = lastWord(pathOf(childIn(side, 'callee')) ?? '');
		return /^is(?=[A-Z_])/.test(name) && argumentsOf(side).some(isAround);
	}
	if (side.kind === 'membership') return isAround(childIn(side, 'right'));
	if (/\binstanceof\b|^typeof\b/.test(side.text)) return true;
	return isAround(side);
}

/**
 * Whether a link of a chain asks about the subject in a way of which nothing can be told: `code.startsWith('AUTH_')`,
 * `retryable(error.code)`.
 */
export function isAskedOtherwise({ form, part, subject, branches }: Dispatch): boolean {
	if (form !== 'chain' && form !== 'ternary') return false;
	const links = new Set<Part>(branches.map((branch) => branch.part));
	for (let link: Part | undefined = part; link && link.kind === part.kind; link = childIn(link, 'alternative'))
		links.add(link);
	return [...links].some((link) => {
		const condition = childIn(link, 'condition');
		return condition !== undefined && asks(condition, subject.path);
	});
}

function asks(condition: Part, subject: string): boolean {
	return partsIn(condition).some((call) => {
		if (call.kind !== 'call' || pathOf(call) === subject || atomsIn(call).length > 0) return false;
		const callee = childIn(call, 'callee');
		const owner = callee?.kind === 'member' ? pathOf(childIn(callee, 'object')) : undefined;
		return owner === subject || argumentsOf(call).some((argument) => pathOf(argument) === subject);
	});
}
