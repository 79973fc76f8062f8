import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';

/** How a client's responses and errors are read. Each pattern has one group: what gives the response. */
export interface ResponseWords {
	/** What asks for the status. */
	readonly status: RegExp;
	/** What asks for something in the body. */
	readonly body: RegExp;
	/** The errors whose code is the status, and how their response is reached. */
	readonly error?: { readonly type: RegExp; readonly response: string };
	/** What sends a request and gives a response that is read like an array. */
	readonly array?: RegExp;
}

/** The response that a dispatch looks at. */
export interface FoundResponse {
	/** What gives it, or the handle of curl, as it is written. */
	readonly text: string;
	/** The statement that makes the request, or those in a `try`. */
	readonly request: Part;
	/** The variable of the exception that was caught, if any. */
	readonly caught: string | undefined;
}

/** How many variables are followed back. */
const furthest = 4;

/**
 * The response whose status or body is looked at, in the words of a client. Undefined where what is looked at comes from
 * elsewhere, or the request is not made in the same function.
 */
export function responseOf({ dispatch }: ClientPlace, around: Part, words: ResponseWords): FoundResponse | undefined {
	const caughtBy = catchAround(dispatch.part);
	const text = followed(dispatch.subject.part, around, words, caughtBy)?.replaceAll('?->', '->');
	const root = /^\$(\w+)/.exec(text ?? '')?.[1];
	if (text === undefined || root === undefined) return undefined;
	const isCaught = caughtBy !== undefined && childIn(caughtBy, 'name')?.text === root;
	const request = isCaught ? childIn(caughtBy.parent ?? caughtBy, 'body') : requestFor(root, dispatch.part, around);
	return request && { text, request, caught: isCaught ? `$${root}` : undefined };
}

/** What gives the response that a dispatch in a callback looks at: what the callback is given, or what that has. */
export function givenResponse({ dispatch }: ClientPlace, callback: Part, words: ResponseWords): string | undefined {
	const text = followed(dispatch.subject.part, callback, words, undefined)?.replaceAll('?->', '->');
	const first = childIn(callback, 'parameters')?.children.find(({ kind }) => kind === 'parameter');
	const name = first && childIn(first, 'name')?.text;
	return name !== undefined && new RegExp(`^\\$${name}\\b`).test(text ?? '') ? text : undefined;
}

/** The handler that a part stands in, of the same function. */
function catchAround(part: Part): Part | undefined {
	const found = closest(part, 'catch', 'function');
	return found?.kind === 'catch' ? found : undefined;
}

/** What gives the response, from what is looked at back over the variables that it went through. */
function followed(subject: Part, around: Part, words: ResponseWords, caughtBy: Part | undefined): string | undefined {
	let text = plain(subject);
	for (let step = 0; step < furthest; step++) {
		const told = words.status.exec(text)?.[1] ?? words.body.exec(text)?.[1] ?? inError(text, words, caughtBy);
		if (told !== undefined) return told;
		const name = /^\$(\w+)(?=$|\W)/.exec(text)?.[1];
		const [given, ...more] = name === undefined ? [] : assignmentsOf(name, around);
		const value = given && childIn(given, 'right');
		if (!value || more.length > 0) return undefined;
		if (words.array?.test(value.text) && text.startsWith(`$${name}[`)) return `$${name}`;
		text = plain(value);
	}
	return undefined;
}

/** The response of an error that is asked for its code. */
function inError(text: string, { error }: ResponseWords, caughtBy: Part | undefined): string | undefined {
	const name = /^(\$\w+)->getCode\(\)$/.exec(text)?.[1];
	const caught = caughtBy && childIn(caughtBy, 'name')?.text;
	if (!error || !caughtBy || name !== `$${caught}`) return undefined;
	const type = childIn(caughtBy, 'heritage')?.text ?? '';
	return error.type.test(type) && !type.includes('|') ? name + error.response : undefined;
}

/** Without parentheses, casts, and what stands in where there is nothing. A variable alone is a part without its sign. */
function plain({ kind, text }: Part): string {
	if (kind === undefined && /^\w+$/.test(text)) return `$${text}`;
	return text
		.trim()
		.replace(/^\(((?!int\b|string\b)[\s\S]*)\)$/, '$1')
		.replace(/^\((?:int|string)\)\s*/, '')
		.replace(/^\\?json_decode\(\s*(?:\(string\)\s*)?(\$\w+)\s*[,)][\s\S]*$/, '$1')
		.replace(/\s*\?\?\s*(?:null|''|""|0|\[\])$/, '');
}

/** Where a variable is given a value, itself or out of an array. */
function assignmentsOf(name: string, around: Part): readonly Part[] {
	return partsIn(around).filter((part) => {
		const target = part.kind === 'assignment' ? childIn(part, 'left') : undefined;
		if (!target || closest(part, 'function') !== around) return false;
		return target.kind === 'destructuring' ? new RegExp(`\\$${name}\\b`).test(target.text) : target.text === name;
	});
}

/** The only assignment that gives a variable its value, where it calls something. */
function requestFor(name: string, at: Part, around: Part): Part | undefined {
	const [given, ...more] = assignmentsOf(name, around);
	const value = given && childIn(given, 'right');
	if (!given || !value || more.length > 0 || given.start > at.start) return undefined;
	return partsIn(value).some(({ kind }) => kind === 'call') ? given : undefined;
}
