import type { Dispatch } from '../../syntax/code.ts';
import { bindingOf } from '../../syntax/dispatches/binding.ts';
import { ownParts } from '../../syntax/dispatches/statements.ts';
import { childIn, closest, type Part } from '../../syntax/parts/part.ts';

/**
 * Tests that say by their names which error they ask for, as data: classes and predicates that stand in other files,
 * such as `error instanceof RateLimitError` and `isUnauthorized(error)`.
 */
const namesByStatus: ReadonlyMap<number, RegExp> = new Map([
	[
		429,
		/\b(?:instanceof\s+[\w.:]*|is_?\w*)(?:rate_?limit|too_?many_?requests|throttl)|\b(?:rate_?limited|too_?many_?requests|throttled)\?/i,
	],
	[
		401,
		/\b(?:instanceof\s+[\w.:]*|is_?\w*)(?:unauthori[sz]ed|unauthenticated|invalid_?token|token_?(?:invalid|expired)|auth(?:entication)?_?error)|\b(?:unauthori[sz]ed|token_?expired)\?/i,
	],
]);

/** Classes of errors that are caught for one status alone: `except RateLimitError`. */
const errorsByStatus: ReadonlyMap<number, RegExp> = new Map([
	[429, /\b[\w.:]*(?:rate_?limit|too_?many_?requests|throttl)\w*/i],
	[
		401,
		/\b[\w.:]*(?:unauthori[sz]ed|unauthenticated|invalid_?token|token_?(?:invalid|expired)|authentication_?error)/i,
	],
]);

/** Functions whose names say which error they deal with: `handleTooManyRequests(response)`. */
const helpersByStatus: ReadonlyMap<number, RegExp> = new Map([
	[429, /^handle_?(?:rate_?limit|too_?many_?requests|throttl|429)/i],
	[
		401,
		/^handle_?(?:unauthori[sz]ed|unauthenticated|invalid_?token|token_?(?:invalid|expired)|auth(?:entication)?_?error|401)/i,
	],
]);

/** Calls after which there is another token, or none is needed: `logOut()`, `refreshToken()`. */
const newToken =
	/^(?:log|sign)_?(?:in|out)$|^(?:refresh|renew)_?(?:access_?)?(?:token|session)|^re_?authenticate|^redirect_?to_?(?:log|sign)_?in/i;

/**
 * Whether the same function asks for the error with the status by a name: of a class or a predicate in an `if`, or of a
 * function that is called for it.
 */
export function isAskedByName(status: number, part: Part): boolean {
	const around = closest(part, 'function') ?? rootOf(part);
	const names = namesByStatus.get(status);
	if (names?.test(asTest(around.text)) && ownParts(around).some((one) => names.test(testIn(one) ?? ''))) return true;
	const errors = errorsByStatus.get(status);
	if (errors && ownParts(around).some((one) => one.kind === 'catch' && errors.test(headOf(one)))) return true;
	const helpers = helpersByStatus.get(status);
	return helpers !== undefined && /handle/i.test(around.text) && callsIn(around, helpers);
}

/** What a part asks for: the condition of an `if`, with the types of what it writes an error to, or a type in a switch. */
function testIn(part: Part): string | undefined {
	if (part.kind === 'case' && !childIn(part, 'label')) return asTest(/^case\b[^:]*/.exec(part.text)?.[0] ?? '');
	const condition = part.kind === 'if' ? childIn(part, 'condition') : undefined;
	if (!condition) return undefined;
	const places = [...condition.text.matchAll(/&(\w+)/g)].map(([, name = '']) => bindingOf(name, condition)?.part.text);
	return asTest([condition.text, ...places.filter((place) => place !== undefined)].join(' case '));
}

/** In the words of other languages: `errors.Is(err, ErrRateLimited)` and `*RateLimitError` are `instanceof …`. */
function asTest(text: string): string {
	return text
		.replace(/\.(?:is_a|kind_of|instance_of)\?[\s(]*/g, ' instanceof ')
		.replace(/\berrors\.Is\([^,()]*,|\bcase\b(?:\s+[\w.]+(?=\s+[*\w]))?|\*/g, ' instanceof ')
		.replace(/(instanceof\s+)+/g, 'instanceof ');
}

/** What stands before what a catch does. */
function headOf(part: Part): string {
	const body = childIn(part, 'body');
	return part.text.slice(0, body ? body.start - part.start : undefined);
}

/** Whether the default of a dispatch gets another token, or leads to where one is got. */
export function logsIn({ branches }: Dispatch): boolean {
	return branches.some(({ isDefault, body }) => isDefault && body.some((statement) => callsIn(statement, newToken)));
}

function callsIn(part: Part, names: RegExp): boolean {
	return ownParts(part).some((one) => {
		const callee = one.kind === 'call' ? childIn(one, 'callee') : undefined;
		const name = callee?.kind === 'member' ? childIn(callee, 'property') : callee;
		return name !== undefined && names.test(name.text);
	});
}

/** The part that all others of its block are in. */
export function rootOf(part: Part): Part {
	let root = part;
	while (root.parent) root = root.parent;
	return root;
}
