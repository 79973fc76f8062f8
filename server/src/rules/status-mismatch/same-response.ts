import type { FileFacts } from '../../analysis/file-facts.ts';
import { bindingOf } from '../../syntax/dispatches/binding.ts';
import { childIn, closest, type Part } from '../../syntax/parts/part.ts';

/** Something that is looked at, by its path and the place where it is. */
export interface Asked {
	readonly path: string;
	readonly subject: Part;
}

/** Where a path comes from, as far back as the file shows. */
interface Origin {
	readonly words: readonly string[];
	/** What gives the first of the words its value; undefined where that stands elsewhere. */
	readonly binding: Part | undefined;
}

/** What holds a response or an error, so that all that is in it belongs together. */
const carriers = /^(res|resp|response|rsp|reply|result|answer|xhr|e|ex|err|error|exception|cause|reason)$/i;
/** Names of what a status is read from, and of what a code is read from, where each has a name of its own. */
const responses = /^(res|resp|response|rsp|reply|result|answer|xhr|http\w*|\w*status(_?code)?)$/i;
const bodies = /(body|data|json|payload|content|error|err|code|result|problem|details?)$/i;

/**
 * Whether a status and a code are of one response: read from the same thing, one from what the other came out of, or
 * given together. Two requests in one function have a status and a code each.
 */
export function areOfOneResponse(status: Asked, code: Asked, facts: FileFacts): boolean {
	const one = originOf(status, facts);
	const other = originOf(code, facts);
	const [first = '', second = ''] = [one.words[0], other.words[0]];
	if (one.binding === other.binding)
		return first === second ? belongTogether(one.words, other.words) : areNamedAlike(one, first, second);
	if (first === second) return false;
	if (isParameter(one.binding) && isParameter(other.binding)) {
		const together = one.binding && other.binding && functionOf(one.binding) === functionOf(other.binding);
		return together === true && responses.test(first) && bodies.test(second);
	}
	return isMadeOf(other, first) || isMadeOf(one, second);
}

/** Names that one declaration gives belong together; names that nothing here gives, where they say so. */
function areNamedAlike({ binding }: Origin, status: string, code: string): boolean {
	return binding !== undefined || (responses.test(status) && bodies.test(code));
}

/** `err.response.status` and `err.response.data.error.code`; not `state.upload.status` and `state.error.code`. */
function belongTogether(status: readonly string[], code: readonly string[]): boolean {
	const [one, other] = [status.slice(0, -1), code.slice(0, -1)];
	let common = 0;
	while (common < one.length && one[common] === other[common]) common++;
	const isInside = common === Math.min(one.length, other.length);
	return common > 0 && (isInside || carriers.test(one[common - 1] ?? ''));
}

/** Whether a value that cannot be followed is made of what has the name: `const body = await read(response)`. */
function isMadeOf({ binding }: Origin, name: string): boolean {
	const value = binding && childIn(binding, binding.kind === 'assignment' ? 'right' : 'value');
	return value?.text.split(/[^\p{L}\p{N}_$]+/u).includes(name) ?? false;
}

function isParameter(binding: Part | undefined): boolean {
	return binding?.kind === 'parameter' || (binding?.parent?.fields.includes('parameters') ?? false);
}

const functionOf = (part: Part): Part | undefined => closest(part, 'function');

const furthest = 4;

function originOf({ path, subject }: Asked, facts: FileFacts): Origin {
	let words = path.split('.');
	let from = subject;
	let binding: Part | undefined;
	for (let step = 0; step < furthest; step++) {
		const found = bindingOf(words[0] ?? '', from);
		if (!found) break;
		binding = found.part;
		if (found.source === undefined || found.source === words[0]) break;
		words = [...found.source.split('.'), ...words.slice(1)];
		from = found.part;
		// What a parameter is taken apart into has no name before it.
		if (words[0]?.startsWith('<')) break;
	}
	const known = binding ? undefined : facts.sources.get(words[0] ?? '');
	return { words: known === undefined ? words : [...known.split('.'), ...words.slice(1)], binding };
}
