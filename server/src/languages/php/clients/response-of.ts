import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/part.ts';

/** The response that a dispatch looks at. */
export interface FoundResponse {
	/** What gives it, or the handle of curl, as it is written. */
	readonly text: string;
	/** The statement that makes the request, with others around it where it stands in a `try`. */
	readonly request: Part;
	/** The variable of the exception that was caught, if any. */
	readonly caught: string | undefined;
}

/**
 * The response whose status is looked at, in the words of a client: `status` has one group, for what gives the response.
 * Undefined where the status comes from elsewhere, or the request is not made in the same function.
 */
export function responseOf({ dispatch }: ClientPlace, around: Part, status: RegExp): FoundResponse | undefined {
	const text = status.exec(askedOf(dispatch.subject.part, around))?.[1]?.replaceAll('?->', '->');
	const root = /^\$(\w+)/.exec(text ?? '')?.[1];
	if (text === undefined || root === undefined) return undefined;
	const handler = closest(dispatch.part, 'catch');
	const isCaught = handler !== undefined && childIn(handler, 'name')?.text === root;
	const request = isCaught ? childIn(handler.parent ?? handler, 'body') : requestFor(root, dispatch.part, around);
	return request && { text, request, caught: isCaught ? `$${root}` : undefined };
}

/** What is looked at, or what a variable was given that is: `$status = $response->getStatusCode()`. */
function askedOf(subject: Part, around: Part): string {
	const text = subject.text.replace(/^\(([\s\S]*)\)$/, '$1').trim();
	const [given, ...more] = /^\$?\w+$/.test(text) ? assignmentsOf(text.replace('$', ''), around) : [];
	const value = given && more.length === 0 ? childIn(given, 'right')?.text : undefined;
	return (value ?? text).replace(/^\(int\)\s*/, '');
}

function assignmentsOf(name: string, around: Part): readonly Part[] {
	return partsIn(around).filter((part) => part.kind === 'assignment' && childIn(part, 'left')?.text === name);
}

/** The only assignment that gives a variable its value, where it calls something. */
function requestFor(name: string, at: Part, around: Part): Part | undefined {
	const [given, ...more] = assignmentsOf(name, around);
	const value = given && childIn(given, 'right');
	if (!given || !value || more.length > 0 || given.start > at.start) return undefined;
	return partsIn(value).some(({ kind }) => kind === 'call') ? given : undefined;
}
