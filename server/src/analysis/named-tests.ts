import { childIn, closest, type Part } from '../syntax/part.ts';
import { ownParts } from '../syntax/statements.ts';

/**
 * Tests that say by their names which error they ask for, as data: classes and predicates that stand in other files,
 * such as `error instanceof RateLimitError` and `isUnauthorized(error)`.
 */
const namesByStatus: ReadonlyMap<number, RegExp> = new Map([
	[429, /\b(?:instanceof\s+[\w.]*|is_?\w*)(?:rate_?limit|too_?many_?requests|throttl)/i],
	[
		401,
		/\b(?:instanceof\s+[\w.]*|is_?\w*)(?:unauthori[sz]ed|unauthenticated|invalid_?token|token_?(?:invalid|expired)|auth(?:entication)?_?error)/i,
	],
]);

/** Whether an `if` in the same function asks, by the name of a class or a predicate, for the error with the status. */
export function isAskedByName(status: number, part: Part): boolean {
	const names = namesByStatus.get(status);
	const around = closest(part, 'function') ?? rootOf(part);
	if (!names?.test(around.text)) return false;
	return ownParts(around).some((one) => one.kind === 'if' && names.test(childIn(one, 'condition')?.text ?? ''));
}

/** The part that all others of its block are in. */
export function rootOf(part: Part): Part {
	let root = part;
	while (root.parent) root = root.parent;
	return root;
}
