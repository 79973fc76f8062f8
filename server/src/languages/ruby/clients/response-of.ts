import type { ClientPlace } from '../../../syntax/language.ts';
import { childIn, childrenIn, closest, type Part, partsIn } from '../../../syntax/parts/part.ts';
import { callThatGives, methodAround } from './method-around.ts';

/** How a client's response is written, after what is plain about it is taken off. */
export interface ResponseWords {
	/** What shows that the client is used. */
	readonly sign: RegExp;
	/** Its status: the group is the variable that holds the response. */
	readonly status: RegExp;
	/** What is read from its body. */
	readonly body: RegExp;
	/** The same of an error that was rescued; the group is the error. */
	readonly rescued?: RegExp;
	/** Constants that stand for a response's status, so that the response itself is looked at. */
	readonly classes?: RegExp;
}

/** The response that a dispatch looks at. */
export interface FoundResponse {
	/** The variable that holds it, or the error. */
	readonly name: string;
	readonly isRescued: boolean;
	/** The assignment that makes the request, or what is tried where the error was rescued. */
	readonly request: Part;
}

/** How many variables are followed back. */
const furthest = 4;

/**
 * The response whose status or body is looked at, in the words of a client. Undefined where what is looked at comes from
 * elsewhere, or the request is not made in the same method.
 */
export function responseOf({ dispatch }: ClientPlace, around: Part, words: ResponseWords): FoundResponse | undefined {
	const rescue = rescueAround(dispatch.part);
	let text = plain(dispatch.subject.part.text);
	const { classes } = words;
	const labels = dispatch.branches.flatMap((branch) => branch.labels);
	const isClass = classes !== undefined && labels.some(({ part }) => classes.test(part.text));
	if (isClass && /^[a-z_]\w*$/.test(text)) return sentBefore(text, dispatch.part, around);
	for (let step = 0; step < furthest; step++) {
		const error = words.rescued?.exec(text)?.slice(1).find(Boolean);
		if (rescue && error !== undefined && error === childIn(rescue, 'name')?.text)
			return { name: error, isRescued: true, request: rescue.parent ?? rescue };
		const name = (words.status.exec(text) ?? words.body.exec(text))?.[1];
		const found = name === undefined ? undefined : sentBefore(name, dispatch.part, around);
		if (found) return found;
		const root = /^(@?[a-z_]\w*)(?=$|\W)/.exec(text)?.[1];
		const [given, ...more] = root === undefined ? [] : assignmentsOf(root, around);
		const value = given && childIn(given, 'right');
		if (!value || more.length > 0) return undefined;
		text = plain(value.text);
	}
	return undefined;
}

/** The rescue that a part stands in, of the same method. */
function rescueAround(part: Part): Part | undefined {
	const found = closest(part, 'catch', 'function');
	return found?.kind === 'catch' ? found : undefined;
}

/** Without what may be missing, what changes the form alone, and what parses it. */
function plain(text: string): string {
	return text
		.trim()
		.replaceAll('&.', '.')
		.replace(/^\(([^()]*)\)$/, '$1')
		.replace(/^Integer\(([^()]*)\)$/, '$1')
		.replace(/(?:\.(?:to_i|to_s|to_sym|upcase|downcase|strip))+$/, '')
		.replace(/^JSON\.parse\(\s*([\w.[\]:]+)[^()]*\)/, '$1');
}

/** Where a variable is given a value, itself or beside others. */
function assignmentsOf(name: string, around: Part): readonly Part[] {
	return partsIn(around).filter(
		(part) => part.kind === 'assignment' && childrenIn(part, 'left').some((one) => one.text === name),
	);
}

/** Whether what is assigned in one place is there in another: in the same method, or in the same block of it. */
function reaches(given: Part, at: Part, around: Part): boolean {
	return methodAround(given) === methodAround(at) || methodAround(given) === around;
}

/** The only assignment that gives a variable its value, where it sends something right in the method. */
function sentBefore(name: string, at: Part, around: Part): FoundResponse | undefined {
	const [given, ...more] = assignmentsOf(name, around);
	const call = given ? undefined : callThatGives(name, at);
	if (call) return { name, isRescued: false, request: call };
	const value = given && childIn(given, 'right');
	if (!given || !value || more.length > 0 || given.start > at.start || !reaches(given, at, around)) return undefined;
	return partsIn(value).some(({ kind }) => kind === 'call') ? { name, isRescued: false, request: given } : undefined;
}
